import { protocol } from "../core/protocol.ts";
import { ascii } from "../core/writer.ts";
import { mediaTypes } from "./shared/media.ts";

const TITLE = "Dropbox LAN sync Discovery Protocol";
const INFO = ascii(TITLE);

/** What Dropbox tells its neighbours: a JSON text. */
export default protocol({
  name: "db-lsp-disc",
  title: TITLE,
  column: "DB-LSP-DISC",
  on: { "udp.port": 17500 },
  dissect(c) {
    c.next(mediaTypes, "application/json");
  },
  summary(_frame, _row, info) {
    info.set().put(INFO);
  },
});
