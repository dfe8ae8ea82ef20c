import { ether, u16 } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import type { Info } from "../core/writer.ts";

const REPLY = 1;
const FORWARD = 2;
const functions: Readonly<Record<number, string>> = { 1: "Reply", 2: "Forward Data" };

const header = layout("loop", 2, { skipcount: u16(0, "skipCount", { little: true }) });
const found = fields("loop", {
  relevant_function: u16("Relevant function", { little: true, names: functions }),
  function: u16("Function", { little: true, names: functions, many: true }),
  receipt_number: u16("Receipt number", { little: true }),
  forwarding_address: ether("Forwarding address", { many: true }),
});

/**
 * Messages by which Ethernet stations test their connection: bytes to skip, then functions, each done by one station
 * until a reply ends them. Numbers are little-endian.
 */
export default protocol({
  name: "loop",
  title: "Configuration Test Protocol (loopback)",
  spec: "Ethernet 2.0 section 8",
  column: "LOOP",
  fields: [header, found],
  on: { ethertype: 0x9000 },
  dissect(c) {
    const at = c.place(header);
    if (at < 0) return;
    c.at += c.get(at, header.skipcount);
    if (!c.has(2)) return;
    c.add(found.relevant_function, c.at, c.at + 2);
    for (let more = true; more && c.has(2); ) {
      const kind = c.u8(c.at) | (c.u8(c.at + 1) << 8);
      c.take(found.function, 2);
      more = kind === FORWARD && c.take(found.forwarding_address, 6);
      if (kind === REPLY) c.take(found.receipt_number, 2);
    }
    c.rest();
  },
  summary(frame: Frame, row: number, info: Info) {
    const relevant = frame.find(row, found.relevant_function);
    if (relevant < 0) return;
    const kind = found.relevant_function.numberAt(frame.bytesOf(relevant), frame.tape.start(relevant), 2);
    info.set().text(functions[kind] ?? `Unknown function (${kind})`);
  },
});
