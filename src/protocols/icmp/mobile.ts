import type { Cursor } from "../../core/cursor.ts";
import { bit, bits, bytes, ipv4, u8, u16 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { group } from "../../core/protocol.ts";

const PADDING = 0;
const AGENT = 16;
const PREFIXES = 19;
const CHALLENGE = 24;

const kind = u8(0, "Extension Type", {
  many: true,
  names: {
    0: "One byte padding",
    16: "Mobility Agent Advertisement Extension",
    19: "Prefix-Lengths Extension",
    24: "Challenge Extension",
  },
});
const padding = layout("icmp.mip", 1, { type: kind });
const head = layout("icmp.mip", 2, { type: kind, length: u8(1, "Length", { many: true }) });

/** RFC 5944 section 2.1.1; its care-of addresses follow. */
const agent = layout("icmp.mip", 6, {
  seq: u16(0, "Sequence Number"),
  life: u16(2, "Registration Lifetime"),
  flags: u16(4, "Flags", { show: "hex" }),
  "flags.r": bit(32, "Registration Required", { name: "icmp.mip.r" }),
  "flags.b": bit(33, "Busy", { name: "icmp.mip.b" }),
  "flags.h": bit(34, "Home Agent", { name: "icmp.mip.h" }),
  "flags.f": bit(35, "Foreign Agent", { name: "icmp.mip.f" }),
  "flags.m": bit(36, "Minimal Encapsulation", { name: "icmp.mip.m" }),
  "flags.g": bit(37, "GRE", { name: "icmp.mip.g" }),
  "flags.v": bit(38, "VJ Comp", { name: "icmp.mip.v" }),
  "flags.rt": bit(39, "Reverse tunneling", { name: "icmp.mip.rt" }),
  "flags.u": bit(40, "UDP tunneling", { name: "icmp.mip.u" }),
  "flags.x": bit(41, "Revocation support", { name: "icmp.mip.x" }),
  "flags.reserved": bits(42, 6, "Reserved", { name: "icmp.mip.reserved", show: "hex", width: 16 }),
});

const free = fields("icmp.mip", {
  coa: ipv4("Care-Of-Address", { many: true }),
  prefixlength: u8("Prefix Length", { many: true }),
  challenge: bytes("Challenge"),
  content: bytes("Content", { many: true }),
});

const extension = group("Extension", { list: "icmp.mip_list" });

/** Every set of fields of a mobility agent's advertisement. */
export const mobileFields: readonly object[] = [extension, padding, head, agent, free];

/** Reads one extension of a router advertisement (RFC 5944 section 2.1): type and, but for padding, length of what follows. */
export function readExtension(c: Cursor): void {
  const row = c.open(extension);
  const at = c.at;
  const type = c.u8(at);
  if (c.place(type === PADDING ? padding : head) >= 0 && type !== PADDING && c.has(c.u8(at + 1))) {
    c.items(c.at + c.u8(at + 1), head.length, bodies[type] ?? content);
  }
  c.close(row);
}

const content = (c: Cursor) => void c.take(free.content, c.left);
const bodies: Readonly<Record<number, (c: Cursor) => void>> = {
  [AGENT]: (c) => {
    if (c.place(agent) >= 0) c.items(c.end, head.length, (inner) => void inner.take(free.coa, 4));
  },
  [PREFIXES]: (c) => void c.take(free.prefixlength, 1),
  [CHALLENGE]: (c) => void c.take(free.challenge, c.left),
};
