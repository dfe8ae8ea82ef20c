import type { Cursor } from "../../core/cursor.ts";
import { bigAt, bit, bits, type Field, none } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { protocol } from "../../core/protocol.ts";
import { enter, INTEGER, integer, NUMBER, SEQUENCE, within } from "../shared/ber.ts";
import { errorName, errors, messages } from "./names.ts";

const MARK_SIZE = 4;
const LENGTH_MASK = 0x7fffffff;
const CONTEXT = 0xa0;
const ERROR = 30;
const ERROR_CODE = CONTEXT + 6;

/**  0                                31
 *  +-+--------------------------------+
 *  |R|            Length              |   RFC 4120 section 7.2.2, before messages over TCP
 *  +-+--------------------------------+ */
const mark = layout("kerberos.rm", MARK_SIZE, {
  reserved: bit(0, "Reserved"),
  length: bits(1, 31, "Record Length"),
});

const kerberos = fields("kerberos", {
  as_req_element: none("as-req"),
  as_rep_element: none("as-rep"),
  tgs_req_element: none("tgs-req"),
  tgs_rep_element: none("tgs-rep"),
  ap_req_element: none("ap-req"),
  ap_rep_element: none("ap-rep"),
  krb_safe_element: none("krb-safe"),
  krb_priv_element: none("krb-priv"),
  krb_cred_element: none("krb-cred"),
  krb_error_element: none("krb-error"),
  pvno: integer("pvno"),
  msg_type: integer("msg-type", {
    names: (type) => messages[type] && `krb-${messages[type].replace("KRB-", "").toLowerCase()}`,
  }),
  error_code: integer("error-code", { names: errors }),
});

/** The row of a message, by its number. */
const elements: Readonly<Record<number, Field>> = {
  10: kerberos.as_req_element,
  11: kerberos.as_rep_element,
  12: kerberos.tgs_req_element,
  13: kerberos.tgs_rep_element,
  14: kerberos.ap_req_element,
  15: kerberos.ap_rep_element,
  20: kerberos.krb_safe_element,
  21: kerberos.krb_priv_element,
  22: kerberos.krb_cred_element,
  [ERROR]: kerberos.krb_error_element,
};

/** Reads the next element of the sequence at the cursor: a number that `field` is for, or something else. */
function readElement(c: Cursor, field: Field | undefined): void {
  const tag = c.u8(c.at);
  const end = enter(c, tag);
  if (end < 0) {
    c.at = c.end;
    return;
  }
  within(c, end, () => {
    const to = field === undefined ? -1 : enter(c, INTEGER);
    if (to >= 0) c.add(field!, c.at, to);
  });
}

/** Reads the message at the cursor: its version, its type, and the code of an error. */
function readMessage(c: Cursor): void {
  const tag = c.u8(c.at);
  const start = c.at;
  const end = enter(c, tag);
  const field = elements[tag & NUMBER];
  if (end < 0 || field === undefined) return;
  const row = c.open(field, start);
  within(c, end, () => {
    const last = enter(c, SEQUENCE);
    if (last < 0) return;
    for (let i = 0; c.at < last; i++) {
      const isCode = (tag & NUMBER) === ERROR && c.u8(c.at) === ERROR_CODE;
      readElement(c, isCode ? kerberos.error_code : [kerberos.pvno, kerberos.msg_type][i]);
    }
  });
  c.close(row);
}

export default protocol({
  name: "kerberos",
  title: "Kerberos",
  spec: "RFC 4120",
  column: "KRB5",
  fields: [mark, kerberos],
  on: { "tcp.port": 88, "udp.port": 88 },
  stream: { header: MARK_SIZE, length: (c) => MARK_SIZE + (c.u32(c.at) & LENGTH_MASK), waiting: () => "" },
  dissect(c) {
    if (c.streaming && c.place(mark) < 0) return;
    if (c.captured > 0) readMessage(c);
  },
  summary(frame, row, info) {
    const { tape } = frame;
    const found = frame.find(row, kerberos.msg_type);
    if (found < 0) return;
    const number = (i: number) => bigAt(frame.bytesOf(i), tape.start(i), tape.end(i) - tape.start(i));
    const code = frame.find(row, kerberos.error_code);
    const text = messages[number(found)] ?? "Unknown";
    info.set().text(code < 0 ? text : `KRB Error: ${errorName(number(code))}`);
  },
});
