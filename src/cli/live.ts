import type { Counts, LiveCapture } from "../index.ts";

/** A capture from the network as the command line announces and closes it. */
export class Live {
  readonly capture: LiveCapture;

  constructor(capture: LiveCapture) {
    this.capture = capture;
    for (const warning of capture.warnings) process.stderr.write(`sniff: warning: ${warning}\n`);
    const on = capture.devices.map(({ name, linkType }) => `${name}, link type ${linkType}`).join("; ");
    process.stderr.write(`sniff: capturing on ${on}\n`);
  }

  /** Says what became of the frames. */
  close(): void {
    process.stderr.write(closingWords(this.capture.counts));
  }
}

/** What became of the frames, in tcpdump's words. */
export function closingWords({ captured, received, dropped, droppedByInterface }: Counts): string {
  const packets = (count: number) => `${count} packet${count === 1 ? "" : "s"}`;
  const lines = [`${packets(captured)} captured`, `${packets(received)} received by filter`, `${packets(dropped)} dropped by kernel`];
  if (droppedByInterface > 0) lines.push(`${packets(droppedByInterface)} dropped by interface`);
  return `${lines.join("\n")}\n`;
}
