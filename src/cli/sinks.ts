import {
  type Capture,
  CsvSink,
  closest,
  EkSink,
  type FieldsFormat,
  FieldsSink,
  fieldsFormat,
  GoldenSink,
  HexSink,
  type Info,
  isColumn,
  JsonSink,
  type LineFormat,
  LineSink,
  PdmlSink,
  PsmlSink,
  registry,
  type Sink,
  type TimeMode,
  TreeSink,
  timeModes,
  unknownName,
} from "../index.ts";
import { type Arguments, namesIn, UsageError } from "./arguments.ts";

const formats = ["text", "tabs", "fields", "json", "ndjson", "ek", "csv", "psml", "pdml", "golden"] as const;
type Format = (typeof formats)[number];

/** The options that ask for text also where frames are written to a file. */
export const printing = ["P", "V", "O", "x", "X", "A", "T", "j", "annotate"] as const;

/** Makes the sink for an open capture. */
export type MakeSink = (out: Info, capture: Capture) => Sink;

/** What the options say is printed. Throws {@link UsageError} before anything is opened or printed. */
export function sinkFor(args: Arguments): MakeSink {
  const format = formatOf(args);
  const names = args.all("e");
  if (names.length > 0 && !["fields", "json", "ndjson", "ek"].includes(format))
    throw new UsageError("-e needs -T fields, json, ndjson or ek; link-level addresses, tcpdump's -e, are in -O eth");
  checkNames(names);
  switch (format) {
    case "fields": {
      if (names.length === 0) throw new UsageError("-T fields needs the fields to print: -e ip.src -e tcp.dstport");
      const layout = fieldsOptions(args.all("E"));
      return (out, capture) => new FieldsSink(out, capture.rows(), capture.registry, names, layout);
    }
    case "json":
    case "ndjson":
      return jsonSink(args, format === "json", names);
    case "ek": {
      const layers = protocolsIn(args, "j");
      return (out, capture) => new EkSink(out, capture.rows(), capture.registry, { layers, fields: names });
    }
    case "csv":
    case "psml": {
      const { time } = lineOptions(args);
      const Table = format === "csv" ? CsvSink : PsmlSink;
      return (out) => new Table(out, time);
    }
    case "pdml":
      return (out, capture) => new PdmlSink(out, capture.rows());
    case "golden":
      return (out, capture) => new GoldenSink(out, capture.rows());
    default:
      return textSink(args, format === "tabs");
  }
}

function formatOf(args: Arguments): Format {
  const typed = args.value("T");
  if (typed === undefined) return args.has("j") || args.has("annotate") ? "ndjson" : "text";
  if ((formats as readonly string[]).includes(typed)) return typed as Format;
  const near = closest(typed, formats);
  throw new UsageError(`-T ${typed}: there is ${formats.join(", ")}${near ? ` (did you mean ${near}?)` : ""}`);
}

function checkNames(names: readonly string[]): void {
  const wrong = names.filter((name) => !registry.find(name) && !isColumn(name));
  refuse("field", wrong, () => [...registry.all()].map((entry) => entry.name));
}

function protocolsIn(args: Arguments, flag: string): string[] {
  const names = namesIn(args.all(flag));
  const known = registry.protocols.map(({ name }) => name);
  const wrong = names.filter((name) => !known.includes(name));
  refuse("protocol", wrong, () => known);
  return names;
}

/** Names that are wrong are told all at once. */
function refuse(kind: string, wrong: readonly string[], known: () => readonly string[]): void {
  if (wrong.length === 0) return;
  throw new UsageError(wrong.map((name) => unknownName(kind, name, known()).message).join("\n"));
}

function jsonSink(args: Arguments, array: boolean, fields: readonly string[]): MakeSink {
  const layers = protocolsIn(args, "j");
  const maxBytes = args.number("max-bytes", 0) ?? Number.POSITIVE_INFINITY;
  const annotate = args.has("annotate");
  return (out, capture) =>
    new JsonSink(out, capture.rows(), capture.registry, { array, annotate, layers, fields, maxBytes });
}

/** The packet line, the tree and the bytes, in that order, as far as they are asked for. */
function textSink(args: Arguments, tabs: boolean): MakeSink {
  const opened = args.has("O") ? protocolsIn(args, "O") : undefined;
  const tree = args.has("V") || opened !== undefined;
  const dump = args.has("A") ? "ascii" : args.has("x") || args.has("X") ? "hex" : undefined;
  const line = args.has("P") || args.has("X") || args.has("A") || !(tree || dump);
  const format = { ...lineOptions(args), tabs };
  return (out, capture) => {
    const sinks: Sink[] = [];
    if (line) sinks.push(new LineSink(out, format));
    if (tree) sinks.push(new TreeSink(out, capture.rows(), opened));
    if (dump) sinks.push(new HexSink(out, dump));
    return sinks.length === 1 ? sinks[0]! : { frame: (frame) => sinks.forEach((sink) => sink.frame(frame)) };
  };
}

/** tcpdump's -tt, -ttt ...: what follows the first letter arrives as the option's value. */
const repeated: Readonly<Record<string, TimeMode>> = { t: "e", tt: "dd", ttt: "ad", tttt: "r" };

function lineOptions(args: Arguments): Omit<LineFormat, "tabs"> {
  const typed = args.value("t") ?? "r";
  const time = repeated[typed] ?? typed;
  if (!Object.hasOwn(timeModes, time))
    throw new UsageError(`-t ${typed}: there is ${Object.keys(timeModes).join(", ")}`);
  const when = args.value("color") ?? "auto";
  if (!["auto", "always", "never"].includes(when))
    throw new UsageError(`--color ${when}: there is auto, always, never`);
  const terminal = process.stdout.isTTY === true;
  const color =
    when === "always" || (when === "auto" && terminal && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb");
  return { time: time as TimeMode, color, width: terminal ? (process.stdout.columns ?? 0) : 0 };
}

const quotes: Readonly<Record<string, FieldsFormat["quote"]>> = { n: "", d: '"', s: "'" };
const characters: Readonly<Record<string, string>> = { "/t": "\t", "/s": " ", "\\t": "\t" };

/** tshark's -E: `separator=,`, `quote=d` ... */
function fieldsOptions(pairs: readonly string[]): FieldsFormat {
  const format = { ...fieldsFormat };
  for (const pair of pairs) {
    const [key, value] = [pair.slice(0, Math.max(0, pair.indexOf("="))), pair.slice(pair.indexOf("=") + 1)];
    const wrong = () =>
      new UsageError(
        `-E ${pair}: there is header=y|n, bom=y|n, separator=C, aggregator=C, occurrence=a|f|l, quote=d|s|n`,
      );
    if (key === "header" || key === "bom") {
      if (value !== "y" && value !== "n") throw wrong();
      format[key] = value === "y";
    } else if ((key === "separator" || key === "aggregator") && value !== "") format[key] = characters[value] ?? value;
    else if (key === "occurrence") {
      if (value !== "a" && value !== "f" && value !== "l") throw wrong();
      format.occurrence = value;
    } else if (key === "quote" && value in quotes) format.quote = quotes[value]!;
    else throw wrong();
  }
  return format;
}
