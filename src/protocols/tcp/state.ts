import type { Memory } from "../../core/memory.ts";
import type { Settings } from "../../core/preference.ts";
import { TcpStreams } from "../../streams/tcp.ts";
import { preferred } from "./preferences.ts";

/** What TCP keeps during a run: its streams, and what users want to know of them. */
export class State extends TcpStreams {
  readonly verifies: boolean;
  readonly joins: boolean;
  readonly measures: boolean;
  readonly tellsTime: boolean;

  constructor(memory: Memory, settings: Settings) {
    const analyzes = settings.get(preferred.analyze_sequence_numbers);
    super(memory, { analyzes, relative: analyzes && settings.get(preferred.relative_sequence_numbers) });
    this.verifies = settings.get(preferred.check_checksum);
    this.joins = settings.get(preferred.desegment_tcp_streams);
    this.measures = settings.get(preferred.track_bytes_in_flight);
    this.tellsTime = settings.get(preferred.calculate_timestamps);
  }
}
