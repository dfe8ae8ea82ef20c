import { type Cursor, MORE } from "../core/cursor.ts";
import { computed, text, u8, u16 } from "../core/field.ts";
import { fields, layout } from "../core/layout.ts";
import { group, protocol } from "../core/protocol.ts";
import { asciiIn } from "./shared/text.ts";
import { firstLine, messageSize, takeFirstLine } from "./shared/text-messages.ts";

const DOLLAR = 36;
const FRAME_SIZE = 4;
/** As far as a first line is looked for. */
const LONGEST_LINE = 1024;
const START =
  /^(?:RTSP\/|(?:DESCRIBE|ANNOUNCE|GET_PARAMETER|OPTIONS|PAUSE|PLAY|RECORD|REDIRECT|SETUP|SET_PARAMETER|TEARDOWN) )/;

const rtsp = fields("rtsp", {
  request: text("Request"),
  response: text("Response"),
  method: text("Method"),
  url: text("URL"),
  status: computed("uint", "Status", (r) => Number(asciiIn(r.bytes, r.start, r.end))),
});

/**  0        8        16               31
 *  +--------+--------+-----------------+
 *  |  "$"   |Channel |     Length      |   RFC 2326 section 10.12
 *  +--------+--------+-----------------+ */
const frameHead = layout("rtsp", FRAME_SIZE, {
  magic: u8(0, "Magic", { show: "hex" }),
  channel: u8(1, "Channel", { show: "hex" }),
  length: u16(2, "Length"),
});
const head = group("Header fields and body");
const continuation = group("Continuation");

/** The first line of the message at the cursor; empty where none begins there. */
function lineAt(c: Cursor): string {
  const line = firstLine(c.bytes, c.at, c.at + Math.min(c.captured, LONGEST_LINE));
  return START.test(line) ? line : "";
}

function sizeOf(c: Cursor): number {
  if (c.u8(c.at) === DOLLAR) return c.left < FRAME_SIZE ? MORE : FRAME_SIZE + c.u16(c.at + 2);
  return lineAt(c) === "" ? c.left : messageSize(c);
}

/** Reads the first line at the cursor, `line`, and steps over it. */
function readLine(c: Cursor, line: string): void {
  const isReply = line.startsWith("RTSP/");
  const row = c.open(isReply ? rtsp.response : rtsp.request);
  takeFirstLine(c, line, isReply ? undefined : rtsp.method, isReply ? rtsp.status : rtsp.url);
  c.close(row);
}

export default protocol({
  name: "rtsp",
  title: "Real Time Streaming Protocol",
  spec: "RFC 2326",
  column: ({ tape }, row) => (tape.nodes[row + 1] === frameHead.$node ? "TCP" : "RTSP"),
  fields: [rtsp, frameHead],
  on: { "tcp.port": [554, 7236, 8554] },
  stream: { header: 1, length: sizeOf, sized: false },
  dissect(c) {
    if (c.captured < 1) return void c.has(1);
    const line = lineAt(c);
    if (c.u8(c.at) === DOLLAR) c.place(frameHead);
    else if (line !== "") readLine(c, line);
    else return c.takeRest(continuation);
    c.takeRest(head);
  },
  summary(frame, row, info) {
    const { tape } = frame;
    const node = tape.nodes[row + 1];
    const b = frame.bytesOf(row + 1);
    const line = () => firstLine(b, tape.start(row + 1), tape.end(row + 1));
    if (node === rtsp.request) info.set().text(line());
    else if (node === rtsp.response) info.set().text(`Reply: ${line()}`);
    else if (node === continuation) info.set().text("Continuation");
    else if (node === frameHead.$node && frame.holds(row + 1, frameHead.length)) {
      const channel = frame
        .get(row + 1, frameHead.channel)
        .toString(16)
        .padStart(2, "0");
      info.set().text(`Interleaved channel 0x${channel}, ${frame.get(row + 1, frameHead.length)} bytes`);
    }
  },
});
