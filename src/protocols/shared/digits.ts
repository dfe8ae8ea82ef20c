import { computed } from "../../core/field.ts";
import { asciiIn } from "./text.ts";

/** A field of the number that decimal digits stand for. */
export const digits = (label: string) =>
  computed("uint", label, (r) => Number.parseInt(asciiIn(r.bytes, r.start, r.end), 10) || 0, { many: true });
