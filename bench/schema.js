// Checks that every frame of every capture gives JSON that parses and that the JSON Schema describes:
//   node bench/schema.js FOLDER...
// Each capture is printed as ndjson, as annotated ndjson and, as one array, as json. Prints each failure and a closing
// count; exit code 1 when there was any.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { CaptureError, Info, JsonSink, jsonFormat, jsonSchema, open, registry } from "../dist/index.js";

const WAYS = [
  { annotate: false, array: false },
  { annotate: true, array: false },
  { annotate: false, array: true },
];
const ajv = new Ajv2020({ inlineRefs: false, code: { optimize: false } });
const checks = WAYS.map(({ annotate }) => ajv.compile(jsonSchema(registry, annotate)));
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
  try {
    while (
      await capture.read((frame) => {
        sink.frame(frame);
        check(out, validate, path, frame.number);
      })
    );
  } catch (error) {
    if (!(error instanceof CaptureError)) failed(path, 0, error.stack);
  } finally {
    capture.close();
  }
}

const files = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
);
for (const path of files) for (const [i, way] of WAYS.entries()) await pass(path, way, checks[i]);
console.log(`${files.length} files, ${frames} objects checked, ${failures} failures`);
process.exitCode = failures > 0 ? 1 : 0;
