import type { Cursor } from "../../core/cursor.ts";
import type { Field } from "../../core/field.ts";
import { notify } from "./fields.ts";

const OPEN = 2;
const BAD_PEER = 2;
const CEASE = 6;
/** Ceasing for the administrator's sake: shut down, or reset. */
const ADMINISTRATIVE = [2, 4];

const subcodes: Readonly<Record<number, Field>> = {
  1: notify.minor_error,
  2: notify.minor_error_open,
  3: notify.minor_error_update,
  4: notify.minor_error_expired,
  5: notify.minor_error_state,
  6: notify.minor_error_cease,
  7: notify.minor_error_capability,
};

/** Reads what was wrong (RFC 4271 section 4.5), and what the administrator says of it (RFC 9003). */
export function readNotification(c: Cursor): void {
  const { at } = c;
  if (!c.has(2)) return;
  c.take(notify.major_error, 1);
  c.take(subcodes[c.u8(at)] ?? notify.minor_error_unknown, 1);
  const [major, minor] = [c.u8(at), c.u8(at + 1)];
  if (major === OPEN && minor === BAD_PEER && c.left >= 2) c.take(notify["error_open.bad_peer_as"], 2);
  else if (major === CEASE && ADMINISTRATIVE.includes(minor) && c.left > 0) {
    c.take(notify.communication_length, 1);
    if (!c.take(notify.communication, c.u8(c.at - 1))) return;
  }
  c.takeRest(notify.minor_data);
}
