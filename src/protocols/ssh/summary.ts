import { bigAt } from "../../core/field.ts";
import type { Frame } from "../../core/frame.ts";
import { ascii, type Info } from "../../core/writer.ts";
import { ssh1Messages, sshMessages } from "../../names/ssh.ts";
import { oneLine } from "../shared/text.ts";
import { codes, curveMessages, dhMessages, groupMessages, ssh } from "./fields.ts";

const CLIENT = ascii("Client: ");
const SERVER = ascii("Server: ");
const COMMA = ascii(", ");
const COLUMNS = ["SSH", "SSHv1", "SSHv2"];

/** What the codes of messages mean, by their rows. */
const names = new Map<object, Readonly<Record<number, string>>>([
  [codes.code, sshMessages],
  [codes.dhCode, dhMessages],
  [codes.groupCode, groupMessages],
  [codes.curveCode, curveMessages],
  [codes.code1, ssh1Messages],
]);

/** The version that was known before the frame. */
export function column(frame: Frame, row: number): string {
  return COLUMNS[frame.tape.value(row) >> 1] ?? "SSH";
}

/** Names the messages, each behind a comma, and in front of everything who sent them. */
export function summary(frame: Frame, row: number, info: Info): void {
  const { tape } = frame;
  const end = tape.layerEnd(row);
  for (let i = row + 1; i < end; i++) {
    const said = wordsFor(frame, i);
    if (said === undefined) continue;
    if (!info.isEmpty) info.put(COMMA);
    info.text(said);
  }
  const direction = frame.find(row, ssh.direction);
  if (direction >= 0) info.prepend(frame.numbers[tape.value(direction)] === 0 ? CLIENT : SERVER);
}

/** What Info says of a row; undefined where it says nothing. */
function wordsFor(frame: Frame, row: number): string | undefined {
  const { tape } = frame;
  const node = tape.nodes[row]!;
  const b = frame.bytesOf(row);
  const [from, to] = [tape.start(row), tape.end(row)];
  const known = names.get(node);
  if (known !== undefined) return known[b[from]!] ?? `Unknown (${b[from]!})`;
  if (node === ssh.protocol) return `Protocol (${oneLine(b, from, to)})`;
  if (node === ssh.packet_length_encrypted) return `Encrypted packet (len=${tape.value(row)})`;
  return node === ssh.payload ? oldPayload(frame, row) : undefined;
}

/** A packet of version 1 that is encrypted, by the length it tells. */
function oldPayload(frame: Frame, row: number): string | undefined {
  const { tape } = frame;
  if (tape.nodes[row - 1] !== ssh.padding_length) return undefined;
  const length = row - 2;
  return `Encrypted packet (len=${bigAt(frame.bytesOf(length), tape.start(length), 4)})`;
}
