import { CaptureReader, FileSource } from "./capture/source.ts";
import { CaptureError, NEED_MORE } from "./capture/records.ts";
import { Dissector } from "./core/dissector.ts";
import { registry } from "./protocols/index.ts";
import { Info } from "./core/writer.ts";
import { LineSink } from "./output/line.ts";
import { writeSync } from "node:fs";
const reader = new CaptureReader(new FileSource(process.argv[2]!), process.argv[2]!);
const d = new Dissector(registry);
const out = new Info(1<<17);
const sink = new LineSink(out, () => reader.format!.decimals);
let n = 0;
try {
while (await reader.fill()) {
  for (;;) {
    const at = reader.next(d.frame);
    if (at === NEED_MORE) break;
    d.frame.number = ++n;
    sink.frame(d.dissect(reader.bytes, at));
    if (out.at > 65536) { writeSync(1, out.buffer, 0, out.at); out.at = 0; }
  }
}
} catch (e) { if (!(e instanceof CaptureError)) throw e; console.error(e.message) }
writeSync(1, out.buffer, 0, out.at);
