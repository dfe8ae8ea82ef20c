import { parseIpv4, parseIpv6 } from "../core/addresses.ts";

/** The addresses of a hosts file (hosts(5)), each with its first name; what is none is passed over. */
export function* hostsIn(text: string): Generator<readonly [address: Uint8Array, name: string]> {
  for (const line of text.split("\n")) {
    const [first = "", name] = line.replace(/#.*/, "").trim().split(/\s+/);
    const address = parseIpv4(first) ?? parseIpv6(first);
    if (address !== undefined && name !== undefined) yield [address, name];
  }
}

/** Where the system keeps its hosts file. */
export const systemHosts = (): string =>
  process.platform === "win32"
    ? `${process.env["SystemRoot"] ?? "C:\\Windows"}\\System32\\drivers\\etc\\hosts`
    : "/etc/hosts";
