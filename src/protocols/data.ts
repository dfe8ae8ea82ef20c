import { computed } from "../core/field.ts";
import { layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";

const data = layout("data", 0, {
  data: computed("bytes", "Data", (r) => r.bytes.subarray(r.start, r.end)),
  len: computed("uint", "Length", (r) => r.end - r.start, { unit: "bytes" }),
});

/** Bytes that no protocol claims. */
export default protocol({
  name: "data",
  title: "Data",
  fields: [data],
  fallback: data,
  dissect(c) {
    c.span(data, c.at, c.at + c.captured);
  },
});
