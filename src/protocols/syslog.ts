import { Buffer } from "node:buffer";
import { computed, type Reading, text } from "../core/field.ts";
import { fields } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { oneLine } from "./shared/text.ts";

const OPEN = 60;
/** The longest priority: `<191>`. */
const LONGEST = 5;
/** A priority is eight times the facility, and the severity. */
const LEVELS = 8;

const facilities = [
  "KERN",
  "USER",
  "MAIL",
  "DAEMON",
  "AUTH",
  "SYSLOG",
  "LPR",
  "NEWS",
  "UUCP",
  "CRON",
  "AUTHPRIV",
  "FTP",
  "NTP",
  "LOGAUDIT",
  "LOGALERT",
  "CRON",
  "LOCAL0",
  "LOCAL1",
  "LOCAL2",
  "LOCAL3",
  "LOCAL4",
  "LOCAL5",
  "LOCAL6",
  "LOCAL7",
];
const levels = ["EMERG", "ALERT", "CRIT", "ERR", "WARNING", "NOTICE", "INFO", "DEBUG"];

/** The number in `<134>`; 0 where there is none. */
const priorityOf = ({ bytes: b, start, end }: Reading): number =>
  Number.parseInt(Buffer.from(b.subarray(start + 1, end)).toString("latin1"), 10) || 0;

/** RFC 3164 section 4.1 */
const syslog = fields("syslog", {
  facility: computed("uint", "Facility", (r) => Math.floor(priorityOf(r) / LEVELS), { names: { ...facilities } }),
  level: computed("uint", "Level", (r) => priorityOf(r) % LEVELS, { names: { ...levels } }),
  msg: text("Message"),
});

/** How long the priority in `b` from `at` to `end` is; 0 where there is none. */
function prioritySize(b: Uint8Array, at: number, end: number): number {
  if (b[at] !== OPEN) return 0;
  const [priority = ""] =
    /^<\d{0,3}>?/.exec(Buffer.from(b.subarray(at, Math.min(end, at + LONGEST))).toString("latin1")) ?? [];
  return priority.length;
}

export default protocol({
  name: "syslog",
  title: "Syslog message",
  spec: "RFC 3164",
  column: "Syslog",
  fields: [syslog],
  on: { "udp.port": 514 },
  dissect(c) {
    const size = prioritySize(c.bytes, c.at, c.at + c.captured);
    if (size > 0) {
      c.add(syslog.facility, c.at, c.at + size);
      c.add(syslog.level, c.at, c.at + size);
      c.at += size;
    }
    c.takeRest(syslog.msg);
  },
  summary(frame, row, info) {
    const { tape } = frame;
    const message = frame.find(row, syslog.msg);
    const first = row + 1;
    info.set();
    if (tape.nodes[first] === syslog.facility) {
      const size = tape.end(first) - tape.start(first);
      const at = tape.start(first);
      const priority = priorityOf({
        bytes: frame.bytesOf(first),
        start: at,
        end: at + size,
        value: 0,
        row: first,
        frame,
      });
      const facility = facilities[Math.floor(priority / LEVELS)] ?? "UNKNOWN";
      info.text(`${facility}.${levels[priority % LEVELS]}: `);
    }
    if (message >= 0) info.text(oneLine(frame.bytesOf(message), tape.start(message), tape.end(message)));
  },
});
