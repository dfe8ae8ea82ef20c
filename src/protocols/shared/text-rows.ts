import { Buffer } from "node:buffer";
import type { Cursor } from "../../core/cursor.ts";
import type { Field } from "../../core/field.ts";

/** Text in bytes, and rows for parts of it: each character of `text` is a byte, the first of them byte `base`. */
export class TextRows {
  readonly c: Cursor;
  readonly text: string;
  readonly base: number;

  /** The text in bytes `base..end` of the cursor's source. */
  constructor(c: Cursor, base: number, end: number) {
    this.c = c;
    this.base = base;
    this.text = Buffer.from(c.bytes.buffer, c.bytes.byteOffset + base, end - base).toString("latin1");
  }

  /** What characters `from..to` are as UTF-8. */
  utf8(from: number, to: number): string {
    return Buffer.from(this.text.slice(from, to), "latin1").toString();
  }

  /** Adds a field over characters `from..to`. */
  add(field: Field, from: number, to: number, value = 0): void {
    this.c.add(field, this.base + from, this.base + to, value);
  }

  /** Adds a field over characters `from..to`, unless there are none. */
  addSome(field: Field, from: number, to: number): void {
    if (to > from) this.add(field, from, to);
  }

  /** Adds a field over characters `from..to`, and inside it what `inner` adds. */
  nest(field: Field, from: number, to: number, inner: () => void): void {
    const row = this.c.open(field, this.base + from);
    inner();
    this.c.close(row, this.base + to);
  }

  /** The first place of any of `stops` from `from` on; `to` where none stands before it. */
  until(stops: string, from: number, to: number): number {
    let at = Math.min(from, to);
    while (at < to && !stops.includes(this.text[at]!)) at++;
    return at;
  }

  /** The first place from `from` on that holds none of `skipped`; `to` where all before it do. */
  skip(skipped: string, from: number, to: number): number {
    let at = Math.min(from, to);
    while (at < to && skipped.includes(this.text[at]!)) at++;
    return at;
  }

  /** Where characters `from..to` end once blanks behind them are left out. */
  trimmed(from: number, to: number): number {
    let at = to;
    while (at > from && " \t\r\n".includes(this.text[at - 1]!)) at--;
    return at;
  }

  /** One past the quotation mark that ends the text in quotation marks at `from`; `to` where none does. */
  quoted(from: number, to: number): number {
    for (let at = from + 1; at < to; at++) {
      if (this.text[at] === "\\") at++;
      else if (this.text[at] === '"') return at + 1;
    }
    return to;
  }
}
