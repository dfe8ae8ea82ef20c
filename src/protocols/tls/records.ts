import { blank, bytes, computed, none, type Reading, u8, u16 } from "../../core/field.ts";
import { fields, layout } from "../../core/layout.ts";
import { group } from "../../core/protocol.ts";
import { alertDescriptions, alertLevels, contentTypes, heartbeatTypes, tlsVersions } from "../../names/tls.ts";
import { applications } from "./applications.ts";

export const CHANGE_CIPHER_SPEC = 20;
export const ALERT = 21;
export const HANDSHAKE = 22;
export const APPLICATION_DATA = 23;
export const HEARTBEAT = 24;

const version = u16(1, "Version", { show: "hex", names: tlsVersions });
const length = u16(3, "Length", { unit: "bytes" });

/**  0        7 8                23 24               39
 *  +----------+------------------+------------------+
 *  |   type   |     version      |      length      |   RFC 8446 section 5.1
 *  +----------+------------------+------------------+ */
export const record = layout("tls", 5, {
  record: blank(0, 5, "Record Layer"),
  "record.content_type": u8(0, "Content Type", { names: contentTypes }),
  "record.version": version,
  "record.length": length,
});

/** The same in TLS 1.3, whose type of encrypted records tells nothing (RFC 8446 section 5.2). */
export const opaqueRecord = layout("tls", 5, {
  record: blank(0, 5, "Record Layer"),
  "record.opaque_type": u8(0, "Opaque Type", { names: contentTypes }),
  "record.version": version,
  "record.length": length,
});

const protocolName = (r: Reading) => applications[r.value];

/** What records hold. */
export const content = fields("tls", {
  "record.content_type": computed("uint", "Content Type", (r) => r.value, { names: contentTypes }),
  app_data: bytes("Encrypted Application Data"),
  app_data_proto: computed("string", "Application Data Protocol", protocolName),
  change_cipher_spec: none("Change Cipher Spec Message"),
  alert_message: none("Alert Message"),
  heartbeat_message: none("Heartbeat Message"),
  "heartbeat_message.payload": bytes("Payload"),
  "heartbeat_message.padding": bytes("Padding"),
  "heartbeat_message.payload_length.invalid": none("Invalid heartbeat payload length"),
  ignored_unknown_record: none("Ignored Unknown Record"),
  resumed: none("This session reuses previously negotiated keys (Session resumption)"),
});

/** Bytes that belong to a record whose beginning was not seen, or to none. */
export const continuation = group("Continuation Data");

/** RFC 8446 section 6 */
export const alert = layout("tls", 2, {
  "alert_message.level": u8(0, "Level", { names: alertLevels }),
  "alert_message.desc": u8(1, "Description", { names: alertDescriptions }),
});

/** RFC 6520 section 4 */
export const heartbeat = layout("tls", 3, {
  "heartbeat_message.type": u8(0, "Type", { names: heartbeatTypes }),
  "heartbeat_message.payload_length": u16(1, "Payload Length", { unit: "bytes" }),
});

/** Every set of fields outside handshakes. */
export const recordFields = [record, opaqueRecord, content, alert, heartbeat];
