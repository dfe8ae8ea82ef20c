import type { Cursor } from "../../core/cursor.ts";
import { varintAt, varintSize } from "../shared/varint.ts";
import { type Dialect, dialectOf } from "./versions.ts";

/** What packets are, whatever number their version gives them. */
export const INITIAL_PACKET = 0;
export const EARLY_PACKET = 1;
export const HANDSHAKE_PACKET = 2;
export const RETRY_PACKET = 3;
export const NEGOTIATION_PACKET = 4;
export const SHORT_PACKET = 5;

const LONG = 0x80;
/** Bytes before the connection ids of a long header, and before the bytes of the first. */
const IDS_AT = 5;
const HEAD_SIZE = 6;

/** Where the parts of a packet lie, as far as that can be told before it is decrypted. */
export class Outline {
  kind = SHORT_PACKET;
  version = 0;
  dialect: Dialect | undefined;
  /** The two connection ids: where they begin, how many bytes they have; of a short header none is known. */
  idAt = 0;
  idSize = 0;
  ownAt = 0;
  ownSize = 0;
  /** One past the packet's last byte. */
  end = 0;

  /** Looks at the packet that begins at the cursor; false where its header is not whole. */
  look(c: Cursor): boolean {
    const { at } = c;
    const end = at + c.captured;
    this.end = end;
    this.idAt = this.ownAt = at + 1;
    this.idSize = this.ownSize = this.version = 0;
    this.dialect = undefined;
    this.kind = SHORT_PACKET;
    if (at >= end) return false;
    if ((c.u8(at) & LONG) === 0) return true;
    if (at + HEAD_SIZE > end) return false;
    this.version = c.u32(at + 1);
    this.dialect = dialectOf(this.version);
    this.idAt = at + HEAD_SIZE;
    this.idSize = c.u8(at + IDS_AT);
    this.ownAt = this.idAt + this.idSize + 1;
    if (this.ownAt > end) return false;
    this.ownSize = c.u8(this.ownAt - 1);
    if (this.ownAt + this.ownSize > end) return false;
    this.kind = this.kindOf((c.u8(at) >> 4) & 3);
    if (this.kind < RETRY_PACKET) this.limit(c.bytes, this.ownAt + this.ownSize, end);
    return true;
  }

  private kindOf(type: number): number {
    if (this.version === 0) return NEGOTIATION_PACKET;
    return this.dialect?.isSecond === true ? (type + 3) & 3 : type;
  }

  /** Finds the end of a packet with a length, which stands at `at` or behind a token there. */
  private limit(b: Uint8Array, at: number, end: number): void {
    let next = at;
    if (this.kind === INITIAL_PACKET) {
      if (next >= end) return;
      next += varintSize(b[next]!) + varintAt(b, next);
    }
    if (next >= end) return;
    this.end = Math.min(end, next + varintSize(b[next]!) + varintAt(b, next));
  }
}
