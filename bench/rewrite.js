// Reads captures and writes them again with our command line, then compares copy and original:
//   node bench/rewrite.js FOLDER... [--format pcapng|pcap|nsecpcap]      (every capture below the folders)
// Frames, their times, lengths, link types, bytes, interfaces and comments must come out the same when both are read by us
// and when both are read by tshark; from pcapng to pcapng all other blocks too. A classic copy has no comments or
// interfaces, and times only as fine as it holds. Prints each difference and a closing count; exit code 1 when there was any.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { open } from "../dist/index.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { format: { type: "string", default: "pcapng" } },
});
const { format } = values;
const SNIFF = fileURLToPath(new URL("../bin/sniff", import.meta.url));
/** Bytes a program may print. */
const MOST_OUTPUT = 1 << 30;
/** Captures worked on at a time. */
const WORKERS = 2;
const NO_LINK = -1;
const SECTION = "0a0d0d0a";

const run = (command, ...args) =>
  new Promise((resolve) =>
    execFile(command, args, { maxBuffer: MOST_OUTPUT, env: { ...process.env, TZ: "UTC" } }, (error, out, err) =>
      resolve({ code: error === null ? 0 : error.code, out, err }),
    ),
  );

const hash = (bytes, start, end) => createHash("sha1").update(bytes.subarray(start, end)).digest("hex");

/** The time as a copy of this format holds it. */
function timeOf({ seconds, nanoseconds, hasTime }) {
  return `${hasTime || format !== "pcapng" ? "" : "none "}${seconds}.${format === "pcap" ? Math.floor(nanoseconds / 1000) : nanoseconds}`;
}

/**
 * What a capture holds, as we read it: a line a frame, a line another block, what is wrong with it, and the numbers of
 * the frames that a copy does not have: custom blocks that must not be copied.
 */
async function read(path) {
  const [frames, blocks] = [[], []];
  const dropped = new Set();
  let fault = "";
  try {
    const tap = (bytes, start, end) => {
      // A section's length is not known any more in a copy.
      const type = Buffer.from(bytes.subarray(start, start + 4)).toString("hex");
      const lasting = Buffer.from(bytes.subarray(start, end));
      if (type === SECTION) lasting.fill(0, 16, 24);
      blocks.push(`after ${frames.length} ${hash(lasting, 0, lasting.length)}`);
    };
    const capture = open(path, { dissect: false, tap });
    const each = (frame) => {
      if (frame.custom !== undefined && (format !== "pcapng" || !frame.custom.copied)) {
        dropped.add(frame.number);
        return;
      }
      const { bytes, start, end } = frame.source(0);
      const { capturedLength, originalLength, linkType } = frame;
      const parts = [timeOf(frame), capturedLength, originalLength, linkType, hash(bytes, start, end)];
      if (format === "pcapng") {
        parts.push(Math.max(frame.section, 1), Math.max(frame.interfaceId, linkType === NO_LINK ? NO_LINK : 0));
        parts.push(frame.interfaceName, frame.fcsLength, frame.packetFlags, JSON.stringify(frame.comments));
      }
      frames.push(parts.join(" "));
    };
    while (await capture.read(each));
  } catch (error) {
    fault = error.message.slice(path.length + 2);
  }
  return { frames, blocks, dropped, fault };
}

const columns = ["time_epoch", "len", "cap_len", "encap_type", "md5_hash"];
if (format === "pcapng") columns.push("interface_name", "comment");

/** What tshark reads, without the frames of these numbers. */
async function theirs(path, dropped) {
  const fields = columns.flatMap((name) => ["-e", `frame.${name}`]);
  const { out, err } = await run(
    "tshark",
    ...["-n", "-r", path, "-o", "frame.generate_md5_hash:TRUE", "--disable-protocol", "eth", "-T", "fields"],
    ...fields,
  );
  const kept = out.split("\n").filter((_, i) => !dropped.has(i + 1));
  const lines = kept.map((line) =>
    line
      // tshark calls an interface without a name unknown, and has none at all for classic captures.
      .replace(/\tunknown\t/, "\t\t")
      // Microseconds past a million in a classic capture are a second more; tshark prints them as they stand.
      .replace(/^(\d+)\.1(\d{9})\t/, (_, seconds, rest) => `${Number(seconds) + 1}.${rest}\t`),
  );
  // Classic captures have a time for every frame, and pcap's are in microseconds.
  const timed = format === "pcapng" ? lines : lines.map((line) => line.replace(/^\t/, "0.000000000\t"));
  return { lines: format === "pcap" ? timed.map((line) => line.replace(/(\.\d{6})\d+/, "$1000")) : timed, err };
}

/** How two lists differ first. */
function difference(title, before, after) {
  const at = before.findIndex((line, i) => line !== after[i]);
  if (at < 0 && before.length === after.length) return undefined;
  if (at < 0) return `${title}: ${before.length} became ${after.length}`;
  return `${title} ${at + 1}: ${JSON.stringify(before[at])} became ${JSON.stringify(after[at])}`;
}

/** What is wrong with the copy; undefined where nothing is, "refused" where there is none to make. */
async function problem(path, copy) {
  const { code, err } = await run(process.execPath, SNIFF, "-r", path, "-F", format, "-w", copy);
  const before = await read(path);
  if (err.split("\n").length > 2) return `more than one line on stderr: ${err}`;
  if (code !== (err === "" ? 0 : 2)) return `exit code ${code}: ${err}`;
  const unfit = err.includes("write pcapng instead");
  if (!existsSync(copy)) return before.frames.length === 0 ? "refused" : `no copy: ${err}`;
  if (!unfit && (err === "") !== (before.fault === "")) return `said ${JSON.stringify(err)}, but ${before.fault}`;
  const after = await read(copy);
  if (after.fault !== "") return `the copy is ${after.fault}`;
  if (unfit) return "refused";
  const ours = difference("frame", before.frames, after.frames);
  if (ours) return ours;
  if (before.blocks.length > 0 && format === "pcapng") {
    const other = difference("block", before.blocks, after.blocks);
    if (other) return other;
  }
  const [expected, seen] = [await theirs(path, before.dropped), await theirs(copy, new Set())];
  // Where tshark sees more or fewer frames of the original than we do, only those both see can be compared.
  const both = Math.min(expected.lines.length - 1, before.frames.length);
  if (seen.lines.length - 1 < both) return `tshark reads ${seen.lines.length - 1} of ${both} frames: ${seen.err}`;
  return difference("tshark's frame", expected.lines.slice(0, both), seen.lines.slice(0, both));
}

const files = positionals.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
);
const folder = mkdtempSync(join(tmpdir(), "sniff-rewrite-"));
const counts = { same: 0, different: 0, refused: 0 };
let next = 0;
async function work(copy) {
  while (next < files.length) {
    const path = files[next++];
    const found = await problem(path, copy);
    rmSync(copy, { force: true });
    if (found === undefined) counts.same++;
    else if (found === "refused") counts.refused++;
    else {
      counts.different++;
      console.log(`${path}\t${found}`);
    }
  }
}
await Promise.all(Array.from({ length: WORKERS }, (_, i) => work(join(folder, String(i)))));
rmSync(folder, { recursive: true });
console.log(
  `${files.length} files to ${format}: ${counts.same} the same, ${counts.different} different, ${counts.refused} not readable or not to be held by this format`,
);
process.exitCode = counts.different > 0 ? 1 : 0;
