import type { Frame } from "../../core/frame.ts";
import { ascii, type Info } from "../../core/writer.ts";
import { packetTypes, packetTypesOf2 } from "../../names/quic.ts";
import { varintAt } from "../shared/varint.ts";
import { frame as fields } from "./frame-fields.ts";
import { long, longOf2, negotiation, packet, short } from "./header.ts";

/** Frames as Info names them, by type. */
const names: Readonly<Record<number, string>> = {
  0: "PADDING",
  1: "PING",
  2: "ACK",
  3: "ACK_ECN",
  4: "RS",
  5: "SS",
  6: "CRYPTO",
  7: "NT",
  ...Object.fromEntries(Array.from({ length: 8 }, (_, i) => [8 + i, "STREAM"])),
  16: "MD",
  17: "MSD",
  18: "MS",
  19: "MS",
  20: "DB",
  21: "SDB",
  22: "SB",
  23: "SB",
  24: "NCI",
  25: "RC",
  26: "PC",
  27: "PR",
  28: "CC",
  29: "CC",
  30: "DONE",
  48: "DG",
  49: "DG",
  64: "MP_NCI",
  65: "MP_RC",
  66: "MP_ACK",
  67: "MP_ACK",
  68: "ADD_ADDRESS",
  69: "REMOVE_ADDRESS",
  70: "UNIFLOWS",
  172: "IA",
  175: "AF",
  757: "TS",
};
const SEPARATOR = ascii(", ");
const DESTINATION = ascii(", DCID=");
const SOURCE = ascii(", SCID=");
const NUMBER = ascii(", PKN: ");

/** Streams that frames are about. */
const streams: ReadonlySet<object> = new Set([
  fields["stream.stream_id"],
  fields["rsts.stream_id"],
  fields["ss.stream_id"],
  fields["msd.stream_id"],
  fields["sdb.stream_id"],
]);

/** Writes what the packet is, whose it is, and which frames it holds; the last packet of a datagram has the line. */
export function summary(frame: Frame, row: number, info: Info): void {
  const { tape } = frame;
  const type = typeOf(frame, row);
  if (type === undefined) return;
  info.set().text(type);
  for (let i = row + 1; i < tape.count; i++) {
    if (tape.layer(i) !== row) continue;
    const node = tape.nodes[i]!;
    if (node === packet.dcid) info.put(DESTINATION).hexBytes(frame.bytesOf(i), tape.start(i), tape.end(i));
    else if (node === packet.scid) info.put(SOURCE).hexBytes(frame.bytesOf(i), tape.start(i), tape.end(i));
    else if (node === packet.packet_number) info.put(NUMBER).decimal(frame.numbers[tape.value(i)]!);
    else if (node === fields.frame) writeFrame(tape.value(i), info);
    else if (streams.has(node)) info.text(`(${varintAt(frame.bytesOf(i), tape.start(i))})`);
  }
}

function writeFrame(type: number, info: Info): void {
  const name = names[type];
  if (name !== undefined) info.put(SEPARATOR).text(name);
}

/** What the packet is; undefined for bytes behind the last one. */
function typeOf(frame: Frame, row: number): string | undefined {
  const { tape } = frame;
  for (let i = row + 1; i < tape.count; i++) {
    if (tape.layer(i) !== row) continue;
    const node = tape.nodes[i]!;
    if (node === long.$node) return packetTypes[frame.get(i, long["long.packet_type"])];
    if (node === longOf2.$node) return packetTypesOf2[frame.get(i, longOf2["long.packet_type_v2"])];
    if (node === negotiation.$node) return "Version Negotiation";
    if (node === short.$node) return `Protected Payload (KP${tape.value(i) < 0 ? 0 : (tape.value(i) >> 2) & 1})`;
  }
  return undefined;
}
