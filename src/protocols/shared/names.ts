import { putBytes, putDecimal } from "../../core/encode.ts";
import type { Compute } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import { PORTS, type Transport } from "../../core/names.ts";
import { ByteWriter } from "../../core/writer.ts";

const OPEN = 40;
const CLOSE = 41;
const IPV4 = 4;
const IPV6 = 16;
/** From a frame's end back to its start. */
const HALF = 0.5;

/**
 * The address of `size` bytes (4 and 16: IP, 6: MAC) at `at` by its name, or as it is where it has none. A name that
 * this very frame tells, further in, is not known to its headers yet.
 */
export function nameOrAddress(frame: Frame, bytes: Uint8Array, at: number, size: 4 | 6 | 16): string {
  const name = frame.names.address(frame.number - HALF, bytes, at, size);
  if (name !== undefined) return name.text;
  const w = new ByteWriter(48);
  return (size === IPV4 ? w.ipv4(bytes, at) : size === IPV6 ? w.ipv6(bytes, at) : w.ether(bytes, at)).toString();
}

/** A field's value: the address of `size` bytes, `offset` bytes on, by its name. */
export const nameAt =
  (offset: number, size: 4 | 6 | 16): Compute =>
  (r) =>
    nameOrAddress(r.frame, r.bytes, r.start + offset, size);

/** A field's value: the organization that the MAC address `offset` bytes on was assigned to. */
export const vendorAt =
  (offset: number): Compute =>
  (r) =>
    (r.frame as Frame).names.vendor(r.bytes, r.start + offset);

/** Writes a port at `at`, by its name where those are shown: `80`, `http(80)`. The caller has made room for both. */
export function putPort(to: Uint8Array, at: number, frame: Frame, transport: Transport, port: number): number {
  const { names } = frame;
  const name = (names.shown & PORTS) === 0 ? undefined : names.service(transport, port);
  if (name === undefined) return putDecimal(to, at, port);
  let next = putBytes(to, at, name.bytes);
  to[next++] = OPEN;
  next = putDecimal(to, next, port);
  to[next++] = CLOSE;
  return next;
}
