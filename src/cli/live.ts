import { capture, type CaptureOptions, type Counts, devices, dumpFilter, type FilterDump, type LiveCapture, open } from "../index.ts";
import { dropPrivileges } from "./privileges.ts";

/** The options of a live capture, by their letters. */
interface LiveFlags {
  readonly i?: string[];
  readonly s?: string;
  readonly p?: boolean;
  readonly B?: string;
  readonly I?: boolean;
  readonly y?: string;
  readonly Q?: string;
  readonly Z?: string;
}

const LINKTYPE_ETHERNET = 1;

/**
 * Starts capturing as the options say and gives up root's rights; Ctrl-C and SIGTERM end the capture, and what had
 * arrived is still shown. Throws `LiveError`, or an Error for -Z.
 */
export function captureLive(flags: LiveFlags, common: CaptureOptions): LiveCapture {
  const started = capture({
    ...common,
    ...(flags.i && { interface: flags.i.map(deviceNamed) }),
    ...(flags.s && Number(flags.s) > 0 && { snaplen: Number(flags.s) }),
    ...(flags.B && { bufferMiB: Number(flags.B) }),
    ...(flags.I && { monitor: true }),
    ...(flags.y && { linkType: flags.y }),
    ...(flags.Q && { direction: flags.Q as "in" | "out" | "inout" }),
    promiscuous: !flags.p,
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => started.stop());
  try {
    const remark = dropPrivileges(flags.Z);
    const on = started.devices.map(({ name, linkType }) => `${name}, link type ${linkType}`).join("; ");
    const warnings = [...started.warnings, ...(remark ? [remark] : [])];
    process.stderr.write([...warnings.map((text) => `warning: ${text}`), `capturing on ${on}`].map((text) => `sniff: ${text}\n`).join(""));
    return started;
  } catch (error) {
    started.close();
    throw error;
  }
}

/** A device by its number in the list of devices, or by its name. */
function deviceNamed(text: string): string {
  return /^\d+$/.test(text) ? (devices()[Number(text) - 1]?.name ?? text) : text;
}

/** The devices there are, numbered as `-i` takes them. */
export function deviceList(): string {
  return devices().map(({ name, description, addresses, up, loopback }, i) => {
    const state = [up ? "up" : "down", ...(loopback ? ["loopback"] : []), ...addresses].join(", ");
    return `${i + 1}. ${name}${description ? ` (${description})` : ""} [${state}]\n`;
  }).join("");
}

/** The program a capture filter compiles to, for the link type of a file's first frame, or for Ethernet. */
export async function filterProgram(text: string, style: FilterDump, path: string | undefined): Promise<string> {
  let linkType = LINKTYPE_ETHERNET;
  if (path !== undefined) {
    const file = open(path, { count: 1 });
    await file.read((frame) => (linkType = frame.linkType));
    file.close();
  }
  return dumpFilter(text, { linkType }, style);
}

/** What became of the frames, in tcpdump's words. */
export function closingWords({ captured, received, dropped, droppedByInterface }: Counts): string {
  const packets = (count: number) => `${count} packet${count === 1 ? "" : "s"}`;
  const lines = [`${packets(captured)} captured`, `${packets(received)} received by filter`, `${packets(dropped)} dropped by kernel`];
  if (droppedByInterface > 0) lines.push(`${packets(droppedByInterface)} dropped by interface`);
  return `${lines.join("\n")}\n`;
}
