import { none } from "../core/field.ts";
import { fields } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { table } from "../core/registry.ts";

const payloads = table("udpencap");
/** Keys of the table: what begins with a security association's number, and what follows four zeros. */
const ESP = 0;
const KEY_EXCHANGE = 1;
const MARKER_SIZE = 4;
const KEEPALIVE = 0xff;

const udpencap = fields("udpencap", {
  nat_keepalive: none("NAT-keepalive packet"),
  non_esp_marker: none("Non-ESP Marker"),
});

/** RFC 3948 section 2 */
export default protocol({
  name: "udpencap",
  title: "UDP Encapsulation of IPsec Packets",
  spec: "RFC 3948",
  column: ({ tape }, row) => (tape.nodes[row + 1] === udpencap.non_esp_marker ? "ISAKMP" : "UDPENCAP"),
  fields: [udpencap],
  on: { "udp.port": 4500 },
  dissect(c) {
    if (c.left === 1 && c.captured === 1 && c.u8(c.at) === KEEPALIVE) return void c.take(udpencap.nat_keepalive, 1);
    if (!c.has(MARKER_SIZE)) return;
    if (c.u32(c.at) !== 0) return void c.next(payloads, ESP);
    c.take(udpencap.non_esp_marker, MARKER_SIZE);
    c.next(payloads, KEY_EXCHANGE);
  },
  summary(frame, row, info) {
    info.set();
    if (frame.tape.nodes[row + 1] === udpencap.nat_keepalive) info.text("NAT-keepalive");
  },
});
