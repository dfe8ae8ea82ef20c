import type { Cursor } from "../../core/cursor.ts";
import { blank, text, u8, u16 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { deferred, group, protocol } from "../../core/protocol.ts";
import { ascii } from "../../core/writer.ts";
import { has } from "./signature.ts";

const INFO = ascii(" (JPEG JFIF image)");
const START_OF_IMAGE = 0xffd8;
const END_OF_IMAGE = 0xffd9;
const START_OF_SCAN = 0xffda;
const COMMENT = 0xfffe;
const APP0 = 0xffe0;
const APP15 = 0xffef;
const SOF0 = 0xffc0;
const SOF15 = 0xffcf;
/** Between the start of frame markers stand those of Huffman tables, extensions and arithmetic coding. */
const NO_FRAMES: readonly number[] = [0xffc4, 0xffc8, 0xffcc];
/** The identifier of the first segment begins at this offset: `JFIF` or `Exif`, and a zero byte. */
const IDENTIFIER_AT = 6;
const IDENTIFIER_SIZE = 5;
const JFIF = 0x4a46494600;
const EXIF = 0x4578696600;
/** A marker and the length behind it, which counts itself. */
const MARKER_SIZE = 2;
const LENGTH_SIZE = 2;

const many = { many: true };
const entry = group("Marker segment", { list: "image-jfif.segments" });
const segment = fields("image-jfif", {
  marker: u16("Marker", { show: "hex", many: true }),
  length: u16("Length", many),
  identifier: text("Identifier", many),
  comment: text("Comment", many),
});

/** What follows the identifier of a JFIF segment (ITU-T T.871 section 10.1). */
const density = layout("image-jfif", 9, {
  version: blank(0, 2, "Version"),
  "version.major": u8(0, "Major Version"),
  "version.minor": u8(1, "Minor Version"),
  units: u8(2, "Units", { names: { 0: "No units", 1: "Dots per inch", 2: "Dots per centimetre" } }),
  Xdensity: u16(3, "Xdensity"),
  Ydensity: u16(5, "Ydensity"),
  Xthumbnail: u8(7, "Xthumbnail"),
  Ythumbnail: u8(8, "Ythumbnail"),
});

/** A frame's header (ITU-T T.81 section B.2.2), without its components. */
const frameHeader = layout("image-jfif.sof", 6, {
  precision: u8(0, "Sample Precision (bits)", many),
  lines: u16(1, "Lines", many),
  samples_per_line: u16(3, "Samples per line", many),
  nf: u8(5, "Number of image components in frame", many),
});

/** The segments up to the first scan, whose compressed data nobody reads (ITU-T T.81 section B.1.1). */
const segments = deferred((c: Cursor) => {
  while (c.left >= MARKER_SIZE) {
    const marker = c.u16(c.at);
    const row = c.open(entry);
    c.take(segment.marker, MARKER_SIZE);
    if (marker !== START_OF_IMAGE && marker !== END_OF_IMAGE) {
      const end = c.left < LENGTH_SIZE ? c.end + 1 : c.at + c.u16(c.at);
      if (end > c.end || end < c.at + LENGTH_SIZE) {
        c.close(row);
        return;
      }
      c.take(segment.length, LENGTH_SIZE);
      parameters(c, marker, end);
      c.at = end;
    }
    c.close(row);
    if (marker === START_OF_SCAN) return;
  }
});

/** What the segment of `marker` holds up to `end`, where it is worth to be shown. */
function parameters(c: Cursor, marker: number, end: number): void {
  if (marker === COMMENT) c.add(segment.comment, c.at, end);
  else if (marker >= SOF0 && marker <= SOF15 && !NO_FRAMES.includes(marker)) {
    if (end - c.at >= frameHeader.$node.size) c.place(frameHeader);
  } else if (marker >= APP0 && marker <= APP15) application(c, marker, end);
}

function application(c: Cursor, marker: number, end: number): void {
  const zero = c.bytes.subarray(c.at, end).indexOf(0);
  if (zero < 0) return;
  const isJfif = marker === APP0 && zero === IDENTIFIER_SIZE - 1 && c.u32(c.at) === Math.floor(JFIF / 256);
  c.take(segment.identifier, zero + 1);
  if (isJfif && end - c.at >= density.$node.size) c.place(density);
}

function isOne(c: Cursor): boolean {
  return (
    has(c, 0, START_OF_IMAGE, 2) &&
    (has(c, IDENTIFIER_AT, JFIF, IDENTIFIER_SIZE) || has(c, IDENTIFIER_AT, EXIF, IDENTIFIER_SIZE))
  );
}

/** JPEG images in a JFIF or Exif file (ITU-T T.81, T.871). */
export default protocol({
  name: "image-jfif",
  title: "JPEG File Interchange Format",
  spec: "ITU-T T.871",
  expands: [entry, segment, density, frameHeader],
  on: { media_type: ["image/jfif", "image/jpeg", "image/jpg"] },
  sniffsOn: "media_type",
  sniffs: isOne,
  dissect(c): false | void {
    if (!isOne(c)) return false;
    c.close(c.open(segments), c.at + c.captured);
  },
  appends: true,
  summary(_frame, _row, info) {
    info.put(INFO);
  },
});
