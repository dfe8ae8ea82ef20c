/** Protocols inside TLS, as people know them; index 0 stands for one that is not known. */
export const applications: readonly (string | undefined)[] = [
  undefined,
  "Hypertext Transfer Protocol",
  "HyperText Transfer Protocol 2",
  "Simple Mail Transfer Protocol",
  "Internet Message Access Protocol",
  "Post Office Protocol",
  "Lightweight Directory Access Protocol",
  "Domain Name System",
  "Mongo Wire Protocol",
  "Session Initiation Protocol",
  "MQ Telemetry Transport Protocol",
  "Advanced Message Queuing Protocol",
  "RPKI-Router Protocol",
  "Couchbase Protocol",
  "DoIP (ISO13400) Protocol",
  "Distributed Network Protocol 3.0",
  "Modbus/TCP",
  "Constrained Application Protocol",
  "Diameter Protocol",
  "EtherNet/IP (Industrial Protocol)",
  "Skinny Client Control Protocol",
  "Q.931",
  "TPKT - ISO on TCP - RFC1006",
  "Intel Omni-Path FE Header - Omni-Path Fabric Executive Header",
  "MySQL Protocol",
  "PostgreSQL",
  "File Transfer Protocol (FTP)",
  "XMPP Protocol",
];

const HTTP = 1;
const HTTP2 = 2;
const SMTP = 3;
const IMAP = 4;
const POP = 5;
const FABRIC = 23;

/** Ports whose service runs over TLS from the first byte, or turns to it (STARTTLS). */
const ports = new Map([
  [21, 26],
  [25, SMTP],
  [110, POP],
  [143, IMAP],
  [324, 12],
  [443, HTTP],
  [465, SMTP],
  [587, SMTP],
  [636, 6],
  [802, 16],
  [853, 7],
  [993, IMAP],
  [995, POP],
  [1300, 21],
  [2221, 19],
  [2443, 20],
  [3249, FABRIC],
  [3250, FABRIC],
  [3251, FABRIC],
  [3252, FABRIC],
  [3306, 24],
  [3389, 22],
  [3496, 14],
  [5061, 9],
  [5222, 27],
  [5432, 25],
  [5671, 11],
  [5684, 17],
  [5868, 18],
  [8883, 10],
  [11207, 13],
  [19999, 15],
  [27017, 8],
]);

/** Names of protocols in ALPN (IANA, TLS ALPN Protocol IDs). */
const protocolIds = new Map([
  ["http/0.9", HTTP],
  ["http/1.0", HTTP],
  ["http/1.1", HTTP],
  ["h2", HTTP2],
  ["imap", IMAP],
  ["pop3", POP],
  ["dot", 7],
  ["mqtt", 10],
  ["ftp", 26],
]);

/** The application on a port: an index into {@link applications}, 0 where none is known. */
export function applicationOnPort(port: number): number {
  return ports.get(port) ?? 0;
}

/** The application of an ALPN protocol id: an index into {@link applications}, 0 where none is known. */
export function applicationOf(id: string): number {
  return protocolIds.get(id) ?? 0;
}
