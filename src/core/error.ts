import { closest } from "./closest.ts";

/** What sniff throws for a reason the user can do something about; the message is for people. */
export class SniffError extends Error {
  override readonly name: string = "SniffError";
}

/** A name of a field or link type that is not known. The message says which one was probably meant. */
export class NameError extends SniffError {
  override readonly name = "NameError";
}

/** The error that a name of that kind is not among those that are known. */
export function unknownName(kind: string, typed: string, known: Iterable<string>): NameError {
  const near = closest(typed, known);
  return new NameError(`Unknown ${kind}: ${typed}${near === undefined ? "" : ` (did you mean ${near}?)`}`);
}
