// Makes a checkout runnable: installs what package-lock.json asks for and builds dist, each only where it is missing or
// older than what it is made from. An installed package never comes here.
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const at = (...path) => join(root, ...path);
const stamp = at("dist", ".built");
const lock = at(".sniff-build.lock");

const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    latest = Math.max(latest, modified(join(entry.parentPath ?? entry.path, entry.name)));
  }
  return latest;
}

/** What a link leads to is somebody else's to install. */
const isLink = (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
const needsInstall = () =>
  !isLink(at("node_modules")) && modified(at("node_modules", ".package-lock.json")) < modified(at("package-lock.json"));
const needsBuild = () => modified(stamp) < Math.max(newest(at("src")), modified(at("tsconfig.build.json")));

/** Root builds as the owner of the checkout, so that nothing in it comes to belong to root. */
function owner() {
  const { uid, gid } = statSync(root);
  if (process.getuid?.() !== 0 || uid === 0) return {};
  const entry = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((line) => line.split(":")[2] === String(uid));
  return { uid, gid, env: { ...process.env, HOME: entry?.split(":")[5] ?? root } };
}

function run(command, ...args) {
  // Loaded only where something is to be built: it takes as long as all the looking before.
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2], ...owner() });
  if (error || status !== 0) fail(`'${command} ${args.join(" ")}' failed${error ? `: ${error.message}` : ""}`);
}

function fail(why) {
  rmSync(lock, { recursive: true, force: true });
  process.stderr.write(`sniff: cannot build this checkout (${root}): ${why}\n`);
  process.exit(2);
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** One build at a time; a lock whose holder is gone is taken over. */
function takeLock() {
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, "pid"), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== "EEXIST") fail(error.message);
    }
    const holder = existsSync(join(lock, "pid")) ? Number(readFileSync(join(lock, "pid"), "utf8")) : 0;
    if (holder > 0 && !alive(holder)) rmSync(lock, { recursive: true, force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
}

/** Installs and builds what is out of date; ends the process with one clear line where that cannot be done. */
export function prepare() {
  if (!needsInstall() && !needsBuild()) return;
  try {
    accessSync(root, constants.W_OK);
  } catch {
    fail("it cannot be written; as its owner run: npm ci && npm run build");
  }
  takeLock();
  if (needsInstall()) run("npm", "ci", "--include=dev", "--no-fund", "--no-audit", "--loglevel=error");
  if (needsBuild()) {
    run("npm", "run", "--silent", "build");
    writeFileSync(stamp, "");
  }
  rmSync(lock, { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) prepare();
