// Damages captures at random and prints every frame in every way; whatever is thrown but what sniff throws on purpose is
// shown with the capture that did it, which is kept.   node bench/fuzz.js FOLDER [SECONDS=60] [SEED=1]
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EkSink, Info, JsonSink, jsonFormat, LineSink, open, PdmlSink, SniffError, TreeSink } from "../dist/index.js";

const [folder, seconds = "60", first = "1"] = process.argv.slice(2);
/** Larger captures would only be damaged less. */
const LARGEST = 60_000;
/** Frames read of each, damaged bytes, and milliseconds that are too many. */
const FRAMES = 2000;
const DAMAGE = 40;
const SLOW = 5000;

let state = Number(first);

/** A number below `limit`, the same in every run of a seed. */
function random(limit) {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return (state >>> 8) % limit;
}

function damaged(path) {
  const bytes = new Uint8Array(readFileSync(path));
  for (let i = 1 + random(DAMAGE); i > 0; i--) {
    bytes[random(bytes.length)] = random(4) > 0 ? random(256) : [0, 1, 128, 255][random(4)];
  }
  return bytes;
}

async function print(bytes) {
  const capture = open(bytes);
  const out = new Info(1 << 16);
  const sinks = [
    new LineSink(out),
    new TreeSink(out, capture.rows()),
    new JsonSink(out, capture.rows(), capture.registry, { ...jsonFormat, annotate: true }),
    new EkSink(out, capture.rows(), capture.registry, { layers: [], fields: [] }),
    new PdmlSink(out, capture.rows()),
  ];
  const each = (frame) => {
    frames++;
    for (const sink of sinks) {
      out.at = 0;
      sink.frame(frame);
    }
  };
  for (const last = frames + FRAMES; frames < last && (await capture.read(each)); );
}

const paths = readdirSync(folder, { recursive: true })
  .map((name) => join(folder, name))
  .filter((path) => /\.(pcap|pcapng|cap)$/.test(path) && statSync(path).size < LARGEST)
  .sort();
let [runs, frames, failures] = [0, 0, 0];
for (const end = Date.now() + Number(seconds) * 1000; Date.now() < end; runs++) {
  const path = paths[random(paths.length)];
  const bytes = damaged(path);
  const began = Date.now();
  let why = "";
  try {
    await print(bytes);
  } catch (error) {
    if (!(error instanceof SniffError)) why = error.stack;
  }
  if (why === "" && Date.now() - began > SLOW) why = `took ${Date.now() - began} ms`;
  if (why === "") continue;
  const kept = join(tmpdir(), `sniff-fuzz-${first}-${++failures}.pcap`);
  writeFileSync(kept, bytes);
  console.log(`${path}, kept as ${kept}: ${why}`);
}
console.log(`${runs} damaged captures, ${frames} frames, ${failures} failures`);
process.exitCode = failures > 0 ? 1 : 0;
