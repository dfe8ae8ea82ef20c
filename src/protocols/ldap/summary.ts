import { bigAt, type Field } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import type { Node } from "../../core/node.ts";
import type { Info } from "../../core/writer.ts";
import { NUMBER } from "../shared/ber.ts";
import { follows } from "../shared/following.ts";
import { oneLine } from "../shared/text.ts";
import { ldap, saslLength } from "./messages.ts";
import { operations, results, scopes } from "./names.ts";

/** Rows whose text, in quotes, tells what a message is about. */
const subjects: readonly Node[] = [
  ldap.name,
  ldap.baseObject,
  ldap.objectName,
  ldap.object,
  ldap.entry,
  ldap.delRequest,
];
const DONE = 5;
const ABANDON = 16;
const EXTENDED_RESPONSE = 24;
const START_TLS = "1.3.6.1.4.1.1466.20037";

/** Writes `searchRequest(1) "dc=example,dc=com" wholeSubtree `, for each message. */
export function summary(frame: Frame, row: number, info: Info): void {
  const { tape } = frame;
  const end = tape.layerEnd(row);
  let isFirst = !follows(frame, row);
  if (isFirst) info.set();
  if (tape.nodes[row + 1] === saslLength) info.text("SASL GSS-API Integrity: ");
  for (let i = row + 1; i < end; i++) {
    if (tape.nodes[i] !== ldap.LDAPMessage_element) continue;
    if (!isFirst) info.text(" | ");
    isFirst = false;
    let last = i + 1;
    while (last < end && tape.depth(last) > tape.depth(i)) last++;
    writeMessage(frame, i, last, info);
  }
}

/** Writes what the message whose rows are `from..to` does. */
function writeMessage(frame: Frame, from: number, to: number, info: Info): void {
  const { tape } = frame;
  const bytes = frame.bytesOf(from);
  let id = 0;
  let operation = -1;
  const number = (i: number) => bigAt(bytes, tape.start(i), tape.end(i) - tape.start(i));
  for (let i = from + 1; i < to; i++) {
    const node = tape.nodes[i];
    if (node === ldap.messageID) id = number(i);
    else if (node === ldap.protocolOp) {
      operation = bytes[tape.start(i)]! & NUMBER;
      info.text(`${operations[operation] ?? "Unknown"}(${operation === ABANDON ? number(i + 1) : id}) `);
    } else if (subjects.includes(node!)) info.text(`"${oneLine(bytes, tape.start(i), tape.end(i)) || "<ROOT>"}" `);
    else if (node === ldap.requestName || node === ldap.responseName) {
      const name = oneLine(bytes, tape.start(i), tape.end(i));
      info.text(`${name === START_TLS ? "LDAP_START_TLS_OID" : name} `);
    } else if (operation !== EXTENDED_RESPONSE) info.text(word(node as Field, number, i));
    if (node === ldap.errorMessage && tape.end(i) > tape.start(i)) {
      info.text(`(${oneLine(bytes, tape.start(i), tape.end(i))}) `);
    }
  }
  const found = tape.value(from);
  if (operation === DONE) info.text(` [${found} result${found === 1 ? "" : "s"}]`);
}

/** What a row says by its number. */
function word(node: Field, number: (i: number) => number, i: number): string {
  if (node === ldap.scope) return `${scopes[number(i)] ?? number(i)} `;
  if (node === ldap.resultCode) return `${results[number(i)] ?? number(i)} `;
  if (node === ldap.simple) return "simple ";
  return node === ldap.sasl_element ? "sasl " : "";
}
