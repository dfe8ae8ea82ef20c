import type { Cursor } from "../../core/cursor.ts";
import { computed, u32 } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import { fields, type Layout, layout } from "../../core/layout.ts";
import { protocol } from "../../core/protocol.ts";
import { table } from "../../core/registry.ts";
import { ascii, type Info } from "../../core/writer.ts";
import { frameKinds } from "../../names/wlan.ts";
import { LLC } from "../shared/ieee8023.ts";
import type { Rows } from "../shared/parts.ts";
import { elementFields, fixedRow, readElement, ssidRow, taggedRow } from "./elements.ts";
import { beaconInterval, dialogToken, fixedFields, fixedParts } from "./fixed.ts";
import {
  CONTROL,
  DATA,
  FROM_DS,
  found,
  hasHtControl,
  hasQos,
  header,
  headerFields,
  kindOf,
  MANAGEMENT,
  PROTECTED,
  readAddresses,
  sequence,
} from "./header.ts";
import { protectionFields, readProtection } from "./protection.ts";
import radio from "./radio.ts";
import { radiotap } from "./radiotap.ts";
import { FCS_AT_END } from "./reception.ts";
import { type Bits, DECIMAL, word } from "./words.ts";

const IEEE_802_11 = 105;
const FCS = 4;
/** The bit of a data frame's subtype that says that it carries no data. */
const NO_DATA = 0x04;
const UNVERIFIED = 2;
/** Management frames whose elements depend on what they ask for. */
const ACTION = 0x0d;
const ACTION_NO_ACK = 0x0e;
const AMSDU = 0x80;
const EOSP = 0x10;

const payload = table("eth.llc");

const check = fields("wlan", {
  fcs: u32("Frame check sequence", { show: "hex", little: true }),
  "fcs.status": computed("uint", "FCS Status", () => UNVERIFIED, { names: { [UNVERIFIED]: "Unverified" } }),
  mgt: computed("string", "IEEE 802.11 Wireless Management", () => "wlan.mgt", { protocol: true }),
});

const priorities = {
  names: {
    0: "Best Effort",
    1: "Background",
    2: "Spare",
    3: "Excellent Effort",
    4: "Controlled Load",
    5: "Video",
    6: "Voice",
    7: "Network Control",
  },
};
const acknowledgements = { names: { 0: "Normal Ack", 1: "No Ack", 2: "No explicit acknowledgement", 3: "Block Ack" } };
/** A QoS control field (IEEE 802.11 section 9.2.4.5), of which one bit and the last eight depend on who sends it. */
const qosControl = (bit: Bits, last: Bits, rows: Rows = {}): Layout =>
  layout("wlan", 2, {
    "qos.priority": computed("uint", "Priority", (r) => r.bytes[r.start]! & 7, priorities),
    ...word(0, 2, "qos", "Qos Control", [
      [4, "tid", "TID", DECIMAL],
      bit,
      [2, "ack", "Ack Policy", acknowledgements],
      [1, "amsdupresent", "Payload Type"],
      last,
    ]),
    ...rows,
  });
/** Of what a station sends: how long it wants to, or how much waits. */
const stationBit: Bits = [1, "bit4", "QoS bit 4"];
const stationDuration = qosControl(stationBit, [8, "txop_dur_req", "TXOP Duration Requested", DECIMAL]);
const stationQueue = qosControl(stationBit, [8, "queue_size", "Queue Size", DECIMAL]);
/** And of what an access point sends. */
const accessPoint = qosControl([1, "eosp", "EOSP"], [8, "ps_buf_state", "QAP PS Buffer State"], {
  "qos.buf_state_indicated": computed("bool", "Buffer State Indicated", (r) => (r.bytes[r.start + 1]! & 2) !== 0),
});

/** Reads the QoS control field; true where it says that several packets are in the frame. */
function readQos(c: Cursor, flags: number): boolean {
  const { at } = c;
  const isQueue = c.captured > 0 && (c.u8(at) & EOSP) !== 0;
  if (c.place((flags & FROM_DS) !== 0 ? accessPoint : isQueue ? stationQueue : stationDuration) < 0) return false;
  return (c.u8(at) & AMSDU) !== 0;
}

function readManagement(c: Cursor, kind: number): void {
  const layer = c.open(check.mgt);
  const parts = fixedParts[kind];
  const isAction = kind === ACTION || kind === ACTION_NO_ACK;
  if (parts !== undefined && parts.length > 0) {
    const row = isAction ? -1 : c.open(fixedRow);
    for (const part of parts) if (!part(c)) break;
    if (row >= 0) c.close(row);
  }
  if (parts !== undefined && !isAction && !c.broken && c.left > 0) {
    const row = c.open(taggedRow);
    c.items(c.end, undefined, readElement);
    c.close(row);
  }
  c.close(layer);
}

function readBody(c: Cursor, kind: number, flags: number): void {
  const type = kind >> 4;
  const isAggregate = hasQos(kind) && readQos(c, flags);
  if (c.broken || (hasHtControl(kind, flags) && !c.take(found.htc, 4)) || c.left <= 0) return;
  if (type === CONTROL || (type === DATA && (kind & NO_DATA) !== 0)) return c.rest();
  if ((flags & PROTECTED) !== 0) {
    readProtection(c);
    if (!c.broken) c.rest();
  } else if (type === MANAGEMENT) readManagement(c, kind);
  else if (type === DATA && !isAggregate) c.next(payload, LLC);
  else c.rest();
}

export default protocol({
  name: "wlan",
  title: "IEEE 802.11",
  spec: "IEEE 802.11",
  column: "802.11",
  fields: [...headerFields, check, stationDuration, stationQueue, accessPoint, ...protectionFields, ...fixedFields],
  expands: elementFields,
  reads: () => ({ "wlan.elements": { all: (c: Cursor) => void c.items(c.end, undefined, readElement) } }),
  on: { linktype: IEEE_802_11, "wlan_radio.payload": 0 },
  dissect(c) {
    const start = c.at;
    const at = c.place(header);
    if (at < 0 || c.get(at, header["fc.version"]) !== 0) return;
    const kind = kindOf(c.u8(start));
    if (!readAddresses(c, start)) return;
    if (hasFcs(c) && c.left >= FCS) takeFcs(c);
    readBody(c, kind, c.u8(start + 1));
  },
  summary(frame: Frame, row: number, info: Info) {
    if (!frame.holds(row + 1, header.duration)) return;
    const version = frame.get(row + 1, header["fc.version"]);
    if (version !== 0) return void info.set().text(`Unknown protocol version: ${version}`);
    const bytes = frame.bytesOf(row + 1);
    const start = frame.tape.start(row + 1);
    const kind = kindOf(bytes[start]!);
    info.set().text(frameKinds[kind] ?? "Unrecognized (Reserved frame)");
    const numbers = frame.find(row, sequence);
    if (numbers >= 0 && frame.holds(numbers, sequence.seq)) {
      info.text(", SN=").decimal(frame.get(numbers, sequence.seq));
      info.text(", FN=").decimal(bytes[frame.tape.start(numbers)]! & 15);
    }
    writeFlags(info.text(", Flags="), bytes[start + 1]!);
    if (frame.find(row, check.fcs) >= 0) info.text("C");
    if (kind >> 4 === MANAGEMENT) writeNetwork(frame, row, info);
  },
});

/** Takes the check sequence off the end of the frame, where it was captured. */
function takeFcs(c: Cursor): void {
  if (c.end <= c.have) {
    c.add(check.fcs, c.end - FCS, c.end);
    c.add(check["fcs.status"], c.end, c.end);
  }
  c.end -= FCS;
}

/** True where the capture or the radio says that a check sequence ends the frame. */
function hasFcs(c: Cursor): boolean {
  const { tape } = c;
  const outer = tape.nodes[Math.max(0, tape.layerBefore(tape.top))];
  return outer === radio ? (c.state(radiotap).flags & FCS_AT_END) !== 0 : c.frame.fcsLength === FCS;
}

const LETTERS = ascii("opmPRMFT");
const DOT = 46;

/** Writes the flags as letters, the high bit first, dots for those that are not set. */
function writeFlags(info: Info, flags: number): void {
  for (let i = 0; i < LETTERS.length; i++) info.byte((flags << i) & 0x80 ? LETTERS[i]! : DOT);
}

/** Writes what a frame says of its network. */
function writeNetwork(frame: Frame, row: number, info: Info): void {
  const { tape } = frame;
  const interval = frame.find(row, beaconInterval);
  if (interval >= 0) info.text(`, BI=${beaconInterval.numberAt(frame.bytesOf(interval), tape.start(interval), 2)}`);
  const dialog = frame.find(row, dialogToken);
  if (dialog >= 0) info.text(`, Dialog Token=${frame.bytesOf(dialog)[tape.start(dialog)]!}`);
  const ssid = frame.find(row, ssidRow);
  if (ssid < 0) return;
  if (tape.start(ssid) === tape.end(ssid)) info.text(", SSID=Wildcard (Broadcast)");
  else info.text(', SSID="').copy(frame.bytesOf(ssid), tape.start(ssid), tape.end(ssid)).text('"');
}
