import { type Field, none, text } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";

const many = { many: true };
const header = (label: string) => text(label, many);

/** Header fields of mails (RFC 5322 section 3.6, RFC 2045, RFC 2156) by their names in lower case, where those are the fields'. */
const headers = fields("imf", {
  date: header("Date"),
  from: header("From"),
  sender: header("Sender"),
  reply_to: header("Reply-To"),
  to: header("To"),
  cc: header("Cc"),
  bcc: header("Bcc"),
  message_id: header("Message-ID"),
  in_reply_to: header("In-Reply-To"),
  references: header("References"),
  subject: header("Subject"),
  comments: header("Comments"),
  user_agent: header("User-Agent"),
  keywords: header("Keywords"),
  "resent.date": header("Resent-Date"),
  "resent.from": header("Resent-From"),
  "resent.sender": header("Resent-Sender"),
  "resent.to": header("Resent-To"),
  "resent.cc": header("Resent-Cc"),
  "resent.bcc": header("Resent-Bcc"),
  "resent.message_id": header("Resent-Message-ID"),
  return_path: header("Return-Path"),
  received: header("Received"),
  "content.type": header("Content-Type"),
  "content.id": header("Content-ID"),
  "content.description": header("Content-Description"),
  "content.transfer_encoding": header("Content-Transfer-Encoding"),
  mime_version: header("MIME-Version"),
  autoforwarded: header("Autoforwarded"),
  autosubmitted: header("Autosubmitted"),
  x400_content_identifier: header("X400-Content-Identifier"),
  content_language: header("Content-Language"),
  conversion: header("Conversion"),
  conversion_with_loss: header("Conversion-With-Loss"),
  delivery_date: header("Delivery-Date"),
  discarded_x400_ipms_extensions: header("Discarded-X400-IPMS-Extensions"),
  discarded_x400_mts_extensions: header("Discarded-X400-MTS-Extensions"),
  dl_expansion_history: header("DL-Expansion-History"),
  deferred_delivery: header("Deferred-Delivery"),
  expires: header("Expires"),
  importance: header("Importance"),
  incomplete_copy: header("Incomplete-Copy"),
  latest_delivery_time: header("Latest-Delivery-Time"),
  message_type: header("Message-Type"),
  original_encoded_information_types: header("Original-Encoded-Information-Types"),
  originator_return_address: header("Originator-Return-Address"),
  priority: header("Priority"),
  reply_by: header("Reply-By"),
  sensitivity: header("Sensitivity"),
  supersedes: header("Supersedes"),
  x400_content_type: header("X400-Content-Type"),
  x400_mts_identifier: header("X400-MTS-Identifier"),
  x400_originator: header("X400-Originator"),
  x400_received: header("X400-Received"),
  x400_recipients: header("X400-Recipients"),
  delivered_to: header("Delivered-To"),
  "ext.mailer": header("X-Mailer"),
  "thread-index": header("Thread-Index"),
  "ext.mimeole": header("X-MimeOLE"),
  "ext.expiry-date": header("Expiry-Date"),
  "ext.tnef-correlator": header("X-MS-TNEF-Correlator"),
  "ext.uidl": header("X-UIDL"),
  "ext.authentication_warning": header("X-Authentication-Warning"),
  "ext.virus_scanned": header("X-Virus-Scanned"),
  "ext.original-to": header("X-Original-To"),
  lines: header("Lines"),
  precedence: header("Precedence"),
});

/** What header fields consist of. */
export const parts = fields("imf", {
  "content.type.type": text("Type", many),
  "content.type.parameters": text("Parameters", many),
  extension: text("Unknown-Extension", many),
  "extension.type": text("Type", many),
  "extension.value": text("Value", { many: true, empty: "" }),
  "mailbox_list.item": text("Item", many),
  "address_list.item": text("Item", many),
  display_name: text("Display-Name", { many: true, empty: "" }),
  address: text("Address", many),
});

/** How the value of a header field is read further. */
export const PLAIN = 0;
export const MAILBOX = 1;
export const MAILBOXES = 2;
export const ADDRESSES = 3;
export const CONTENT_TYPE = 4;

const kinds = new Map<Field, number>([
  [headers.from, MAILBOXES],
  [headers["resent.from"], MAILBOXES],
  [headers.sender, MAILBOX],
  [headers["resent.sender"], MAILBOX],
  [headers.delivered_to, MAILBOX],
  [headers.reply_to, ADDRESSES],
  [headers.to, ADDRESSES],
  [headers.cc, ADDRESSES],
  [headers.bcc, ADDRESSES],
  [headers["resent.to"], ADDRESSES],
  [headers["resent.cc"], ADDRESSES],
  [headers["resent.bcc"], ADDRESSES],
  [headers["ext.original-to"], ADDRESSES],
  [headers["content.type"], CONTENT_TYPE],
]);
const byName = new Map(Object.values(headers).map((field) => [field.label.toLowerCase(), field]));

/** The field of a header field by its name in lower case; undefined for names of one's own. */
export const fieldOf = (name: string): Field | undefined => byName.get(name);

/** {@link PLAIN} and its kin: what stands in the header field of `field`. */
export const kindOf = (field: Field): number => kinds.get(field) ?? PLAIN;

export { headers };

/** What follows the header fields, where nobody reads its media type. */
export const body = fields("imf", { message_text: none("Message-Text", many) });
