import { preferences, toggle } from "../../core/preference.ts";

/** What users may decide about TCP. */
export const preferred = preferences("tcp", {
  check_checksum: toggle(
    "Verify the checksum; a segment whose checksum is wrong is not put together with others",
    false,
  ),
  desegment_tcp_streams: toggle("Put messages together that span several segments", true),
  analyze_sequence_numbers: toggle("Tell retransmissions, gaps, round trip times and the like", true),
  relative_sequence_numbers: toggle("Count sequence numbers from the first of the stream; needs their analysis", true),
  track_bytes_in_flight: toggle("Tell how many bytes are on their way; needs the analysis of sequence numbers", true),
  calculate_timestamps: toggle("Tell the time since the first and the previous frame of the stream", true),
});
