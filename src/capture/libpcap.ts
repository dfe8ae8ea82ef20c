import { createRequire } from "node:module";
import type * as Koffi from "koffi";
import { SniffError } from "../core/error.ts";

/** An address in C's memory. */
export type Pointer = bigint;

/** Why live capture or a capture filter is not to be had; the message is for people. */
export class LiveError extends SniffError {
  override readonly name = "LiveError";
  /**
   * `libpcap`: not installed; `permission`: of the user; `device`: no such device, or it cannot do what was asked;
   * `filter`: the capture filter is wrong; `gone`: the capture was running and the device failed or disappeared.
   */
  readonly reason: "libpcap" | "permission" | "device" | "filter" | "gone";

  /** `message` names the device or filter. */
  constructor(reason: LiveError["reason"], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** C's types by the names used below, with what they are in JavaScript. */
interface Types {
  void: undefined;
  int: number;
  uint: number;
  ulong: number;
  /** Text, copied both ways; null for none. */
  str: string;
  /** Memory the callee reads or fills before it returns. */
  memory: Uint8Array | Pointer | null;
  /** A handle, or an address the callee keeps; null for none. */
  pointer: Pointer | null;
}
type TypeName = keyof Types;
type Signature = readonly [result: TypeName, ...parameters: TypeName[]];

/** pcap(3PCAP): result, then parameters. */
const pcapFunctions = {
  pcap_lib_version: ["str"],
  pcap_findalldevs: ["int", "memory", "memory"],
  pcap_freealldevs: ["void", "pointer"],
  pcap_lookupnet: ["int", "str", "memory", "memory", "memory"],
  pcap_create: ["pointer", "str", "memory"],
  pcap_set_snaplen: ["int", "pointer", "int"],
  pcap_set_promisc: ["int", "pointer", "int"],
  pcap_set_rfmon: ["int", "pointer", "int"],
  pcap_set_timeout: ["int", "pointer", "int"],
  pcap_set_buffer_size: ["int", "pointer", "int"],
  pcap_set_tstamp_precision: ["int", "pointer", "int"],
  pcap_set_tstamp_type: ["int", "pointer", "int"],
  pcap_tstamp_type_name_to_val: ["int", "str"],
  pcap_tstamp_type_val_to_name: ["str", "int"],
  pcap_tstamp_type_val_to_description: ["str", "int"],
  pcap_list_tstamp_types: ["int", "pointer", "memory"],
  pcap_free_tstamp_types: ["void", "pointer"],
  pcap_activate: ["int", "pointer"],
  pcap_setdirection: ["int", "pointer", "int"],
  pcap_list_datalinks: ["int", "pointer", "memory"],
  pcap_free_datalinks: ["void", "pointer"],
  pcap_set_datalink: ["int", "pointer", "int"],
  pcap_datalink: ["int", "pointer"],
  pcap_datalink_name_to_val: ["int", "str"],
  pcap_datalink_val_to_name: ["str", "int"],
  pcap_datalink_val_to_description: ["str", "int"],
  pcap_fopen_offline: ["pointer", "pointer", "memory"],
  pcap_compile: ["int", "pointer", "memory", "str", "int", "uint"],
  pcap_setfilter: ["int", "pointer", "memory"],
  pcap_freecode: ["void", "memory"],
  bpf_image: ["str", "memory", "int"],
  pcap_setnonblock: ["int", "pointer", "int", "memory"],
  pcap_get_selectable_fd: ["int", "pointer"],
  pcap_dump_fopen: ["pointer", "pointer", "pointer"],
  pcap_dump_close: ["void", "pointer"],
  pcap_dispatch: ["int", "pointer", "int", "pointer", "pointer"],
  pcap_stats: ["int", "pointer", "memory"],
  pcap_geterr: ["str", "pointer"],
  pcap_statustostr: ["str", "int"],
  pcap_close: ["void", "pointer"],
} as const satisfies Record<string, Signature>;

/** The C library's. */
const libcFunctions = {
  open_memstream: ["pointer", "pointer", "pointer"],
  fmemopen: ["pointer", "pointer", "ulong", "str"],
  fflush: ["int", "pointer"],
  rewind: ["void", "pointer"],
  free: ["void", "pointer"],
  memcpy: ["pointer", "memory", "memory", "ulong"],
  pipe: ["int", "memory"],
  read: ["int", "int", "memory", "ulong"],
  write: ["int", "int", "memory", "ulong"],
  close: ["int", "int"],
  poll: ["int", "memory", "ulong", "int"],
  if_indextoname: ["str", "uint", "memory"],
} as const satisfies Record<string, Signature>;

type Function<S extends Signature> = S extends readonly [
  infer R extends TypeName,
  ...infer P extends readonly TypeName[],
]
  ? (...args: { [I in keyof P]: Types[P[I]] }) => Types[R]
  : never;
type Functions<T extends Record<string, Signature>> = { readonly [K in keyof T]: Function<T[K]> };

/** The system's libpcap and the few functions of the C library that capturing needs. */
export interface Libpcap extends Functions<typeof pcapFunctions>, Functions<typeof libcFunctions> {
  readonly koffi: typeof Koffi;
  /** The address of libpcap's own `pcap_dump`, the callback that writes a frame as a savefile record. */
  readonly pcapDump: Pointer;
  /** `poll`, on another thread; resolves to its result. */
  pollAsync(descriptors: Uint8Array, count: number, milliseconds: number): Promise<number>;
}

/** Bytes of libpcap's error texts (PCAP_ERRBUF_SIZE). */
const MESSAGE_SIZE = 256;

/** File names of the library, by platform; the first is libpcap's own ABI name on Debian, the second elsewhere. */
const fileNames: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ["libpcap.A.dylib", "libpcap.dylib"],
  win32: ["wpcap.dll"],
};
const UNIX_NAMES = ["libpcap.so.0.8", "libpcap.so.1", "libpcap.so"];

/**
 * Loads the system's libpcap; nothing else needs native code. Throws {@link LiveError} `libpcap` where there is none.
 */
export function loadLibpcap(): Libpcap {
  const koffi = loadKoffi();
  const names: Record<TypeName, string> = {
    void: "void",
    int: "int",
    uint: "uint",
    ulong: "ulong",
    str: "str",
    memory: "void *",
    pointer: "void *",
  };
  const bind = (library: Koffi.LibraryHandle, functions: Record<string, Signature>) =>
    Object.fromEntries(
      Object.entries(functions).map(([name, [result, ...parameters]]) => [
        name,
        library.func(
          name,
          names[result],
          parameters.map((p) => names[p]),
        ),
      ]),
    );
  const pcap = loadFirst(koffi, fileNames[process.platform] ?? UNIX_NAMES);
  const libc = bind(koffi.load(null), libcFunctions);
  const poll = libc.poll!.async as (...args: unknown[]) => void;
  return {
    ...bind(pcap, pcapFunctions),
    ...libc,
    koffi,
    pcapDump: pcap.symbol("pcap_dump"),
    pollAsync: (descriptors, count, milliseconds) =>
      new Promise((resolve, reject) => {
        poll(descriptors, count, milliseconds, (error: unknown, result: number) =>
          error ? reject(error) : resolve(result),
        );
      }),
  } as Libpcap;
}

function loadKoffi(): typeof Koffi {
  try {
    return createRequire(import.meta.url)("koffi") as typeof Koffi;
  } catch (error) {
    throw new LiveError(
      "libpcap",
      `the package koffi, which calls libpcap, cannot be loaded: ${(error as Error).message}`,
    );
  }
}

function loadFirst(koffi: typeof Koffi, names: readonly string[]): Koffi.LibraryHandle {
  for (const name of names) {
    try {
      return koffi.load(name);
    } catch {
      // The next name may do.
    }
  }
  const how =
    process.platform === "linux"
      ? "install libpcap0.8 (Debian, Ubuntu) or libpcap; its headers are not needed"
      : process.platform === "win32"
        ? "install Npcap"
        : "install libpcap";
  throw new LiveError(
    "libpcap",
    `live capture and capture filters need libpcap, which is not here: ${how}. ` +
      "Reading files without a capture filter needs nothing",
  );
}

/** A buffer for one of libpcap's error texts. */
export const messageBuffer = (): Uint8Array => Buffer.alloc(MESSAGE_SIZE);

/** The text in a {@link messageBuffer}. */
export function messageText(buffer: Uint8Array): string {
  const end = buffer.indexOf(0);
  return new TextDecoder().decode(buffer.subarray(0, end < 0 ? buffer.length : end));
}
