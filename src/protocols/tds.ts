import { bit, u8, u16 } from "../core/field.ts";
import { layout } from "../core/layout.ts";
import { group, protocol } from "../core/protocol.ts";

const HEAD_SIZE = 8;
const LENGTH_AT = 2;

const types: Readonly<Record<number, string>> = {
  1: "SQL batch",
  2: "Pre-TDS7 login",
  3: "Remote Procedure Call",
  4: "Response",
  5: "Unused",
  6: "Attention",
  7: "Bulk load data",
  8: "Federated authentication token",
  14: "Transaction Manager Request",
  15: "TDS5 query",
  16: "TDS7 login",
  17: "SSPI message",
  18: "TDS7 pre-login message",
};

/**  0        8        16               31
 *  +--------+--------+-----------------+
 *  |  Type  | Status |     Length      |
 *  |     Channel     | Packet | Window |   [MS-TDS] section 2.2.3.1
 *  +--------+--------+-----------------+ */
const header = layout("tds", HEAD_SIZE, {
  type: u8(0, "Type", { names: types }),
  status: u8(1, "Status", { show: "hex" }),
  "status.eom": bit(15, "End of message"),
  length: u16(2, "Length"),
  channel: u16(4, "Channel"),
  packet_number: u8(6, "Packet Number"),
  window: u8(7, "Window"),
});
const tokens = group("Tokens");

export default protocol({
  name: "tds",
  title: "Tabular Data Stream",
  spec: "[MS-TDS]",
  column: "TDS",
  fields: [header],
  on: { "tcp.port": [1433, 2433] },
  stream: { header, length: (c) => c.u16(c.at + LENGTH_AT) },
  dissect(c) {
    if (!c.streaming && c.place(header) < 0) return;
    c.takeRest(tokens);
  },
  summary(frame, row, info) {
    const at = frame.find(row, header);
    if (at >= 0 && frame.holds(at, header.window)) info.set().text(types[frame.get(at, header.type)] ?? "Unknown");
  },
});
