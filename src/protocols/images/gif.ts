import type { Cursor } from "../../core/cursor.ts";
import { bits, text, u8, u16 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { protocol } from "../../core/protocol.ts";
import { oneLine } from "../shared/text.ts";
import { has } from "./signature.ts";

const GIF87A = 0x474946383761;
const GIF89A = 0x474946383961;
const VERSION_SIZE = 6;

const head = fields("image-gif", { version: text("Version") });

/** The logical screen descriptor (GIF89a section 18); its numbers are little-endian. */
const screen = layout("image-gif", 7, {
  "screen.width": u16(0, "Screen width", { little: true }),
  "screen.height": u16(2, "Screen height", { little: true }),
  "global.color_map.present": bits(32, 1, "Global color map is present"),
  "global.color_bpp": bits(33, 3, "Bits per color minus 1"),
  "global.color_map.ordered": bits(36, 1, "Global color map is ordered"),
  "global.bpp": bits(37, 3, "Image bits per pixel minus 1"),
  image_background_index: u8(5, "Background color index"),
  "global.pixel_aspect_ratio": u8(6, "Global pixel aspect ratio"),
});

function isOne(c: Cursor): boolean {
  return has(c, 0, GIF87A, VERSION_SIZE) || has(c, 0, GIF89A, VERSION_SIZE);
}

/** Graphics Interchange Format (https://www.w3.org/Graphics/GIF/spec-gif89a.txt), without its blocks. */
export default protocol({
  name: "image-gif",
  title: "Compuserve GIF",
  fields: [head, screen],
  on: { media_type: "image/gif" },
  sniffsOn: "media_type",
  sniffs: isOne,
  dissect(c): false | void {
    if (!isOne(c)) return false;
    c.take(head.version, VERSION_SIZE);
    c.place(screen);
  },
  appends: true,
  summary(frame, row, info) {
    const { tape } = frame;
    const at = tape.start(row);
    info
      .text(" (")
      .text(oneLine(frame.bytesOf(row), at, at + VERSION_SIZE))
      .text(")");
  },
});
