import { SniffError } from "../core/error.ts";

/** A display filter that cannot be read. The message shows the filter with a caret under the place. */
export class FilterError extends SniffError {
  override readonly name = "FilterError";
  /** What is wrong, without the picture. */
  readonly reason: string;
  /** Offset of the first character at fault in the filter, and how many there are. */
  readonly at: number;
  readonly length: number;

  constructor(reason: string, filter: string, at: number, length = 1) {
    const shown = filter.replace(/[\n\r\t]/g, " ");
    super(`${reason}\n    ${shown}\n    ${" ".repeat(at)}^${"~".repeat(Math.max(0, length - 1))}`);
    this.reason = reason;
    this.at = at;
    this.length = length;
  }
}
