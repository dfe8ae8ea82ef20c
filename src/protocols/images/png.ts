import type { Cursor } from "../../core/cursor.ts";
import { computed, none, octets, text, u8, u32 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { deferred, group, protocol } from "../../core/protocol.ts";
import { ascii } from "../../core/writer.ts";
import { has } from "./signature.ts";

/** The two halves of the signature. */
const PNG = 0x89504e47;
const LINE_ENDS = 0x0d0a1a0a;
const SIGNATURE_SIZE = 8;
const INFO = ascii(" (PNG)");
/** `IHDR` as a number. */
const IHDR = 0x49484452;
/** The bit that makes an ASCII letter a small one. */
const SMALL = 32;
/** A chunk without data: length, type, CRC. */
const LEAST_CHUNK = 12;

const signature = layout("png", SIGNATURE_SIZE, { signature: octets(0, SIGNATURE_SIZE, "PNG Signature") });

/** The image header (W3C PNG section 11.2.1). */
const ihdr = layout("png.ihdr", 13, {
  width: u32(0, "Width"),
  height: u32(4, "Height"),
  bitdepth: u8(8, "Bit Depth"),
  colour_type: u8(9, "Colour Type", {
    names: {
      0: "Greyscale",
      2: "Truecolour",
      3: "Indexed-colour",
      4: "Greyscale with alpha",
      6: "Truecolour with alpha",
    },
  }),
  compression_method: u8(10, "Compression Method", { names: { 0: "Deflate" } }),
  filter_method: u8(11, "Filter Method", { names: { 0: "Adaptive" } }),
  interlace_method: u8(12, "Interlace Method", { names: { 0: "No interlace", 1: "Adam7" } }),
});

/** A property that the case of one letter of the chunk's type tells (W3C PNG section 5.4). */
const flag = (letter: number, label: string) =>
  computed("bool", label, (r) => (r.bytes[r.start + letter]! & SMALL) !== 0, { many: true });

const entry = group("Chunk", { list: "png.chunks" });
const chunk = fields("png.chunk", {
  len: u32("Len", { many: true }),
  type: text("Chunk", { many: true }),
  "flag.ancillary": flag(0, "Ancillary"),
  "flag.private": flag(1, "Private"),
  "flag.stc": flag(3, "Safe To Copy"),
  data: none("Data", { many: true }),
  crc: u32("CRC", { show: "hex", many: true }),
});

/** The chunks behind the signature (W3C PNG section 5.3): length of the data, type, data, CRC. */
const chunks = deferred((c: Cursor) => {
  while (c.left >= LEAST_CHUNK) {
    const { at } = c;
    const end = at + LEAST_CHUNK + c.u32(at);
    if (end > c.end) return;
    const row = c.open(entry);
    c.add(chunk.len, at, at + 4);
    for (const field of [chunk.type, chunk["flag.ancillary"], chunk["flag.private"], chunk["flag.stc"]]) {
      c.add(field, at + 4, at + 8);
    }
    c.at = at + 8;
    if (c.u32(at + 4) === IHDR && end - 4 - c.at === ihdr.$node.size) c.place(ihdr);
    else if (end - 4 > c.at) c.add(chunk.data, c.at, end - 4);
    c.add(chunk.crc, end - 4, end);
    c.at = end;
    c.close(row);
  }
});

function isOne(c: Cursor): boolean {
  return has(c, 0, PNG, 4) && has(c, 4, LINE_ENDS, 4);
}

/** Portable Network Graphics (https://www.w3.org/TR/png/). */
export default protocol({
  name: "png",
  title: "Portable Network Graphics",
  fields: [signature],
  expands: [entry, chunk, ihdr],
  on: { media_type: "image/png" },
  sniffsOn: "media_type",
  sniffs: isOne,
  dissect(c): false | void {
    if (!isOne(c)) return false;
    c.place(signature);
    c.close(c.open(chunks), c.at + c.captured);
  },
  appends: true,
  summary(_frame, _row, info) {
    info.put(INFO);
  },
});
