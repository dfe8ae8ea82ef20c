/** One option of the command line: how it is written, what it takes, where help lists it. */
export interface Flag {
  /** One letter, or a long name. */
  readonly name: string;
  /** A long spelling of a letter. */
  readonly long?: string;
  /** What it takes, as help shows it; absent for a switch. */
  readonly takes?: string;
  /** May be given several times. */
  readonly many?: boolean;
  /** The heading help lists it under; absent: known, but not built yet, and refused by name. */
  readonly group?: Group;
  /** What it does, in a few words. */
  readonly about: string;
  /** Help shows it on one line with the option after it. */
  readonly joined?: boolean;
}

/** The headings of the help, in order. */
export const groups = [
  "Input",
  "Choose frames",
  "Packet line",
  "Full detail",
  "Machine-readable",
  "Write",
  "More",
] as const;
export type Group = (typeof groups)[number];

const built: readonly Flag[] = [
  { name: "r", takes: "FILE", group: "Input", about: "read a capture file (- for standard input)" },
  { name: "i", takes: "IFACE", many: true, group: "Input", about: "capture on an interface" },
  { name: "D", group: "Input", about: "list interfaces", joined: true },
  { name: "L", group: "Input", about: "what one can be set to" },
  { name: "p", group: "Input", about: "no promiscuous mode", joined: true },
  { name: "I", group: "Input", about: "monitor mode" },
  { name: "s", takes: "BYTES", group: "Input", about: "keep no more of each frame", joined: true },
  { name: "B", takes: "MIB", group: "Input", about: "the kernel's buffer" },
  { name: "y", takes: "TYPE", group: "Input", about: "the link type", joined: true },
  { name: "time-stamp-type", takes: "TYPE", group: "Input", about: "who stamps frames" },
  { name: "Z", takes: "USER", group: "Input", about: "drop root's rights to this user" },
  { name: "Q", takes: "WAY", group: "Choose frames", about: "in, out or inout", joined: true },
  { name: "f", takes: "FILTER", group: "Choose frames", about: "capture filter (or words after the options)" },
  {
    name: "Y",
    takes: "FILTER",
    group: "Choose frames",
    about: "display filter: tcp.port == 80 and !tcp.analysis.flags",
  },
  { name: "c", takes: "N", group: "Choose frames", about: "stop after N frames" },
  { name: "t", takes: "MODE", group: "Packet line", about: "time: r a ad adoy d dd e u ud udoy" },
  {
    name: "N",
    takes: "CLASSES",
    group: "Packet line",
    about: "show names: m MAC, t ports, n IP (d from DNS answers, N from the system)",
  },
  { name: "n", group: "Packet line", about: "no names", joined: true },
  { name: "H", takes: "FILE", many: true, group: "Packet line", about: "names of IP addresses, as in /etc/hosts" },
  { name: "l", group: "Packet line", about: "write each line at once", joined: true },
  { name: "P", group: "Packet line", about: "the packet line, also with -V, -x or -w" },
  { name: "color", takes: "WHEN", group: "Packet line", about: "auto, always or never (NO_COLOR is obeyed)" },
  { name: "V", group: "Full detail", about: "every field, as a tree" },
  { name: "O", takes: "NAMES", group: "Full detail", about: "the tree of these protocols, one line for others" },
  { name: "x", group: "Full detail", about: "bytes in hexadecimal and ASCII", joined: true },
  { name: "X", group: "Full detail", about: "the packet line and both", joined: true },
  { name: "A", group: "Full detail", about: "and ASCII" },
  {
    name: "z",
    takes: "STATISTIC",
    many: true,
    group: "Full detail",
    about: "conv,tcp io,phs io,stat,1 count,http.host follow,tcp,ascii,0; -z help: all",
  },
  {
    name: "T",
    takes: "FORMAT",
    group: "Machine-readable",
    about: "text tabs fields json ndjson ek csv psml pdml golden",
  },
  { name: "e", takes: "FIELD", many: true, group: "Machine-readable", about: "a field to print (several: repeat it)" },
  {
    name: "E",
    takes: "KEY=VALUE",
    many: true,
    group: "Machine-readable",
    about: "header=y separator=, quote=d occurrence=f aggregator=; bom=y",
  },
  { name: "j", takes: "NAMES", group: "Machine-readable", about: "JSON: only these layers", joined: true },
  { name: "J", takes: "NAMES", group: "Machine-readable", about: "as -j" },
  { name: "annotate", group: "Machine-readable", about: "JSON: labels, byte ranges", joined: true },
  { name: "schema", group: "Machine-readable", about: "its schema", joined: true },
  { name: "max-bytes", takes: "N", group: "Machine-readable", about: "bytes of a string" },
  { name: "w", takes: "FILE", group: "Write", about: "write the frames to a capture file (- for standard output)" },
  { name: "F", takes: "TYPE", group: "Write", about: "its type: pcapng (as it is without -F), pcap or nsecpcap" },
  { name: "U", group: "Write", about: "hand each frame to the file at once" },
  { name: "C", takes: "MB", group: "Write", about: "begin the next file by size", joined: true },
  { name: "W", takes: "N", group: "Write", about: "how many files" },
  {
    name: "b",
    takes: "WHEN:N",
    many: true,
    group: "Write",
    about: "the same: filesize duration interval packets files",
  },
  { name: "a", takes: "WHEN:N", many: true, group: "Write", about: "end by itself: duration filesize files packets" },
  {
    name: "post-rotate",
    takes: "COMMAND",
    group: "Write",
    about: "is run with the name of each file that is complete",
  },
  { name: "capture-comment", takes: "TEXT", group: "Write", about: "a comment for the whole capture (pcapng)" },
  { name: "dump-filter", takes: "STYLE", group: "More", about: "the compiled capture filter: asm, c or decimal" },
  {
    name: "G",
    takes: "WHAT",
    group: "More",
    about: "glossary: fields protocols values currentprefs; a number: seconds a file",
  },
  { name: "doctor", group: "More", about: "what is missing to capture here", joined: true },
  { name: "engine", takes: "NAME", group: "More", about: "what captures: libpcap or npm's cap" },
  { name: "d", takes: "RULE", many: true, group: "More", about: "decode as: tcp.port==8888,http", joined: true },
  { name: "o", takes: "NAME:VALUE", many: true, group: "More", about: "a preference: tcp.check_checksum:TRUE" },
  { name: "max-memory", takes: "BYTES", group: "More", about: "for conversations: 256M", joined: true },
  { name: "q", group: "More", about: "say nothing but what was asked for" },
  { name: "v", long: "version", group: "More", about: "version", joined: true },
  { name: "h", long: "help", group: "More", about: "this page" },
];

const notBuilt: readonly Flag[] = [
  { name: "2", about: "two passes" },
  { name: "filter-file", takes: "FILE", about: "reading a capture filter from a file" },
];

/** Every option there is. */
export const flags: readonly Flag[] = [...built, ...notBuilt];

/** What to say to hands trained on other tools, by the option they type. */
export const habits: Readonly<Record<string, string>> = {
  S: "sequence numbers as on the wire: -o tcp.relative_sequence_numbers:FALSE",
  K: "checksums are verified where they are asked for: -o tcp.check_checksum:TRUE",
  g: "one frame is one line already",
  R: "read filters are display filters here: -Y",
  M: "there is no message digest checking",
  "#": "frames are always numbered",
  u: "times are always in seconds",
  count: "the last frame has the number: -T fields -e frame.number",
  number: "frames are always numbered",
  "immediate-mode": "lines appear as soon as frames are there, always",
  "time-stamp-precision": "times are taken in nanoseconds, always",
};

/** Names that tcpdump and tshark have for options which mean the same here. */
export const aliases: Readonly<Record<string, string>> = {
  J: "j",
  interface: "i",
  "list-interfaces": "D",
  "snapshot-length": "s",
  "no-promiscuous-mode": "p",
  "monitor-mode": "I",
  linktype: "y",
  "list-data-link-types": "L",
  "list-time-stamp-types": "L",
  direction: "Q",
  "relinquish-privileges": "Z",
  "packet-buffered": "U",
  print: "P",
  "read-file": "r",
  "display-filter": "Y",
  autostop: "a",
  "ring-buffer": "b",
};

/** An option as it is typed. */
export const dashed = (name: string): string => (name.length === 1 ? `-${name}` : `--${name}`);
