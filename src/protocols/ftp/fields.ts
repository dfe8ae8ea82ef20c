import { computed, frameNumber, none, type Reading, text, truth } from "../../core/field.ts";
import { fields } from "../../core/layout.ts";
import { group } from "../../core/protocol.ts";
import { replyCodes } from "../../names/ftp.ts";
import { asciiIn } from "../shared/text.ts";

const textOf = (r: Reading) => asciiIn(r.bytes, r.start, r.end);
const numberOf = (r: Reading) => Number.parseInt(textOf(r), 10);
/** An IPv4 address as text, with commas or dots between its bytes. */
const ipv4Of = (r: Reading) => Uint8Array.from(textOf(r).split(/[.,]/), Number);
/** A port as text: two numbers of a byte each. */
const portOf = (r: Reading) => {
  const [high = 0, low = 0] = textOf(r).split(",").map(Number);
  return high * 256 + low;
};
/** The address the frame comes from, which the answer to EPSV means (RFC 2428 section 3). */
const sourceOf = ({ frame: { addressBytes, sourceAt, addressSize } }: Reading) =>
  addressBytes.subarray(sourceAt, sourceAt + addressSize);

/** The bytes of an IPv6 address in its text form (RFC 4291 section 2.2). */
function ipv6Of(address: string): Uint8Array {
  const [head = "", tail] = address.split("::", 2);
  const words = (part: string) =>
    part
      .split(":")
      .filter(Boolean)
      .map((word) => Number.parseInt(word, 16));
  const [before, after] = [words(head), words(tail ?? "")];
  const bytes = new Uint8Array(16);
  const put = (word: number, at: number) => bytes.set([word >> 8, word & 255], at * 2);
  before.slice(0, 8).forEach((word, i) => put(word, i));
  after.slice(-8).forEach((word, i, all) => put(word, 8 - all.length + i));
  return bytes;
}

const families: Readonly<Record<number, string>> = { 1: "IPv4", 2: "IPv6" };

export const ftp = fields("ftp", {
  request: truth("Request", { hidden: true }),
  response: truth("Response", { hidden: true }),
  "request.command": text("Request command"),
  "request.arg": text("Request arg"),
  "response.code": computed("uint", "Response code", numberOf, { names: replyCodes }),
  "response.arg": text("Response arg"),
  "response.pwd.invalid": none("Invalid PWD response"),
  "passive.ip": computed("ipv4", "Passive IP address", ipv4Of),
  "passive.port": computed("uint", "Passive port", portOf),
  "passive.nat": truth("Passive IP NAT"),
  "active.cip": computed("ipv4", "Active IP address", ipv4Of),
  "active.port": computed("uint", "Active port", portOf),
  "active.nat": truth("Active IP NAT"),
  "eprt.af": computed("uint", "Extended active address family", numberOf, { names: families }),
  "eprt.ip": computed("ipv4", "Extended active IP address", ipv4Of),
  "eprt.ipv6": computed("ipv6", "Extended active IPv6 address", (r) => ipv6Of(textOf(r))),
  "eprt.port": computed("uint", "Extended active port", numberOf),
  "eprt.args_invalid": none("EPRT arguments must have the form: |<family>|<addr>|<port>|"),
  "epsv.ip": computed("ipv4", "Extended passive IPv4 address", sourceOf),
  "epsv.ipv6": computed("ipv6", "Extended passive IPv6 address", sourceOf),
  "epsv.port": computed("uint", "Extended passive port", numberOf),
  "epsv.args_invalid": none("EPSV arguments must have the form (|||<port>|)"),
  "current-working-directory": text("Current working directory", { generated: true, empty: "" }),
});
export const line = group("Line");

export const ftpData = fields("ftp-data", {
  "setup-frame": frameNumber("Setup frame"),
  "setup-method": text("Setup method", { generated: true }),
  command: text("Command", { generated: true }),
  "command-frame": frameNumber("Command frame"),
  "current-working-directory": text("Current working directory", { generated: true, empty: "" }),
});
export const content = group("Data");
