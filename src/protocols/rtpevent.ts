import { bit, bits, u8, u16 } from "../core/field.ts";
import { layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { telephoneEvents } from "../names/rtp.ts";

/**  0          8 9 10       16               31
 *  +----------+-+-+--------+-----------------+
 *  |  event   |E|R| volume |     duration    |   RFC 4733 section 2.3
 *  +----------+-+-+--------+-----------------+ */
const header = layout("rtpevent", 4, {
  event_id: u8(0, "Event ID", { names: telephoneEvents }),
  end_of_event: bit(8, "End of Event"),
  reserved: bit(9, "Reserved"),
  volume: bits(10, 6, "Volume"),
  duration: u16(2, "Event Duration"),
});

export default protocol({
  name: "rtpevent",
  title: "RFC 2833 RTP Event",
  spec: "RFC 4733",
  column: "RTP EVENT",
  fields: [header],
  on: { "rtp.pt": [100, 101], rtp_dyn_payload_type: "telephone-event" },
  dissect(c) {
    c.place(header);
  },
  summary(frame, row, info) {
    const head = row + 1;
    if (!frame.holds(head, header.volume)) return;
    const event = frame.get(head, header.event_id);
    info.set().text(`Payload type=RTP Event, ${telephoneEvents[event] ?? `Unknown (${event})`}`);
    if (frame.get(head, header.end_of_event) === 1) info.text(" (end)");
  },
});
