import { FOLLOWING } from "../core/tape.ts";
import { computed, type Reading, type Time } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { layout } from "../core/layout.ts";
import { PROTOCOL } from "../core/node.ts";
import { protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";

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

/** The names of a frame's protocols, outermost first, as frame.protocols joins them. */
function protocolNames(frame: Frame): string {
  const { tape } = frame;
  const names: string[] = [];
  for (let i = 1; i < tape.count; i++) {
    if (tape.nodes[i]!.kind === PROTOCOL && tape.value(i) !== FOLLOWING) names.push(tape.nodes[i]!.name);
  }
  return names.join(":");
}

const own = (pick: (frame: Frame) => number | string | Time | undefined) => (r: Reading) => pick(r.frame as Frame);
const arrival = (f: Frame): Time => ({ seconds: f.seconds, nanoseconds: f.nanoseconds });
const timed = (pick: (frame: Frame) => Time) => own((f) => (f.hasTime ? pick(f) : undefined));

const meta = layout("frame", 0, {
  number: computed("uint", "Frame Number", own((f) => f.number)),
  time: computed("time", "Arrival Time", timed(arrival)),
  time_epoch: computed("duration", "Epoch Time", timed(arrival)),
  time_delta: computed("duration", "Time delta from previous captured frame", timed((f) =>
    difference(arrival(f), { seconds: f.previousSeconds, nanoseconds: f.previousNanoseconds }))),
  time_relative: computed("duration", "Time since reference or first frame", timed((f) =>
    difference(arrival(f), { seconds: f.firstSeconds, nanoseconds: f.firstNanoseconds }))),
  len: computed("uint", "Frame Length", own((f) => f.originalLength), { unit: "bytes" }),
  cap_len: computed("uint", "Capture Length", own((f) => f.capturedLength), { unit: "bytes" }),
  interface_id: computed("uint", "Interface id", own((f) => (f.interfaceName === undefined ? undefined : f.interfaceId))),
  interface_name: computed("string", "Interface name", own((f) => f.interfaceName)),
  protocols: computed("string", "Protocols in frame", own(protocolNames)),
});

/** What the capture says of a frame; the outermost layer. */
export default protocol({
  name: "frame", title: "Frame",
  on: { root: 0 },
  fields: [meta],
  dissect(c) {
    c.place(meta);
    c.next(linkTypes, c.frame.linkType);
  },
});
