// Side by side: sniff, tcpdump and tshark print the same capture in turn, and the medians of CPU time, wall time and
// peak memory are put in proportion.   npm run bench -- FILE [RUNS=5]
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Table from "cli-table3";

const [file, runsText = "5"] = process.argv.slice(2);
if (!file || !existsSync(file)) {
  process.stderr.write("bench: npm run bench -- FILE [RUNS]\n");
  process.exit(2);
}
const runs = Number(runsText);
const sniff = fileURLToPath(new URL("../bin/sniff", import.meta.url));

// TZ is set for all: without it tcpdump looks at /etc/localtime for every packet and loses by a factor of three.
const env = { ...process.env, TZ: "UTC0" };
const contests = [
  { what: "lines", sniff: ["-nr", file], tcpdump: ["-nnr", file], tshark: ["-nr", file] },
  {
    what: "fields",
    sniff: ["-nr", file, "-T", "fields", "-e", "ip.src", "-e", "tcp.dstport", "-e", "frame.len"],
    tshark: ["-nr", file, "-T", "fields", "-e", "ip.src", "-e", "tcp.dstport", "-e", "frame.len"],
  },
  {
    what: "filter",
    sniff: ["-nr", file, "-Y", "tcp.dstport == 443"],
    tshark: ["-nr", file, "-Y", "tcp.dstport == 443"],
  },
];

/** Wall seconds, CPU seconds and peak MiB of one run with its output thrown away, by GNU or BSD time(1). */
function once(command, args) {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const report = join(folder, "time");
  spawnSync("/usr/bin/time", ["-f", "%e %U %S %M", "-o", report, command, ...args], { env, stdio: "ignore" });
  const [wall, user, system, kib] = readFileSync(report, "utf8").trim().split("\n").at(-1).split(" ").map(Number);
  rmSync(folder, { recursive: true });
  return { wall, cpu: user + system, memory: kib / 1024 };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const has = (program) => spawnSync("which", [program]).status === 0;

execFileSync(sniff, ["-v"], { stdio: "ignore" }); // builds a fresh checkout, outside the measurement
const table = new Table({ head: ["", "program", "CPU s", "wall s", "peak MiB", "sniff/it CPU", "wall", "memory"] });
for (const { what, ...programs } of contests) {
  const entries = Object.entries(programs).filter(([name]) => name === "sniff" || has(name));
  const times = Object.fromEntries(entries.map(([name]) => [name, []]));
  for (let i = 0; i < runs; i++) {
    for (const [name, args] of entries) times[name].push(once(name === "sniff" ? sniff : name, args));
  }
  const medians = Object.fromEntries(
    Object.entries(times).map(([name, list]) => [
      name,
      {
        cpu: median(list.map((t) => t.cpu)),
        wall: median(list.map((t) => t.wall)),
        memory: median(list.map((t) => t.memory)),
      },
    ]),
  );
  for (const [name, { cpu, wall, memory }] of Object.entries(medians)) {
    const ratio = (key) => (name === "sniff" ? "" : (medians.sniff[key] / medians[name][key]).toFixed(2));
    table.push([
      what,
      name,
      cpu.toFixed(2),
      wall.toFixed(2),
      memory.toFixed(0),
      ratio("cpu"),
      ratio("wall"),
      ratio("memory"),
    ]);
  }
}
process.stdout.write(`${table}\n`);
