import type { Cursor } from "../core/cursor.ts";
import { bit, bits, computed, type Field, type Reading, u8, u16, u24 } from "../core/field.ts";
import type { Frame } from "../core/frame.ts";
import { fields, layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { type TableName, table } from "../core/registry.ts";
import type { Info } from "../core/writer.ts";
import { etherTypes } from "../names/ethertypes.ts";
import {
  accessPoints,
  snapOrganizations,
  supervisoryFunctions,
  unnumberedCommands,
  unnumberedResponses,
} from "../names/llc.ts";
import { LLC } from "./shared/ieee8023.ts";

const SNAP = 0xaa;
const IP = 0x06;
const IPV4_TYPE = 0x0800;
/** Organizations whose SNAP protocols are EtherTypes: nobody's (RFC 1042) and the bridge tunnel's (RFC 1390). */
const ENCAPSULATED_ETHERNET = 0x000000;
const BRIDGED_ETHERNET = 0x0000f8;
const UNNUMBERED = 3;
const XID_BASIC = 0x81;
/** LLC over ATM (RFC 2684 section 5). */
const ATM_RFC1483 = 100;

const servicePoints = table("llc.dsap");
const types = table("ethertype");

/**  0       7 8      15 16     23 (31)
 *  +---------+---------+-----------+
 *  |  DSAP   |  SSAP   |  Control  |   IEEE 802.2 section 3.2
 *  +---------+---------+-----------+ */
const header = layout("llc", 2, {
  dsap: u8(0, "DSAP", { show: "hex", names: (v) => accessPoints[v >> 1] }),
  "dsap.sap": bits(0, 7, "SAP", { names: accessPoints }),
  "dsap.ig": bit(7, "IG Bit"),
  ssap: u8(1, "SSAP", { show: "hex", names: (v) => accessPoints[v >> 1] }),
  "ssap.sap": bits(8, 7, "SAP", { names: accessPoints }),
  "ssap.cr": bit(15, "CR Bit"),
});

const isResponse = (r: Reading) => (r.bytes[r.start - 1]! & 1) === 1;
/** The five modifier bits on either side of the poll bit. */
const modifierOf = (control: number) => (control & 0xec) >> 2;
/** A value of commands or of responses only: the bit that tells is the last before the control field. */
const only = (response: boolean, value: (control: number) => number) => (r: Reading) =>
  isResponse(r) === response ? value(r.bytes[r.end - 1]!) : undefined;
const commandName = (v: number) => unnumberedCommands[v]?.[1];
const responseName = (v: number) => unnumberedResponses[v]?.[1];
const frameTypes = { 0: "Information frame", 1: "Supervisory frame", 2: "Information frame", 3: "Unnumbered frame" };
const pollOrFinal = {
  "control.p": computed("bool", "Poll", (r) => pollBit(r, false)),
  "control.f": computed("bool", "Final", (r) => pollBit(r, true)),
};

/** The poll bit of a command or the final bit of a response, where it is set. */
function pollBit(r: Reading, response: boolean): boolean | undefined {
  const isSet = r.end - r.start === 1 ? (r.bytes[r.start]! & 16) !== 0 : (r.bytes[r.start + 1]! & 1) !== 0;
  // An information frame is a command whatever the response bit says.
  const isInformation = r.end - r.start === 2 && (r.bytes[r.start]! & 1) === 0;
  return isSet && (isResponse(r) && !isInformation) === response ? true : undefined;
}

const unnumbered = layout("llc", 1, {
  control: u8(0, "Control", { show: "hex", width: 16 }),
  ...pollOrFinal,
  "control.u_modifier_cmd": computed("uint", "Command", only(false, modifierOf), {
    show: "hex",
    width: 8,
    names: commandName,
  }),
  "control.u_modifier_resp": computed("uint", "Response", only(true, modifierOf), {
    show: "hex",
    width: 8,
    names: responseName,
  }),
  "control.ftype": bits(6, 2, "Frame type", { show: "hex", width: 8, names: frameTypes }),
});

const information = layout("llc", 2, {
  control: u16(0, "Control", { show: "hex", little: true }),
  "control.n_r": bits(8, 7, "N(R)"),
  "control.n_s": bits(0, 7, "N(S)"),
  ...pollOrFinal,
  "control.ftype": bits(7, 1, "Frame type", { show: "hex", width: 16, names: frameTypes }),
});

const supervisory = layout("llc", 2, {
  control: u16(0, "Control", { show: "hex", little: true }),
  "control.n_r": bits(8, 7, "N(R)"),
  ...pollOrFinal,
  "control.s_ftype": bits(4, 2, "Supervisory frame type", {
    show: "hex",
    width: 16,
    names: (v) => supervisoryFunctions[v]?.[1],
  }),
  "control.ftype": bits(6, 2, "Frame type", { show: "hex", width: 16, names: frameTypes }),
});

const snap = fields("llc", {
  oui: u24("Organization Code", { names: snapOrganizations }),
  type: u16("Type", { show: "hex", names: etherTypes }),
  pid: u16("Protocol ID", { show: "hex" }),
  cisco_pid: u16("PID", { show: "hex" }),
  iana_pid: u16("PID", { show: "hex" }),
  nortel_pid: u16("PID", { show: "hex" }),
  force10_pid: u16("PID", { show: "hex" }),
  hpteam_pid: u16("PID", { show: "hex" }),
  cimetrics_pid: u16("PID", { show: "hex" }),
  apple_awdl_pid: u16("PID", { show: "hex" }),
  bluetooth_pid: u16("PID", { show: "hex" }),
  wlccp_pid: u16("PID", { show: "hex" }),
  extreme_pid: u16("PID", { show: "hex" }),
  foundry_pid: u16("PID", { show: "hex" }),
  apple_atalk_pid: u16("PID", { show: "hex" }),
});

/** Which field an organization's protocol is; the table of the same name has who dissects it. */
const organizations: Readonly<Record<number, Field>> = {
  12: snap.cisco_pid,
  94: snap.iana_pid,
  129: snap.nortel_pid,
  488: snap.force10_pid,
  32863: snap.hpteam_pid,
  4240: snap.cimetrics_pid,
  6130: snap.apple_awdl_pid,
  6488: snap.bluetooth_pid,
  16534: snap.wlccp_pid,
  57387: snap.extreme_pid,
  57426: snap.foundry_pid,
  524295: snap.apple_atalk_pid,
};
const tables = new Map<Field, TableName>(
  [...Object.values(organizations), snap.pid].map((field) => [field, table(field.name)]),
);

/** Basic exchange identification (IEEE 802.2 section 5.4.1.1.2). */
const xid = layout("basicxid.llc.xid", 3, {
  format: u8(0, "XID Format", { show: "hex", names: { 129: "LLC basic format" } }),
  types: u8(1, "LLC Types/Classes", { show: "hex" }),
  wsize: bits(16, 7, "Receive Window Size"),
  reserved: bit(23, "Reserved", { hidden: true }),
});
const xidTypes: Readonly<Record<number, string>> = {
  1: "Type 1 LLC (Class I LLC)",
  2: "Type 2 LLC",
  3: "Type 1 & Type 2 LLCs (Class II LLC)",
  4: "Type 3 LLC",
  5: "Type 1 & Type 3 LLCs (Class III LLC)",
  6: "Type 2 & Type 3 LLCs",
  7: "Type 1 & Type 2 & Type 3 LLCs (Class IV LLC)",
};

/** Dissects what SNAP announces (IEEE 802 section 10.3): organization and protocol, then the protocol. */
function nextSnap(c: Cursor, carries: boolean): number {
  if (!c.has(5)) return c.end;
  const oui = (c.u8(c.at) << 16) | c.u16(c.at + 1);
  c.take(snap.oui, 3);
  const isType = oui === ENCAPSULATED_ETHERNET || oui === BRIDGED_ETHERNET;
  const field = isType ? snap.type : (organizations[oui] ?? snap.pid);
  const id = c.u16(c.at);
  c.take(field, 2);
  if (carries) return c.next(isType ? types : tables.get(field)!, id);
  c.rest();
  return c.end;
}

export default protocol({
  name: "llc",
  title: "Logical-Link Control",
  spec: "IEEE 802.2",
  column: (frame, row) => (frame.find(row, xid) < 0 ? "LLC" : "XID"),
  fields: [header, unnumbered, information, supervisory, snap, xid],
  on: { "eth.llc": LLC, "sll.ltype": 4, linktype: ATM_RFC1483 },
  dissect(c) {
    const at = c.place(header);
    if (at < 0 || !c.has(1)) return;
    const control = c.u8(c.at);
    const kind = control & 1 ? control & 3 : 0;
    if (c.place(kind === UNNUMBERED ? unnumbered : kind === 1 ? supervisory : information) < 0) return;
    const carries = kind === 0 || (kind === UNNUMBERED && modifierOf(control) === 0);
    const dsap = c.get(at, header.dsap);
    if (dsap === SNAP && (c.get(at, header.ssap) & 0xfe) === SNAP) c.end = nextSnap(c, carries);
    else if (carries && dsap === IP) c.end = c.next(types, IPV4_TYPE);
    else if (carries) c.end = c.next(servicePoints, dsap);
    else if (
      unnumberedCommands[modifierOf(control)]?.[0] === "XID" &&
      kind === UNNUMBERED &&
      c.captured >= 3 &&
      c.u8(c.at) === XID_BASIC
    ) {
      c.place(xid);
    } else c.rest();
  },
  summary(frame: Frame, row: number, info: Info) {
    const control = row + 2;
    if (control >= frame.tape.layerEnd(row)) return;
    const node = frame.tape.nodes[control];
    if (!frame.holds(control, node === unnumbered.$node ? unnumbered.control : information.control)) return;
    const basic = frame.find(row, xid);
    info.set();
    if (basic >= 0) {
      info.text("Basic Format; ").text(xidTypes[frame.get(basic, xid.types) & 31] ?? "Unknown");
      info.text("; Window Size ").decimal(frame.get(basic, xid.wsize));
      return;
    }
    writeControl(info, frame, row);
    writeService(info, frame, row);
  },
});

/** Writes `U P, func=SABME`, `S, func=RR, N(R)=3` or `I, N(R)=1, N(S)=0`. */
function writeControl(info: Info, frame: Frame, row: number): void {
  const control = row + 2;
  const node = frame.tape.nodes[control];
  const response = frame.get(row + 1, header["ssap.cr"]) === 1;
  const poll = (isSet: number) => info.text(isSet === 0 ? "" : response && node !== information.$node ? " F" : " P");
  if (node === unnumbered.$node) {
    const value = frame.get(control, unnumbered.control);
    info.text("U");
    poll(value & 16);
    info
      .text(", func=")
      .text((response ? unnumberedResponses : unnumberedCommands)[modifierOf(value)]?.[0] ?? "Unknown");
    return;
  }
  const value = frame.get(control, information.control);
  info.text(node === supervisory.$node ? "S" : "I");
  poll(value & 0x100);
  if (node === supervisory.$node) info.text(", func=").text(supervisoryFunctions[(value >> 2) & 3]![0]);
  info.text(", N(R)=").decimal(frame.get(control, information["control.n_r"]));
  if (node === information.$node) info.text(", N(S)=").decimal(frame.get(control, information["control.n_s"]));
}

/** Writes whom the frame is for: `; DSAP NetBIOS Individual, SSAP NetBIOS Command`, or the SNAP protocol. */
function writeService(info: Info, frame: Frame, row: number): void {
  const organization = frame.find(row, snap.oui);
  const dsap = frame.get(row + 1, header.dsap);
  const ssap = frame.get(row + 1, header.ssap);
  if (organization >= 0) {
    const at = frame.tape.start(organization);
    const bytes = frame.bytesOf(organization);
    const oui = snap.oui.numberAt(bytes, at, 3);
    info.text("; SNAP, OUI 0x").text(oui.toString(16).toUpperCase().padStart(6, "0"));
    if (snapOrganizations[oui] !== undefined) info.text(` (${snapOrganizations[oui]})`);
    info.text(", PID 0x").text(
      snap.pid
        .numberAt(bytes, at + 3, 2)
        .toString(16)
        .toUpperCase()
        .padStart(4, "0"),
    );
  } else if (dsap !== SNAP) {
    info
      .text("; DSAP ")
      .text(pointName(dsap))
      .text(dsap & 1 ? " Group" : " Individual");
    info
      .text(", SSAP ")
      .text(pointName(ssap))
      .text(ssap & 1 ? " Response" : " Command");
  }
}

function pointName(point: number): string {
  return accessPoints[point >> 1] ?? `0x${(point & 0xfe).toString(16).padStart(2, "0")}`;
}
