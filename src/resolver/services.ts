import type { Name, Transport } from "../core/names.ts";
import { readTable } from "./tables.ts";

/** The names IANA gave to ports (Service Name and Port Number Registry), read when the first is asked for. */
export class Services {
  private names: Readonly<Record<Transport, Map<number, Name>>> | undefined;

  /** The service on a port. */
  service(transport: Transport, port: number): Name | undefined {
    this.names ??= read();
    return this.names[transport].get(port);
  }
}

/** Lines of a port and its transport, and the name: `80/tcp`. */
function read(): Readonly<Record<Transport, Map<number, Name>>> {
  const found = { tcp: new Map(), udp: new Map(), sctp: new Map(), dccp: new Map() };
  const utf8 = new TextEncoder();
  for (const line of new TextDecoder().decode(readTable("services.txt")).split("\n")) {
    const [key = "", text = ""] = line.split("\t");
    const [port, transport] = key.split("/");
    found[transport as Transport]?.set(Number(port), { text, bytes: utf8.encode(text) });
  }
  return found;
}
