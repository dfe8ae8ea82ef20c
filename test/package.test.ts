import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const root = fileURLToPath(new URL("..", import.meta.url));
/** An empty project that installs the package as it would be published. */
const project = mkdtempSync(join(tmpdir(), "package-"));
const tsc = join(root, "node_modules", "typescript", "bin", "tsc");

/** Runs a command in the project and returns what it prints; throws with all it said where it fails. */
function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: project, encoding: "utf8" });
  if (status !== 0)
    throw new Error(`${command} ${args.join(" ")} fails:
${stdout}${stderr}`);
  return stdout;
}

const capture = "fixtures/http/hello.pcap";
const write = (name: string, content: string | object) =>
  writeFileSync(join(project, name), typeof content === "string" ? content : JSON.stringify(content));

/** What the README shows of the library: blocks of code, and of text what the first one prints. */
const shown = readFileSync(join(root, "README.md"), "utf8").split("## The library in ten lines")[1]!;
const blocks = (language: string) =>
  [...shown.matchAll(/```(\w*)\n(.*?)```/gs)].flatMap(([, of, text]) => (of === language ? text! : []));

/** What a user of the types writes; nothing in it may be `any`. */
const typed = `
import { type Capture, capture, dissect, type FieldName, type FrameObject, golden, matchGolden, open } from "wiresniff";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const check = <_ extends true>() => {};

const frame = dissect(new Uint8Array(60), "ethernet");
const port = frame.value("tcp.srcport");
check<Equal<typeof port, number | undefined>>();
const addresses = frame.value("ip.addr");
check<Equal<typeof addresses, string[] | undefined>>();
const sources = frame.values("ip.src");
check<Equal<typeof sources, string[]>>();
const isSyn = frame.value("tcp.flags.syn");
check<Equal<typeof isSyn, boolean | undefined>>();
// @ts-expect-error: no such field
frame.value("ip.sorc");
// @ts-expect-error: no such protocol
frame.has("htpt");
// @ts-expect-error: no such link type
dissect(new Uint8Array(0), "etherent");
const name: FieldName = "dns.qry.name";
frame.has(name);

const object: FrameObject = frame.toObject();
const hosts = object.layers[0]?.fields["http.host"];
check<Equal<typeof hosts, string[] | undefined>>();
const answers = object.layers[0]?.fields["dns.answers"]?.[0]?.["dns.resp.ttl"];
check<Equal<typeof answers, number[] | undefined>>();

export async function read(response: Response): Promise<string[]> {
  const { signal } = new AbortController();
  for await (const batch of open(response.body!)) for (const { number } of batch) number.toFixed();
  const live: Capture = capture({ interface: "lo", filter: "port 80", signal });
  live.close();
  await matchGolden("hello.pcap");
  return [await golden("hello.pcap", { displayFilter: "http" })];
}
`;

/** Installs the package with npm; where no registry can be reached, its dependencies are this checkout's. */
function install(tarball: string): void {
  const quickly = ["--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--fetch-retries=0"];
  const { status } = spawnSync("npm", ["install", ...quickly, `./${tarball}`], { cwd: project });
  if (status === 0) return;
  const modules = join(project, "node_modules");
  rmSync(modules, { recursive: true, force: true });
  mkdirSync(join(modules, ".bin"), { recursive: true });
  run("tar", "-xzf", tarball, "-C", modules);
  renameSync(join(modules, "package"), join(modules, "wiresniff"));
  symlinkSync(join(root, "node_modules"), join(modules, "wiresniff", "node_modules"));
  symlinkSync("../wiresniff/bin/sniff", join(modules, ".bin", "sniff"));
}

beforeAll(() => {
  run(process.execPath, join(root, "bin", "prepare.js"));
  execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", project], { cwd: root, stdio: "ignore" });
  const tarball = readdirSync(project).find((file) => file.endsWith(".tgz"))!;
  write("package.json", { private: true, type: "module" });
  install(tarball);
  for (const folder of ["http", "dns"])
    cpSync(join(root, "fixtures", folder), join(project, "fixtures", folder), { recursive: true });
  write("typed.ts", typed);
  blocks("ts").forEach((code, i) => write(`readme${i}.ts`, code));
});

afterAll(() => rmSync(project, { recursive: true }));

test("holds what a user needs and nothing else", () => {
  const files = run("tar", "-tzf", readdirSync(project).find((file) => file.endsWith(".tgz"))!)
    .trim()
    .split("\n");
  const unneeded = files.filter(
    (file) =>
      !/^package\/(bin\/sniff|dist\/.*\.(js|d\.ts)|dist\/(vendors|services)\.txt|package\.json|[A-Z]+(\.md)?)$/.test(
        file,
      ),
  );
  expect(unneeded).toEqual([]);
  expect(files.filter((file) => file.endsWith(".js")).sort()).toEqual([
    "package/dist/bin/sniff.js",
    "package/dist/lib/index.js",
  ]);
});

/** Compiler options under which a strict project compiles against the package, declarations included. */
const common = { strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, outDir: "out", target: "es2022" };
test.each([
  ["nodenext", { module: "nodenext", moduleResolution: "nodenext" }],
  ["bundler", { module: "esnext", moduleResolution: "bundler" }],
])("compiles with module resolution %s, without types of Node.js", (name, resolution) => {
  const compilerOptions = { ...common, ...resolution, types: [], lib: ["es2022", "dom", "dom.asynciterable"] };
  write(`tsconfig.${name}.json`, { compilerOptions, files: ["typed.ts"] });
  run(process.execPath, tsc, "-p", `tsconfig.${name}.json`);
});

test("the README's code compiles", () => {
  const typeRoots = [join(root, "node_modules/@types")];
  const compilerOptions = { ...common, module: "nodenext", types: ["node"], typeRoots };
  write("tsconfig.json", { compilerOptions, files: blocks("ts").map((_, i) => `readme${i}.ts`) });
  run(process.execPath, tsc, "-p", "tsconfig.json");
});

/** Further releases of Node.js to try. */
const others = (process.env["NODE_RELEASES"] ?? "").split(" ").filter(Boolean);
const nodes: [string, readonly string[]][] = [
  [process.version, [process.execPath]],
  ...others.map((release): [string, string[]] => [release, ["npx", "--yes", "-p", `node@${release}`, "node"]]),
];

describe.each(nodes)("on Node.js %s", (_, [command, ...args]) => {
  const node = (...more: string[]) => run(command!, ...args, ...more);

  test("the README's example prints what it says", () => {
    expect(node("out/readme0.js")).toBe(blocks("")[0]);
  });

  test("the command runs", () => {
    const printed = node(
      "node_modules/.bin/sniff",
      "-r",
      capture,
      "-Y",
      "http.request",
      "-T",
      "fields",
      "-e",
      "http.host",
    );
    expect(printed.trim()).toBe("10.77.0.2");
    expect(node("node_modules/.bin/sniff", "-v")).toMatch(/^sniff \d/);
    const named = node("node_modules/.bin/sniff", "-N", "mt", "-r", "fixtures/dns/named.pcap");
    expect(named).toMatch(/Apple_0a:0b:0c → Broadcast [^]* http\(80\) /);
  });
});
