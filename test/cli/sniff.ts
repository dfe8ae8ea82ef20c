import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** The program as users start it. */
export const SNIFF = fileURLToPath(new URL("../../bin/sniff", import.meta.url));

/** Milliseconds a test may take: the first to start the program may have to build it. */
export const GENEROUS = 30_000;

/** Starts sniff. */
export const sniff = (...args: string[]) => spawn(process.execPath, [SNIFF, "-n", ...args]);

/** Collects what a stream says until it has said `wanted`. */
export function said(stream: NodeJS.ReadableStream, wanted: string): Promise<string> {
  let text = "";
  return new Promise((resolve) => {
    const listen = (data: Buffer) => {
      text += data;
      if (!text.includes(wanted)) return;
      stream.removeListener("data", listen);
      resolve(text);
    };
    stream.on("data", listen);
  });
}

/** Everything a process prints, and its exit code. */
export async function finished(
  child: ChildProcessWithoutNullStreams,
): Promise<{ out: string; err: string; code: number }> {
  let [out, err] = ["", ""];
  child.stdout.on("data", (data) => (out += data));
  child.stderr.on("data", (data) => (err += data));
  const [code] = await once(child, "close");
  return { out, err, code };
}
