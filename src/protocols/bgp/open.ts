import type { Cursor } from "../../core/cursor.ts";
import type { Field } from "../../core/field.ts";
import { cap, open, openFields, restart, restartFamily } from "./fields.ts";

const AUTHENTICATION = 1;
const CAPABILITY = 2;

/** Reads what stands in a capability, which the cursor ends at. */
type Read = (c: Cursor) => void;

const repeated =
  (...parts: readonly (readonly [Field, number])[]): Read =>
  (c) =>
    void c.items(c.end, c.limitedBy, (inside) => {
      for (const [field, size] of parts) if (!inside.take(field, size)) return;
    });

const graceful: Read = (c) => {
  if (c.left === 2) c.add(cap["cap.gr.helper_mode_only"], c.at, c.at);
  if (c.place(restart) < 0) return;
  c.items(c.end, c.limitedBy, (inside) => void inside.place(restartFamily));
};

const named: Read = (c) => {
  for (const part of ["hostname", "domain_name"] as const) {
    if (!c.take(cap[`cap.orf.fqdn.${part}.len`], 1)) return;
    if (!c.take(cap[`cap.orf.fqdn.${part}`], c.u8(c.at - 1))) return;
  }
};

/** What stands in each capability that is not empty (RFC 5492 section 4), and how long it is where that is constant. */
const capabilities: Readonly<Record<number, Read>> = {
  1: repeated([cap["cap.mp.afi"], 2], [cap["cap.reserved"], 1], [cap["cap.mp.safi"], 1]),
  5: repeated([cap["cap.enh.afi"], 2], [cap["cap.enh.safi"], 2], [cap["cap.enh.nhafi"], 2]),
  64: graceful,
  65: repeated([cap["cap.4as"], 4]),
  69: repeated([cap["cap.ap.afi"], 2], [cap["cap.ap.safi"], 1], [cap["cap.ap.sendreceive"], 1]),
  73: named,
};

/** Reads one capability; in a message of its own it says first what is done with it. */
export function readCapability(c: Cursor, hasAction = false): void {
  const { at } = c;
  const row = c.open(cap.cap);
  const size = hasAction ? 3 : 2;
  if (c.has(size)) {
    c.take(cap["cap.type"], 1);
    c.take(cap["cap.length"], 1);
    if (hasAction) c.take(cap["cap.action"], 1);
    const end = c.at + c.u8(at + 1);
    const { end: outer, limitedBy } = c;
    if (end > outer) c.fault(end - c.at);
    else {
      c.end = end;
      c.limitedBy = cap["cap.length"];
      if (c.left > 0) (capabilities[c.u8(at)] ?? unknown)(c);
      c.end = outer;
      c.limitedBy = limitedBy;
      c.at = Math.min(end, c.have);
    }
  }
  c.close(row);
}

const unknown: Read = (c) => c.takeRest(cap["cap.unknown"]);

/** Reads what a speaker says of itself (RFC 4271 section 4.2). */
export function readOpen(c: Cursor): void {
  const at = c.place(open);
  if (at < 0 || c.left <= 0) return;
  const row = c.open(openFields.opt);
  c.items(c.at + c.get(at, open["opt.len"]), open["opt.len"], readParameter);
  c.close(row);
}

function readParameter(c: Cursor): void {
  const { at } = c;
  const row = c.open(openFields["opt.param"]);
  if (c.take(openFields["opt.param.type"], 1) && c.take(openFields["opt.param.len"], 1)) {
    const type = c.u8(at);
    const length = c.u8(at + 1);
    if (type === CAPABILITY) c.items(c.at + length, openFields["opt.param.len"], (inside) => readCapability(inside));
    else c.take(openFields[type === AUTHENTICATION ? "opt.param.auth" : "opt.param.unknown"], length);
  }
  c.close(row);
}
