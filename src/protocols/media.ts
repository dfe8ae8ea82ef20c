import { computed } from "../core/field.ts";
import { layout } from "../core/layout.ts";
import { protocol } from "../core/protocol.ts";
import { writeMediaType } from "./shared/media.ts";

const whole = layout("media", 0, {
  type: computed("bytes", "Media type", (r) => r.bytes.subarray(r.start, r.end)),
});

/** Bodies of a media type that nobody else reads. */
export default protocol({
  name: "media",
  title: "Media Type",
  fields: [whole],
  sniffsOn: "media_type",
  sniffs: () => true,
  dissect(c) {
    c.span(whole, c.at, c.at + c.captured);
  },
  appends: true,
  summary: writeMediaType,
});
