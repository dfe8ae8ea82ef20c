/** Kinds of frames (RFC 6455 section 11.8). */
export const opcodes: Readonly<Record<number, string>> = {
  0: "Continuation",
  1: "Text",
  2: "Binary",
  8: "Connection Close",
  9: "Ping",
  10: "Pong",
};

/** Why a connection is closed (RFC 6455 section 7.4). */
export const statusCodes: Readonly<Record<number, string>> = {
  1000: "Normal Closure",
  1001: "Going Away",
  1002: "Protocol error",
  1003: "Unsupported Data",
  1004: "---Reserved----",
  1005: "No Status Rcvd",
  1006: "Abnormal Closure",
  1007: "Invalid frame payload data",
  1008: "Policy Violation",
  1009: "Message Too Big",
  1010: "Mandatory Ext.",
  1011: "Internal Server",
  1015: "TLS handshake",
};
