// Checks that every frame of every capture gives JSON that parses and that the JSON Schema describes:
//   node bench/schema.js FOLDER... [--frames N]      (every capture below the folders, or N frames of each)
// Each capture is printed as ndjson, as annotated ndjson and, as one array, as json. Prints each failure and a closing
// count; exit code 1 when there was any.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";
import { CaptureError, Info, JsonSink, jsonFormat, jsonSchema, open, registry } from "../dist/index.js";

const WAYS = [
  { annotate: false, array: false },
  { annotate: true, array: false },
  { annotate: false, array: true },
];
const { values, positionals } = parseArgs({ allowPositionals: true, options: { frames: { type: "string" } } });
const most = values.frames === undefined ? Number.POSITIVE_INFINITY : Number(values.frames);
const ajv = new Ajv2020({ strictTypes: false, inlineRefs: false, code: { optimize: false } });
const validators = [false, true].map((annotate) => ajv.compile(jsonSchema(registry, annotate)));
const utf8 = new TextDecoder("utf-8", { fatal: true });

let [frames, failures] = [0, 0];

function failed(path, number, why) {
  failures++;
  console.log(`${path}\t${number}\t${why}`);
}

/** Checks the text that stands in the writer, one object, and empties it. */
function check(out, validate, path, number) {
  try {
    const text = utf8.decode(out.buffer.subarray(0, out.at)).replace(/^[[,]\n/, "");
    if (!validate(JSON.parse(text)))
      failed(
        path,
        number,
        validate.errors.map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`).join("; "),
      );
  } catch (error) {
    failed(path, number, error.message);
  }
  out.at = 0;
  frames++;
}

async function pass(path, way, validate) {
  const out = new Info(1 << 16);
  const capture = open(path);
  const sink = new JsonSink(out, capture.rows(), registry, { ...jsonFormat, ...way });
  let last = 0;
  const each = (frame) => {
    last = frame.number;
    if (last > most) return;
    sink.frame(frame);
    check(out, validate, path, last);
  };
  try {
    while (last < most && (await capture.read(each)));
  } catch (error) {
    if (!(error instanceof CaptureError)) failed(path, 0, error.stack);
  } finally {
    capture.close();
  }
}

const files = positionals.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
);
for (const path of files) for (const way of WAYS) await pass(path, way, validators[way.annotate ? 1 : 0]);
console.log(`${files.length} files, ${frames} objects checked, ${failures} failures`);
process.exitCode = failures > 0 ? 1 : 0;
