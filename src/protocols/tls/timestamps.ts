import { bigAt, bytes, none, octets, type Reading, type Row, type Time, u8, u16 } from "../../core/field.ts";
import { group } from "../../core/protocol.ts";
import { identifiedReaders, reading, octets as wrapping } from "../shared/asn1.ts";
import { all, list, type Part, place } from "../shared/parts.ts";
import { scheme } from "./lists.ts";
import { block, free, opaque, under, vector } from "./parts.ts";

/** Milliseconds since 1970. */
function milliseconds(r: Reading): Time {
  const total = bigAt(r.bytes, r.start, 4) * 2 ** 32 + bigAt(r.bytes, r.start + 4, 4);
  return { seconds: Math.floor(total / 1000), nanoseconds: (total % 1000) * 1e6 };
}

const time64 = (offset: number, label: string): Row<"time"> => ({
  ...octets(offset, 8, label, { compute: milliseconds }),
  type: "time",
});

/** RFC 6962 section 3.2 */
const head = block(41, {
  "sct.sct_version": u8(0, "SCT Version", { names: { 0: "1" } }),
  "sct.sct_logid": octets(1, 32, "Log ID"),
  "sct.sct_timestamp": time64(33, "Timestamp"),
});

const parts = free({
  "sct.scts_length": u16("Serialized SCT List Length", { unit: "bytes" }),
  "sct.sct_length": u16("Serialized SCT Length", { unit: "bytes" }),
  "sct.sct_extensions_length": u16("Extensions length", { unit: "bytes" }),
  "sct.sct_extensions": none("Extensions"),
  "sct.sct_signature_length": u16("Signature Length", { unit: "bytes" }),
  "sct.sct_signature": bytes("Signature"),
});

const timestamp = under(
  group("Signed Certificate Timestamp"),
  vector(
    parts["sct.sct_length"],
    place(head),
    opaque(parts["sct.sct_extensions_length"], parts["sct.sct_extensions"]),
    place(scheme),
    opaque(parts["sct.sct_signature_length"], parts["sct.sct_signature"]),
  ),
);

/** A list of timestamps signed by certificate logs (RFC 6962 section 3.3). */
export const timestamps: Part = all(vector(parts["sct.scts_length"], list(timestamp)));

/** The same in an extension of a certificate (section 3.3) and of an answer about its status: as a string of octets. */
const wrappedTimestamps = reading(wrapping((c) => void timestamps(c)));

/** Who asks for timestamps by the object identifiers of those extensions. */
export const timestampReaders = identifiedReaders({
  "1.3.6.1.4.1.11129.2.4.2": wrappedTimestamps,
  "1.3.6.1.4.1.11129.2.4.5": wrappedTimestamps,
});

/** Every set of fields a timestamp can place. */
export const timestampFields = [head, parts];
