// Live capture under load, beside tcpdump with a buffer of the same size, in two network namespaces joined by a cable:
//   npm run soak -- [burst lines ring trouble slow] [--seconds 30] [--frames 300000] [--buffer 16]      (root on Linux; tcpreplay, tcpdump and tshark)
// Sends a burst at top speed while both write, a steady 20,000 frames a second while lines are printed, and traffic through
// a ring of files, a full disk, a reader who takes nothing, a terminal that closes and an interface that disappears. Prints
// what was lost and the memory used; exit code 1 when anything was not as it should be.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath, URL } from "node:url";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: "string", default: "30" },
    frames: { type: "string", default: "300000" },
    buffer: { type: "string", default: "16" },
  },
});
const [SECONDS, FRAMES, BUFFER] = [values.seconds, values.frames, values.buffer].map(Number);
const SNIFF = fileURLToPath(new URL("../bin/sniff", import.meta.url));
/** Frames a second while lines are printed. */
const RATE = 20_000;
const FRAME = 106;
const RECORD = 16 + FRAME;
/** Type of a pcapng block (draft-ietf-opsawg-pcapng section 4.6). */
const STATISTICS = 5;
const HEADERS = "0200000000020200000000010800" + "4500005c0000000040110000c0000201c0000202" + "0009000900480000";

const [near, far] = [`soak-near-${process.pid}`, `soak-far-${process.pid}`];
const folder = mkdtempSync(join(tmpdir(), "soak-"));
const path = (name) => join(folder, name);
const ip = (...args) => execFileSync("ip", args, { stdio: ["ignore", "ignore", "inherit"] });
let failures = 0;

function check(what, holds, detail = "") {
  if (!holds) failures++;
  console.log(`${holds ? "ok  " : "FAIL"} ${what}${detail === "" ? "" : `: ${detail}`}`);
}

function lay() {
  for (const name of [near, far]) {
    ip("netns", "add", name);
    execFileSync("ip", ["netns", "exec", name, "sysctl", "-qw", "net.ipv6.conf.all.disable_ipv6=1"]);
  }
  ip("-n", near, "link", "add", "cable", "type", "veth", "peer", "name", "cable", "netns", far);
  for (const name of [near, far]) ip("-n", name, "link", "set", "cable", "up");
}

function clean() {
  for (const name of [near, far]) {
    try {
      ip("netns", "del", name);
    } catch {
      // It was not made.
    }
  }
  rmSync(folder, { recursive: true });
}

function writeTraffic() {
  const head = Buffer.alloc(24);
  head.writeUInt32LE(0xa1b2c3d4, 0);
  head.writeUInt16LE(2, 4);
  head.writeUInt16LE(4, 6);
  head.writeUInt32LE(65535, 16);
  head.writeUInt32LE(1, 20);
  const record = Buffer.alloc(RECORD, "x");
  record.fill(0, 0, 8);
  record.writeUInt32LE(FRAME, 8);
  record.writeUInt32LE(FRAME, 12);
  record.write(HEADERS, 16, "hex");
  const records = Buffer.alloc(RECORD * FRAMES);
  for (let i = 0; i < FRAMES; i++) {
    record.writeUInt32BE(i, 16 + HEADERS.length / 2);
    record.copy(records, i * RECORD);
  }
  writeFileSync(path("traffic"), Buffer.concat([head, records]));
}

/** Starts a program at the far end and waits until it captures. */
async function start(command, ...args) {
  const child = spawn("ip", ["netns", "exec", far, command, ...args], { stdio: ["ignore", "ignore", "pipe"] });
  return await ready(child);
}

async function ready(child) {
  child.err = "";
  child.stderr.on("data", (data) => (child.err += data));
  child.over = once(child, "close").then(([code]) => code);
  while (!/capturing on|listening on/.test(child.err)) {
    if (child.exitCode !== null) throw new Error(child.err);
    await setTimeout(10);
  }
  return child;
}

async function send(...args) {
  const child = spawn("ip", ["netns", "exec", near, "tcpreplay", "-q", "-i", "cable", ...args, path("traffic")], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let out = "";
  child.stdout.on("data", (data) => (out += data));
  await once(child, "close");
  return Math.round(Number(/([\d.]+) pps/.exec(out)?.[1]));
}

async function end(child, signal = "SIGINT") {
  child.kill(signal);
  const code = await child.over;
  const number = (pattern) => Number(pattern.exec(child.err)?.[1] ?? 0);
  return {
    code,
    captured: number(/(\d+) packets? captured\n/),
    received: number(/(\d+) packets? received by filter\n/),
    dropped: number(/(\d+) packets? dropped by kernel\n/),
  };
}

const memory = (pid) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024);
/** Waits for all that was sent to be seen: the kernel hands it over a tenth of a second later at most. */
const settled = () => setTimeout(500);

async function burst() {
  const ours = await start(SNIFF, "-i", "cable", "-B", String(BUFFER), "-F", "nsecpcap", "-w", path("ours"), "udp");
  const theirs = await start(
    ...["tcpdump", "-Z", "root", "-i", "cable", "-B", String(BUFFER * 1024), "--time-stamp-precision=nano"],
    ...["-w", path("theirs"), "udp"],
  );
  const rate = await send("--topspeed");
  await settled();
  const megabytes = memory(ours.pid);
  const [a, b] = [await end(ours), await end(theirs)];
  const size = Math.floor((statSync(path("ours")).size - 24) / RECORD);
  check("burst: what was captured is in the file", size === a.captured, `${size} frames`);
  check("burst: captured and dropped are all there were", a.captured + a.dropped === a.received);
  check(
    "burst: no more lost than by tcpdump",
    a.dropped <= b.dropped,
    `${rate} frames/s, ${BUFFER} MiB: ${a.dropped} of ${FRAMES}, tcpdump ${b.dropped}; ${megabytes} MB`,
  );
}

async function lines() {
  const child = await start("sh", "-c", `exec "$@" > ${path("lines")}`, "sh", SNIFF, "-i", "cable", "udp");
  const sent = SECONDS * RATE;
  const used = [];
  const timer = setInterval(() => used.push(memory(child.pid)), 1000);
  for (let left = sent; left > 0; left -= FRAMES)
    await send("--pps", String(RATE), "--limit", String(Math.min(left, FRAMES)));
  clearInterval(timer);
  await settled();
  const { captured, dropped } = await end(child);
  check(`lines: ${RATE} frames/s for ${SECONDS} s`, captured === sent && dropped === 0, `${dropped} dropped`);
  const middle = Math.max(...used.slice(0, used.length / 2));
  const last = Math.max(...used.slice(used.length / 2));
  check("lines: memory stays where it is", last < middle * 1.25 + 10, `${middle} MB, then ${last} MB`);
}

async function ring() {
  mkdirSync(path("ring"), { mode: 0o777 });
  execFileSync("chmod", ["777", folder, path("ring")]);
  const child = await start(
    ...[
      SNIFF,
      "-i",
      "cable",
      "-Z",
      "nobody",
      "-b",
      "filesize:2000",
      "-b",
      "files:5",
      "-w",
      path("ring/r.pcapng"),
      "udp",
    ],
  );
  const bare = readdirSync(`/proc/${child.pid}/task`).every((thread) => {
    const status = readFileSync(`/proc/${child.pid}/task/${thread}/status`, "utf8");
    return (
      /^Uid:(\s+65534){4}$/m.test(status) &&
      ["Prm", "Eff", "Inh"].every((set) => RegExp(`^Cap${set}:\\s+0+$`, "m").test(status))
    );
  });
  check("ring: every thread is nobody's and has no capability", bare);
  await send("--topspeed");
  await settled();
  const { captured, dropped, code } = await end(child, "SIGTERM");
  const names = readdirSync(path("ring"));
  const frames = names.map(
    (name) =>
      execFileSync("tshark", ["-nr", path(`ring/${name}`), "-T", "fields", "-e", "frame.number"], {
        maxBuffer: 1e9,
        stdio: ["ignore", "pipe", "ignore"],
      })
        .toString()
        .split("\n").length - 1,
  );
  check(
    "ring: five files that tshark reads",
    code === 0 && names.length === 5 && frames.every((count) => count > 0),
    frames.join(" "),
  );
  check("ring: nothing lost", captured + dropped === FRAMES && dropped === 0, `${captured} captured`);
}

async function trouble() {
  mkdirSync(path("small"));
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", path("small")]);
  try {
    const child = await start(SNIFF, "-i", "cable", "-w", path("small/full"), "udp");
    await send("--topspeed", "--limit", "20000");
    const code = await child.over;
    check(
      "full disk: one line, exit code 1",
      code === 1 && /\nsniff: -w .*: no space left on device\n$/.test(child.err),
    );
    const read = execFileSync("tshark", ["-nr", path("small/full")], {
      maxBuffer: 1e9,
      stdio: ["ignore", "pipe", "ignore"],
    });
    check("full disk: what was written is readable", read.length > 0);
  } finally {
    execFileSync("umount", [path("small")]);
  }
  ip("-n", far, "link", "add", "plug", "type", "veth", "peer", "name", "socket");
  for (const name of ["plug", "socket"]) ip("-n", far, "link", "set", name, "up");
  const gone = await start(SNIFF, "-i", "plug", "-w", path("gone"));
  ip("-n", far, "link", "del", "plug");
  check("unplugged: exit code 1", (await gone.over) === 1, gone.err.trimEnd().split("\n").at(-1));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    const child = await start(SNIFF, "-i", "cable", "-w", path("signal"), "udp");
    const { code } = await end(child, signal);
    check(`${signal}: exit code 0 and counts`, code === 0 && child.err.includes("packets captured"));
  }
  await closedTerminal();
}

/** script(1) is a terminal that goes away with its process. */
async function closedTerminal() {
  const command = `exec ${SNIFF} -i cable -w ${path("terminal")} udp`;
  const script = spawn("ip", ["netns", "exec", far, "script", "-qfc", command, "/dev/null"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let shown = "";
  script.stdout.on("data", (data) => (shown += data));
  while (!/capturing on/.test(shown)) await setTimeout(10);
  const pid = readFileSync(`/proc/${script.pid}/task/${script.pid}/children`, "utf8").trim();
  script.kill("SIGKILL");
  for (let i = 0; i < 300 && existsSync(`/proc/${pid}`); i++) await setTimeout(10);
  check("closed terminal: the capture ends", !existsSync(`/proc/${pid}`));
  // The last block of a complete file tells the counts.
  const file = readFileSync(path("terminal"));
  const size = file.readUInt32LE(file.length - 4);
  check("closed terminal: the file is complete", file.readUInt32LE(file.length - size) === STATISTICS);
}

async function slow() {
  const child = await ready(
    spawn("ip", ["netns", "exec", far, "sh", "-c", '"$@" | sleep 1000', "sh", SNIFF, "-i", "cable", "udp"], {
      stdio: ["ignore", "ignore", "pipe"],
    }),
  );
  const pids = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").trim().split(" ").map(Number);
  const [pid, sleeper] = pids;
  const used = [];
  for (let i = 0; i < 3; i++) {
    await send("--topspeed");
    used.push(memory(pid));
  }
  process.kill(pid, "SIGINT");
  await setTimeout(2500);
  process.kill(sleeper);
  await child.over;
  const dropped = Number(/(\d+) packets? dropped by kernel/.exec(child.err)?.[1]);
  check("slow reader: the kernel counts the drops", dropped > 0, `${dropped} of ${3 * FRAMES}`);
  check("slow reader: memory stays where it is", used[2] < used[0] + 20, used.map((n) => `${n} MB`).join(", "));
}

try {
  lay();
  writeTraffic();
  for (const part of [burst, lines, ring, trouble, slow])
    if (!positionals.length || positionals.includes(part.name)) await part();
} finally {
  clean();
}
process.exitCode = failures > 0 ? 1 : 0;
