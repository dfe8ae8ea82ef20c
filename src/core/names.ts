/** A name, and the bytes that are printed for it (UTF-8, no control characters). */
export interface Name {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** The transports whose ports have names. */
export type Transport = "tcp" | "udp" | "sctp" | "dccp";

/** What {@link Names.shown} is made of: MAC addresses, IP addresses, ports are shown by their names. */
export const MACS = 1;
export const HOSTS = 2;
export const PORTS = 4;

/** What addresses and ports are called, as far as it is known when a frame is looked at. */
export interface Names {
  /** Which names are shown: {@link MACS}, {@link HOSTS} and {@link PORTS}, added up; 0 for none. */
  readonly shown: number;
  /** True where names that frames tell are worth handing to {@link learn}. */
  readonly learns: boolean;
  /**
   * The name of the address of `size` bytes (4 and 16: IP, 6: MAC) at `at`; undefined where it is shown as it is.
   * `moment` is when it is looked up: the number of a frame for its end, half a frame earlier for its start. What is
   * told later is not known yet.
   */
  address(moment: number, bytes: Uint8Array, at: number, size: number): Name | undefined;
  /** The name of a port; undefined where it is shown as a number. */
  service(transport: Transport, port: number): Name | undefined;
  /** The organization that the MAC address at `at` was assigned to, by its first three bytes; whatever is shown. */
  vendor(bytes: Uint8Array, at: number): string | undefined;
  /** Takes in that the capture tells, at that moment, the name of the IP address of `size` bytes at `at`. */
  learn(moment: number, bytes: Uint8Array, at: number, size: number, name: string): void;
}

/** Nothing has a name. */
export const noNames: Names = {
  shown: 0,
  learns: false,
  address: () => undefined,
  service: () => undefined,
  vendor: () => undefined,
  learn: () => {},
};
