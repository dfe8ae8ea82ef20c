import {
  bit,
  bits,
  computed,
  duration,
  frameNumber,
  none,
  type Reading,
  type Row,
  truth,
  u16,
} from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { dnsOpcodes, dnsRcodes } from "../../names/dns.ts";

/** What stands before a message over TCP (RFC 1035 section 4.2.2). */
export const framing = layout("dns", 2, { length: u16(0, "Length") });

const AUTHENTIC = 0x20;
/** AD in a query asks for the bit in the answer (RFC 6840 section 5.7); only worth a row when set. */
const asksAuthentic = (r: Reading) => ((r.bytes[r.start + 3]! & AUTHENTIC) !== 0 ? true : undefined);

const id = u16(0, "Transaction ID", { show: "hex" });
const flags = u16(2, "Flags", { show: "hex" });
const response = bit(16, "Response");
const opcode = bits(17, 4, "Opcode", { names: dnsOpcodes });
const truncated = bit(22, "Truncated");
const recdesired = bit(23, "Recursion desired");
const z = bit(25, "Z");
const checkdisable = bit(27, "Non-authenticated data");
const rcode = bits(28, 4, "Reply code", { names: dnsRcodes });

/** The first four bytes of a message, with the flags that mean something in it. */
const head = <const T extends Readonly<Record<string, Row>>>(more: T) =>
  layout("dns", 4, { id, flags, "flags.response": response, "flags.opcode": opcode, ...more });

/**  0                               16 1       5 6 7 8 9 A B C       31
 *  +--------------------------------+-+-------+-+-+-+-+-+-+-+---------+
 *  |               ID               |Q|Opcode |A|T|R|R|Z|A|C|  RCODE  |   RFC 1035 section 4.1.1
 *  |                                |R|       |A|C|D|A| |D|D|         |   RFC 4035 section 3.1.6 (AD, CD)
 *  +--------------------------------+-+-------+-+-+-+-+-+-+-+---------+ */
export const query = head({
  "flags.truncated": truncated,
  "flags.recdesired": recdesired,
  "flags.z": z,
  "flags.authenticated": computed("bool", "AD bit", asksAuthentic),
  "flags.checkdisable": checkdisable,
});

/** The same of an answer. */
export const answer = head({
  "flags.authoritative": bit(21, "Authoritative"),
  "flags.truncated": truncated,
  "flags.recdesired": recdesired,
  "flags.recavail": bit(24, "Recursion available"),
  "flags.z": z,
  "flags.authenticated": bit(26, "Answer authenticated"),
  "flags.checkdisable": checkdisable,
  "flags.rcode": rcode,
});

const conflict = bit(21, "Conflict");
const tentative = bit(23, "Tentative");

/** The same in LLMNR, which has C and T for AA and RD (RFC 4795 section 2.1.1). */
export const llmnrQuery = head({
  "flags.conflict": conflict,
  "flags.truncated": truncated,
  "flags.tentative": tentative,
});
export const llmnrAnswer = head({
  "flags.conflict": conflict,
  "flags.truncated": truncated,
  "flags.tentative": tentative,
  "flags.rcode": rcode,
});

/**  0                                16                               31
 *  +--------------------------------+--------------------------------+
 *  |            QDCOUNT             |            ANCOUNT             |
 *  |            NSCOUNT             |            ARCOUNT             |   RFC 1035 section 4.1.1
 *  +--------------------------------+--------------------------------+ */
export const counts = layout("dns", 8, {
  "count.queries": u16(0, "Questions"),
  "count.answers": u16(2, "Answer RRs"),
  "count.auth_rr": u16(4, "Authority RRs"),
  "count.add_rr": u16(6, "Additional RRs"),
});

/** The same in an update (RFC 2136 section 2). */
export const updateCounts = layout("dns", 8, {
  "count.zones": u16(0, "Zones"),
  "count.prerequisites": u16(2, "Prerequisites"),
  "count.updates": u16(4, "Updates"),
  "count.add_rr": u16(6, "Additional RRs"),
});

/** What is known of the exchange a message belongs to. */
export const exchange = fields("dns", {
  response_to: frameNumber("Request In"),
  time: duration("Time"),
  unsolicited: truth("Unsolicited"),
  retransmission: truth("Retransmission"),
  retransmit_request: none("DNS query retransmission"),
  retransmit_request_in: frameNumber("Retransmitted request. Original request in"),
  retransmit_response: none("DNS response retransmission"),
  retransmit_response_in: frameNumber("Retransmitted response. Original response in"),
});
