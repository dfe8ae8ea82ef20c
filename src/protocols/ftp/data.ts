import type { Cursor } from "../../core/cursor.ts";
import { type Protocol, protocol } from "../../core/protocol.ts";
import { StreamStates } from "../../streams/stream-states.ts";
import { mediaTypes } from "../shared/media.ts";
import { content, ftpData } from "./fields.ts";
import { DATA_PORT, Transfer } from "./session.ts";

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const TILDE = 126;
/** About how many bytes a connection takes. */
const SIZE = 40;

/** A connection for data: what was told of it, as soon as that was looked for. */
class Connection {
  transfer: Transfer | undefined;
}

/** What a control connection told of one of the ends. */
function told(c: Cursor): Transfer | undefined {
  const found = c.announced.of(c.frame, c.sourcePort, c.destinationPort);
  return found?.told instanceof Transfer ? found.told : undefined;
}

function isText(c: Cursor): boolean {
  const { bytes: b, at } = c;
  for (let i = at, end = at + c.captured; i < end; i++) {
    const byte = b[i]!;
    if ((byte < SPACE || byte > TILDE) && byte !== TAB && byte !== LF && byte !== CR) return false;
  }
  return true;
}

/** What is transferred (RFC 959 section 3.1), segment by segment, and what for. */
const data: Protocol<StreamStates<Connection>> = protocol({
  name: "ftp-data",
  title: "FTP Data",
  spec: "RFC 959",
  column: "FTP-DATA",
  fields: [ftpData],
  on: { "tcp.port": DATA_PORT },
  state: (memory) => new StreamStates(memory, "FTP data connections", SIZE, () => new Connection()),
  dissect(c) {
    const connection = c.state(data).of(c.conversation >> 1, c.frame.number);
    connection.transfer ??= told(c);
    const { transfer } = connection;
    const own = c.tape.top;
    const end = c.at + c.captured;
    const add = (field: (typeof ftpData)["command"], text: string) => c.add(field, c.at, c.at, c.frame.addText(text));
    if (transfer !== undefined) {
      c.put(ftpData["setup-frame"], transfer.frame);
      add(ftpData["setup-method"], transfer.method);
      if (transfer.command !== undefined) {
        add(ftpData.command, transfer.command);
        c.put(ftpData["command-frame"], transfer.commandFrame);
        add(ftpData["current-working-directory"], transfer.directory);
      }
    }
    c.close(c.open(content), end);
    if (!isText(c)) return;
    c.next(mediaTypes, "text/plain");
    c.tape.setEnd(own, end);
  },
  summary(frame, row, info) {
    const { tape, texts } = frame;
    let text = "";
    let size = 0;
    for (let i = row + 1; i < tape.layerEnd(row); i++) {
      const node = tape.nodes[i];
      if (node === content) size = tape.end(i) - tape.start(i);
      else if (node === ftpData["setup-method"] || node === ftpData.command) text += ` (${texts[tape.value(i)]})`;
    }
    info.set().text(`FTP Data: ${size} bytes${text}`);
  },
});

export default data;
