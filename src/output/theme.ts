import type { Frame } from "../core/frame.ts";
import { PROTOCOL } from "../core/node.ts";
import { ascii } from "../core/writer.ts";

const style = (codes: string) => ascii(`\u001b[${codes}m`);

/** Ends the colour of a line. */
export const colorEnd = style("0");

const TROUBLE = style("31");
const SUSPECT = style("33");

/** Colours by protocol; the innermost that has one decides. */
const colors: Readonly<Record<string, Uint8Array>> = {
  arp: style("93"),
  icmp: style("95"),
  icmpv6: style("95"),
  igmp: style("95"),
  tcp: style("37"),
  udp: style("36"),
  dns: style("96"),
  mdns: style("96"),
  llmnr: style("96"),
  dhcp: style("94"),
  dhcpv6: style("94"),
  http: style("92"),
  http2: style("92"),
  websocket: style("92"),
  tls: style("35"),
  ntp: style("34"),
};

/**
 * The colour of a frame's line: trouble first, then segments that TCP marks, then its innermost protocol; undefined for
 * the terminal's own.
 */
export function colorOf(frame: Frame): Uint8Array | undefined {
  if (frame.faults.length > 0) return TROUBLE;
  if (frame.preface >= 0) return SUSPECT;
  const { tape } = frame;
  for (let row = tape.top; row >= 0; row = tape.layerBefore(row)) {
    if (tape.nodes[row]!.kind !== PROTOCOL || tape.flags(row) !== 0) continue;
    const color = colors[tape.nodes[row]!.name];
    if (color !== undefined) return color;
  }
  return undefined;
}
