import { closest } from "./closest.ts";

/** What sniff throws for a reason the user can do something about; the message is for people. */
export class SniffError extends Error {
  override readonly name: string = "SniffError";
}

/** A name that is not known: of a field, a protocol, a link type. The message says which one was probably meant. */
export class NameError extends SniffError {
  override readonly name = "NameError";

  /** `kind` is what the name should be of; `known` are the names there are. */
  constructor(kind: string, typed: string, known: Iterable<string>) {
    const near = closest(typed, known);
    super(`Unknown ${kind}: ${typed}${near === undefined ? "" : ` (did you mean ${near}?)`}`);
  }
}
