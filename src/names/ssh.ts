/** Messages of SSH (RFC 4250 section 4.1.2); how 30 to 49 are called depends on the method of key exchange. */
export const sshMessages: Readonly<Record<number, string>> = {
  1: "Disconnect",
  2: "Ignore",
  3: "Unimplemented",
  4: "Debug",
  5: "Service Request",
  6: "Service Accept",
  20: "Key Exchange Init",
  21: "New Keys",
  50: "User Authentication Request",
  51: "User Authentication Failure",
  52: "User Authentication Success",
  53: "User Authentication Banner",
  60: "Public Key algorithm accepted",
  80: "Global Request",
  81: "Request Success",
  82: "Request Failure",
  90: "Channel Open",
  91: "Channel Open Confirmation",
  92: "Channel Open Failure",
  93: "Window Adjust",
  94: "Channel Data",
  95: "Channel Extended Data",
  96: "Channel EOF",
  97: "Channel Close",
  98: "Channel Request",
  99: "Channel Success",
  100: "Channel Failure",
};

/** Messages of SSH 1.5. */
export const ssh1Messages: Readonly<Record<number, string>> = {
  0: "No Message",
  1: "Disconnect",
  2: "Public Key",
  3: "Session Key",
  4: "User",
};
