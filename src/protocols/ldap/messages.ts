import type { Cursor } from "../../core/cursor.ts";
import { bytes, computed, type Field, none, text, u32 } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import {
  BOOLEAN,
  ENUMERATED,
  enter,
  INTEGER,
  integer,
  NUMBER,
  OCTETS,
  SEQUENCE,
  truthValue,
  within,
} from "../shared/ber.ts";
import { aliases, authentications, operations, results, scopes } from "./names.ts";

/** What is read of messages. */
export const ldap = fields("ldap", {
  LDAPMessage_element: none("LDAPMessage", { many: true }),
  messageID: integer("messageID", { many: true }),
  protocolOp: computed("uint", "protocolOp", (r) => r.bytes[r.start]! & NUMBER, { names: operations, many: true }),
  bindRequest_element: none("bindRequest"),
  bindResponse_element: none("bindResponse"),
  unbindRequest_element: none("unbindRequest"),
  searchRequest_element: none("searchRequest"),
  searchResEntry_element: none("searchResEntry", { many: true }),
  searchResDone_element: none("searchResDone"),
  modifyRequest_element: none("modifyRequest"),
  modifyResponse_element: none("modifyResponse"),
  addRequest_element: none("addRequest"),
  addResponse_element: none("addResponse"),
  delRequest: text("delRequest"),
  delResponse_element: none("delResponse"),
  modDNRequest_element: none("modDNRequest"),
  modDNResponse_element: none("modDNResponse"),
  compareRequest_element: none("compareRequest"),
  compareResponse_element: none("compareResponse"),
  abandonRequest: integer("abandonRequest"),
  extendedReq_element: none("extendedReq"),
  extendedResp_element: none("extendedResp"),
  intermediateResponse_element: none("intermediateResponse"),
  version: integer("version"),
  name: text("name"),
  authentication: computed("uint", "authentication", (r) => r.bytes[r.start]! & NUMBER, { names: authentications }),
  simple: text("simple"),
  sasl_element: none("sasl"),
  mechanism: text("mechanism"),
  credentials: bytes("credentials"),
  resultCode: integer("resultCode", { names: results, many: true }),
  matchedDN: text("matchedDN", { empty: "", many: true }),
  errorMessage: text("errorMessage", { empty: "", many: true }),
  baseObject: text("baseObject", { empty: "" }),
  scope: integer("scope", { names: scopes }),
  derefAliases: integer("derefAliases", { names: aliases }),
  sizeLimit: integer("sizeLimit"),
  timeLimit: integer("timeLimit"),
  typesOnly: truthValue("typesOnly"),
  objectName: text("objectName", { empty: "", many: true }),
  object: text("object", { empty: "" }),
  entry: text("entry", { empty: "" }),
  requestName: text("requestName"),
  responseName: text("responseName"),
});

/** How long a security layer is. */
export const { sasl_buffer_length: saslLength } = fields("ldap", { sasl_buffer_length: u32("SASL Buffer Length") });

/** Part of an operation: its tag, and the row it becomes. */
type Part = readonly [tag: number, field: Field];

/** An operation by its number: its row, and what its content begins with. */
interface Operation {
  readonly field: Field;
  readonly parts: readonly Part[];
}

const result: readonly Part[] = [
  [ENUMERATED, ldap.resultCode],
  [OCTETS, ldap.matchedDN],
  [OCTETS, ldap.errorMessage],
];
const SIMPLE = 0x80;
const SASL = 0xa3;
const RESPONSE_NAME = 0x8a;
const NAME = 0x80;

/** RFC 4511 sections 4.2 to 4.13 */
const known: Readonly<Record<number, Operation>> = {
  0: {
    field: ldap.bindRequest_element,
    parts: [
      [INTEGER, ldap.version],
      [OCTETS, ldap.name],
    ],
  },
  1: { field: ldap.bindResponse_element, parts: result },
  2: { field: ldap.unbindRequest_element, parts: [] },
  3: {
    field: ldap.searchRequest_element,
    parts: [
      [OCTETS, ldap.baseObject],
      [ENUMERATED, ldap.scope],
      [ENUMERATED, ldap.derefAliases],
      [INTEGER, ldap.sizeLimit],
      [INTEGER, ldap.timeLimit],
      [BOOLEAN, ldap.typesOnly],
    ],
  },
  4: { field: ldap.searchResEntry_element, parts: [[OCTETS, ldap.objectName]] },
  5: { field: ldap.searchResDone_element, parts: result },
  6: { field: ldap.modifyRequest_element, parts: [[OCTETS, ldap.object]] },
  7: { field: ldap.modifyResponse_element, parts: result },
  8: { field: ldap.addRequest_element, parts: [[OCTETS, ldap.entry]] },
  9: { field: ldap.addResponse_element, parts: result },
  10: { field: ldap.delRequest, parts: [] },
  11: { field: ldap.delResponse_element, parts: result },
  12: { field: ldap.modDNRequest_element, parts: [[OCTETS, ldap.entry]] },
  13: { field: ldap.modDNResponse_element, parts: result },
  14: { field: ldap.compareRequest_element, parts: [[OCTETS, ldap.entry]] },
  15: { field: ldap.compareResponse_element, parts: result },
  16: { field: ldap.abandonRequest, parts: [] },
  23: { field: ldap.extendedReq_element, parts: [[NAME, ldap.requestName]] },
  24: { field: ldap.extendedResp_element, parts: [...result, [RESPONSE_NAME, ldap.responseName]] },
  25: { field: ldap.intermediateResponse_element, parts: [[NAME, ldap.responseName]] },
};

/** What a message did that later ones depend on. */
export const OTHER = -1;
export const BIND_REQUEST = 0;
export const BIND_RESPONSE = 1;
export const ENTRY = 4;

/** True where the bind at the cursor, behind its name, uses SASL. */
function readAuthentication(c: Cursor): void {
  if (c.captured < 1) return;
  const tag = c.u8(c.at);
  c.add(ldap.authentication, c.at, c.at + 1);
  if (tag === SIMPLE) return void readPart(c, [SIMPLE, ldap.simple]);
  const end = enter(c, SASL);
  if (end < 0) return;
  const row = c.open(ldap.sasl_element);
  within(c, end, () => readPart(c, [OCTETS, ldap.mechanism]) && readPart(c, [OCTETS, ldap.credentials]));
  c.close(row);
}

function readPart(c: Cursor, [tag, field]: Part): boolean {
  const end = enter(c, tag);
  if (end < 0) return false;
  c.add(field, c.at, end);
  c.at = end;
  return true;
}

/** Reads the LDAPMessage at the cursor, its row included. Returns the number of its operation, {@link OTHER} where it has none. */
export function readMessage(c: Cursor): number {
  const start = c.at;
  const end = enter(c, SEQUENCE);
  if (end < 0) return OTHER;
  const row = c.open(ldap.LDAPMessage_element, start);
  let operation = OTHER;
  within(c, end, () => {
    if (readPart(c, [INTEGER, ldap.messageID])) operation = readOperation(c);
  });
  c.close(row);
  return operation;
}

function readOperation(c: Cursor): number {
  if (c.captured < 1) return OTHER;
  const tag = c.u8(c.at);
  const number = tag & NUMBER;
  c.add(ldap.protocolOp, c.at, c.at + 1);
  const operation = known[number];
  const end = operation === undefined ? OTHER : enter(c, tag);
  if (end < 0) return OTHER;
  const row = c.open(operation!.field);
  within(c, end, () => {
    if (operation!.parts.every((part) => readPart(c, part)) && number === BIND_REQUEST) readAuthentication(c);
  });
  c.close(row);
  return number;
}
