import { bytes, ether, littleAt, lowBits, u8, u16, u64 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { actionCategories, authenticationAlgorithms } from "../../names/wlan.ts";
import { type Part, place, take } from "../shared/parts.ts";
import { DECIMAL, word } from "./words.ts";

const NUMBER = { ...DECIMAL, number: true } as const;

/** IEEE 802.11 section 9.4.1.4 */
const capabilities = layout("wlan", 2, {
  ...word(0, 2, "fixed.capabilities", "Capabilities Information", [
    [1, "ess", "ESS capabilities"],
    [1, "ibss", "IBSS status"],
    [1, "reserved1", "Reserved", NUMBER],
    [1, "reserved2", "Reserved", NUMBER],
    [1, "privacy", "Privacy"],
    [1, "short_preamble", "Short Preamble"],
    [1, "reserved3", "Reserved", NUMBER],
    [1, "reserved4", "Reserved", NUMBER],
    [1, "spec_man", "Spectrum Management"],
    [1, "qos", "QoS"],
    [1, "short_slot_time", "Short Slot Time"],
    [1, "apsd", "Automatic Power Save Delivery"],
    [1, "radio_measurement", "Radio Measurement"],
    [1, "epd", "EPD"],
    [1, "reserved5", "Reserved", NUMBER],
    [1, "reserved6", "Reserved", NUMBER],
  ]),
});

/** IEEE 802.11 section 9.4.1.13 */
const blockAckParameters = layout("wlan", 2, {
  ...word(0, 2, "fixed.baparams", "Block Ack Parameters", [
    [1, "amsdu", "A-MSDUs"],
    [1, "policy", "Block Ack Policy"],
    [4, "tid", "Traffic Identifier"],
    [10, "buffersize", "Number of Buffers (1 Buffer = 2304 Bytes)", DECIMAL],
  ]),
});
const startingSequence = layout("wlan", 2, {
  ...word(0, 2, "fixed.ssc", "Block Ack Starting Sequence Control (SSC)", [
    [4, "fragment", "Fragment", DECIMAL],
    [12, "sequence", "Starting Sequence Number", DECIMAL],
  ]),
});
const association = layout("wlan", 2, { "fixed.aid": lowBits(0, 2, 0, 14, "Association ID", { show: "hex" }) });

const blockAckNames = { 0: "Add Block Ack Request", 1: "Add Block Ack Response", 2: "Delete Block Ack" };
const little = { little: true } as const;
const hex = { show: "hex", little: true } as const;
const found = fields("wlan", {
  "fixed.timestamp": u64("Timestamp", little),
  "fixed.beacon": u16("Beacon Interval", little),
  "fixed.listen_ival": u16("Listen Interval", hex),
  "fixed.status_code": u16("Status code", hex),
  "fixed.reason_code": u16("Reason code", hex),
  "fixed.auth.alg": u16("Authentication Algorithm", { ...little, names: authenticationAlgorithms }),
  "fixed.auth_seq": u16("Authentication SEQ", hex),
  "fixed.category_code": u8("Category code", { names: actionCategories }),
  "fixed.action_code": u8("Action code"),
  "fixed.blockack_action": u8("Action code", { show: "hex", names: blockAckNames, name: "wlan.fixed.action_code" }),
  "fixed.sm.powercontrol": u8("Spatial Multiplexing (SM) Power Control", { show: "hex" }),
  "fixed.dialog_token": u8("Dialog token", { show: "hex" }),
  "fixed.batimeout": u16("Block Ack Timeout", hex),
  "fixed.htact": u8("HT Action", { show: "hex" }),
  "fixed.delba.param": u16("Delete Block Ack (DELBA) Parameter Set", hex),
  "fixed.current_ap": ether("Current AP"),
  "fixed.finite_cyclic_group": u16("Group Id", little),
  "fixed.scalar": bytes("Scalar"),
  "fixed.finite_field_element": bytes("Finite Field Element"),
  "fixed.send_confirm": u16("Send-Confirm", little),
  "fixed.confirm": bytes("Confirm"),
});

/** Everything fixed parameters can place. */
export const fixedFields = [capabilities, blockAckParameters, startingSequence, association, found] as const;

const dialog = take(found["fixed.dialog_token"], 1);
const status = take(found["fixed.status_code"], 2);
const timeout = take(found["fixed.batimeout"], 2);

/** Bytes of a scalar by its group (RFC 7664 section 8, IANA's IKE groups); an element of a curve is two. */
const scalarBytes: Readonly<Record<number, number>> = { 19: 32, 20: 48, 21: 66 };
const SAE = 3;
const COMMIT = 1;
const CONFIRM_BYTES = 32;

/** IEEE 802.11 section 12.4.7 */
const readSae: Part = (c) => {
  const sequence = littleAt(c.bytes, c.at - 4, 2);
  if (sequence !== COMMIT)
    return c.take(found["fixed.send_confirm"], 2) && c.take(found["fixed.confirm"], CONFIRM_BYTES);
  if (c.left < 2) return true;
  const { at } = c;
  if (!c.take(found["fixed.finite_cyclic_group"], 2)) return false;
  const size = scalarBytes[littleAt(c.bytes, at, 2)];
  if (size === undefined || c.left < 3 * size) return true;
  return c.take(found["fixed.scalar"], size) && c.take(found["fixed.finite_field_element"], 2 * size);
};

const authentication: Part = (c) => {
  const { at } = c;
  const isWhole = c.take(found["fixed.auth.alg"], 2) && c.take(found["fixed.auth_seq"], 2) && status(c);
  return isWhole && (littleAt(c.bytes, at, 2) !== SAE || readSae(c));
};

/** The frames of category Block Ack by their action (IEEE 802.11 section 9.6.4). */
const blockAcks: Readonly<Record<number, readonly Part[]>> = {
  0: [dialog, place(blockAckParameters), timeout, place(startingSequence)],
  1: [dialog, status, place(blockAckParameters), timeout],
  2: [take(found["fixed.delba.param"], 2), take(found["fixed.reason_code"], 2)],
};
const BLOCK_ACK = 3;
const HIGH_THROUGHPUT = 7;
/** An action of high throughput. */
const POWER_SAVE = 1;

const actionFrame: Part = (c) => {
  const { at } = c;
  if (!c.take(found["fixed.category_code"], 1) || c.left === 0) return true;
  const category = c.u8(at);
  if (category === HIGH_THROUGHPUT) {
    if (!c.take(found["fixed.htact"], 1)) return false;
    return c.u8(at + 1) !== POWER_SAVE || c.left === 0 || c.take(found["fixed.sm.powercontrol"], 1);
  }
  if (category !== BLOCK_ACK) return c.take(found["fixed.action_code"], 1);
  if (!c.take(found["fixed.blockack_action"], 1)) return false;
  return (blockAcks[c.u8(at + 1)] ?? []).every((part) => part(c));
};

const response = [place(capabilities), status, place(association)];
const beacon = [take(found["fixed.timestamp"], 8), take(found["fixed.beacon"], 2), place(capabilities)];
const request = [place(capabilities), take(found["fixed.listen_ival"], 2)];
const farewell = [take(found["fixed.reason_code"], 2)];

/** What stands in front of the elements, by the kind of management frame (IEEE 802.11 section 9.3.3). */
export const fixedParts: Readonly<Record<number, readonly Part[]>> = {
  0: request,
  1: response,
  2: [...request, take(found["fixed.current_ap"], 6)],
  3: response,
  4: [],
  5: beacon,
  8: beacon,
  10: farewell,
  11: [authentication],
  12: farewell,
  13: [actionFrame],
  14: [actionFrame],
};

/** The rows that Info tells of. */
export const { "fixed.beacon": beaconInterval, "fixed.dialog_token": dialogToken } = found;
