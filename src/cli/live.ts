import { capture, type CaptureOptions, type Counts, type LiveCapture } from "../index.ts";

/** The options of a live capture, by their letters. */
interface LiveFlags {
  readonly i?: string[];
  readonly s?: string;
  readonly p?: boolean;
  readonly B?: string;
}

/**
 * Starts capturing as the options say; Ctrl-C and SIGTERM end the capture, and what had arrived is still shown. Throws
 * `LiveError`.
 */
export function captureLive(flags: LiveFlags, common: CaptureOptions): LiveCapture {
  const started = capture({
    ...common,
    ...(flags.i && { interface: flags.i }),
    ...(flags.s && Number(flags.s) > 0 && { snaplen: Number(flags.s) }),
    ...(flags.B && { bufferMiB: Number(flags.B) }),
    promiscuous: !flags.p,
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => started.stop());
  for (const warning of started.warnings) process.stderr.write(`sniff: warning: ${warning}\n`);
  const on = started.devices.map(({ name, linkType }) => `${name}, link type ${linkType}`).join("; ");
  process.stderr.write(`sniff: capturing on ${on}\n`);
  return started;
}

/** What became of the frames, in tcpdump's words. */
export function closingWords({ captured, received, dropped, droppedByInterface }: Counts): string {
  const packets = (count: number) => `${count} packet${count === 1 ? "" : "s"}`;
  const lines = [`${packets(captured)} captured`, `${packets(received)} received by filter`, `${packets(dropped)} dropped by kernel`];
  if (droppedByInterface > 0) lines.push(`${packets(droppedByInterface)} dropped by interface`);
  return `${lines.join("\n")}\n`;
}
