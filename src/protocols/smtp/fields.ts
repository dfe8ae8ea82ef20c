import { computed, type Field, frameNumber, none, number, type Reading, text, truth } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import { group } from "../../core/protocol.ts";
import { replyCodes } from "../../names/smtp.ts";
import { asciiIn } from "../shared/text.ts";

const many = { many: true };
const hidden = { many: true, hidden: true };

/** The three digits of a reply. */
const code = (r: Reading) => Number(asciiIn(r.bytes, r.start, r.end));

export const smtp = fields("smtp", {
  req: truth("Request", hidden),
  rsp: truth("Response", hidden),
  command_line: text("Command Line", many),
  "req.command": text("Command", many),
  "req.parameter": text("Request parameter", many),
  response: text("Response", many),
  "response.code": computed("uint", "Response code", code, { many: true, names: replyCodes }),
  "response.code.unexpected": none("Unexpected response code in multiline response", many),
  "rsp.parameter": text("Response parameter", { many: true, empty: "" }),
  "auth.username": text("Username", many),
  "auth.password": text("Password", many),
  "auth.username_password": text("Username/Password", many),
  base64_decode: none("base64 decode failed or is not enabled", many),
  eom: none("EOM"),
  "data.fragments": none("DATA fragments"),
  "data.fragment": frameNumber("DATA fragment", many),
  "data.fragment.count": number("DATA fragment count"),
  "data.reassembled.length": number("Reassembled DATA length"),
});

/** Text of a mail as it goes by, lines of replies after the first, and lines that are none. */
export const mail = group("DATA fragment");
export const continuation = group("Continuation");
export const noReply = group("Line");

/** What the client sends line by line after an AUTH command, by its mechanism (RFC 4954, RFC 4616). */
export const credentials: Readonly<Record<string, readonly Field[]>> = {
  LOGIN: [smtp["auth.username"], smtp["auth.password"]],
  PLAIN: [smtp["auth.username_password"]],
};
