import { computed, type Reading, type Time, text } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields, layout } from "../core/layout.ts";
import { MENTION, PROTOCOL } from "../core/node.ts";
import { type Protocol, protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";
import type { Rows } from "../core/rows.ts";
import { FOLLOWING, type Tape } from "../core/tape.ts";
import type { Info } from "../core/writer.ts";
import { linkTypes as linkTypeNames } from "../names/link-types.ts";

const linkTypes = table("linktype");

/** `later - earlier`, the sign on both parts. */
function difference(later: Time, earlier: Time): Time {
  let seconds = later.seconds - earlier.seconds;
  let nanoseconds = later.nanoseconds - earlier.nanoseconds;
  if (seconds > 0 && nanoseconds < 0) {
    seconds--;
    nanoseconds += 1e9;
  } else if (seconds < 0 && nanoseconds > 0) {
    seconds++;
    nanoseconds -= 1e9;
  }
  return { seconds, nanoseconds };
}

function mentions({ nodes, count }: Tape): boolean {
  for (let i = 1; i < count; i++) if (nodes[i]!.mentions) return true;
  return false;
}

/** The names of a frame's protocols, outermost first, as frame.protocols joins them. */
function protocolNames(r: Reading): string {
  const frame = r.frame as Frame;
  const rows = r.rows as Rows | undefined;
  const tape = rows !== undefined && mentions(frame.tape) ? rows.expanded(frame) : frame.tape;
  const names: string[] = [];
  for (let i = 1; i < tape.count; i++) {
    const { kind, name } = tape.nodes[i]!;
    if (kind === MENTION || (kind === PROTOCOL && tape.value(i) !== FOLLOWING)) names.push(name);
  }
  return names.join(":");
}

const own = (pick: (frame: Frame) => number | string | boolean | Time | undefined) => (r: Reading) =>
  pick(r.frame as Frame);
const arrival = (f: Frame): Time => ({ seconds: f.seconds, nanoseconds: f.nanoseconds });
const timed = (pick: (frame: Frame) => Time) => own((f) => (f.hasTime ? pick(f) : undefined));

const meta = layout("frame", 0, {
  number: computed(
    "uint",
    "Frame Number",
    own((f) => f.number),
  ),
  time: computed("time", "Arrival Time", timed(arrival)),
  time_epoch: computed("duration", "Epoch Time", timed(arrival)),
  time_delta: computed(
    "duration",
    "Time delta from previous captured frame",
    timed((f) => difference(arrival(f), { seconds: f.previousSeconds, nanoseconds: f.previousNanoseconds })),
  ),
  time_relative: computed(
    "duration",
    "Time since reference or first frame",
    timed((f) => difference(arrival(f), { seconds: f.firstSeconds, nanoseconds: f.firstNanoseconds })),
  ),
  len: computed(
    "uint",
    "Frame Length",
    own((f) => f.originalLength),
    { unit: "bytes" },
  ),
  cap_len: computed(
    "uint",
    "Capture Length",
    own((f) => f.capturedLength),
    { unit: "bytes" },
  ),
  section_number: computed(
    "uint",
    "Section number",
    own((f) => f.section || undefined),
  ),
  interface_id: computed(
    "uint",
    "Interface id",
    own((f) => (f.interfaceId < 0 ? undefined : f.interfaceId)),
  ),
  interface_name: computed(
    "string",
    "Interface name",
    own((f) => f.interfaceName),
  ),
  packet_flags: computed(
    "uint",
    "Packet flags",
    own((f) => (f.packetFlags < 0 ? undefined : f.packetFlags)),
    {
      show: "hex",
      width: 32,
    },
  ),
  packet_flags_direction: computed(
    "uint",
    "Direction",
    own((f) => (f.packetFlags < 0 ? undefined : f.packetFlags & 3)),
    {
      show: "hex",
      width: 32,
      names: { 0: "Unknown", 1: "Inbound", 2: "Outbound" },
    },
  ),
  cb_pen: computed(
    "uint",
    "Private Enterprise Number",
    own((f) => f.custom?.enterprise),
  ),
  cb_copy: computed(
    "bool",
    "Copying",
    own((f) => f.custom?.copied),
  ),
  protocols: computed("string", "Protocols in frame", protocolNames),
});

/** What people wrote about the frame. */
const notes = fields("frame", { comment: text("Comment", { generated: true, many: true }) });

/** True for a frame of a link that no protocol here reads. */
function isUnknown({ tape }: Frame): boolean {
  const first = tape.layerEnd(0);
  return first >= tape.count || (tape.nodes[first] as Protocol).fallback !== undefined;
}

const nameOf = (linkType: number) => linkTypeNames[linkType] ?? `LINKTYPE ${linkType}`;

/** What the capture says of a frame; the outermost layer. */
export default protocol({
  name: "frame",
  title: "Frame",
  on: { root: 0 },
  fields: [meta, notes],
  column: (frame) => (frame.custom ? "PCAPNG" : isUnknown(frame) ? nameOf(frame.linkType) : ""),
  dissect(c) {
    c.place(meta);
    const { comments } = c.frame;
    if (comments !== undefined)
      for (const comment of comments) c.add(notes.comment, c.at, c.at, c.frame.addText(comment));
    c.next(linkTypes, c.frame.linkType);
  },
  summary(frame: Frame, _row: number, info: Info) {
    const { custom } = frame;
    if (custom)
      info.set().text(`Custom Block: PEN = ${custom.enterprise}, will ${custom.copied ? "" : "not "}be copied`);
    else if (isUnknown(frame)) info.set().text(`Link type ${nameOf(frame.linkType)} (${frame.linkType})`);
  },
});
