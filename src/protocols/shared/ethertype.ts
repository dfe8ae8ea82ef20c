import type { Cursor } from "../../core/cursor.ts";
import { protocol } from "../../core/protocol.ts";
import { table } from "../../core/registry.ts";

const etherTypes = table("ethertype");

/** The step from an EtherType to its protocol, which Wireshark counts among the protocols of a frame. */
export const ethertype = protocol({
  name: "ethertype",
  title: "Ethertype",
  hidden: true,
  column: (frame, row) => `0x${frame.tape.value(row).toString(16).padStart(4, "0")}`,
  dissect: () => {},
});

/** Hands the payload to the protocol of an EtherType; returns where its data ends. */
export function nextEthertype(c: Cursor, type: number): number {
  c.passing(ethertype, type);
  return c.next(etherTypes, type);
}
