import "./field-types.ts";

export { captureFilter, dumpFilter, type FilterDump, type FrameTest } from "./capture/bpf.ts";
export type { Counts } from "./capture/device.ts";
export { type DeviceInfo, devices } from "./capture/devices.ts";
export { LiveError } from "./capture/libpcap.ts";
export { type BlockTap, CaptureError, type CaptureHeader, type RecordTarget } from "./capture/records.ts";
export { SavefileSink } from "./capture/sink.ts";
export { type SavefileFormat, type SavefileOptions, SavefileWriter } from "./capture/write.ts";
export { closest } from "./core/closest.ts";
export { NameError, SniffError, unknownName } from "./core/error.ts";
export type { Time, Value } from "./core/field.ts";
export type { Frame } from "./core/frame.ts";
export type { Preference, PreferenceValue } from "./core/preference.ts";
export type { Registry } from "./core/registry.ts";
export type {
  FieldName,
  FieldsObject,
  FieldTypes,
  FrameObject,
  LayerObject,
  ListName,
  One,
  Plain,
  ProtocolName,
} from "./core/view.ts";
export { ByteWriter, Info } from "./core/writer.ts";
export { DecodeAsError } from "./decode-as.ts";
export { type DissectOptions, dissect, linkTypeOf } from "./dissect.ts";
export { FilterError } from "./filter/error.ts";
export { golden, type MatchGoldenOptions, matchGolden } from "./golden.ts";
export { type Abilities, abilities, type CaptureOptions, capture, engineVersion, LiveCapture } from "./live.ts";
export type { LinkTypeName } from "./names/link-types.ts";
export { type Capture, type Input, type OpenOptions, open } from "./open.ts";
export { isColumn } from "./output/columns.ts";
export { CsvSink } from "./output/csv.ts";
export { type EkFormat, EkSink } from "./output/ek.ts";
export { type FieldsFormat, FieldsSink, fieldsFormat } from "./output/fields.ts";
export { glossaries } from "./output/glossary.ts";
export { GoldenSink } from "./output/golden.ts";
export { HexSink } from "./output/hex.ts";
export { type JsonFormat, JsonSink, jsonFormat } from "./output/json.ts";
export { type LineFormat, LineSink, lineFormat } from "./output/line.ts";
export { PdmlSink } from "./output/pdml.ts";
export { PsmlSink } from "./output/psml.ts";
export { jsonSchema } from "./output/schema.ts";
export type { Sink } from "./output/sink.ts";
export { type TimeMode, timeModes } from "./output/time.ts";
export { TreeSink } from "./output/tree.ts";
export { registry } from "./protocols/index.ts";
export { defaultClasses, nameClasses, Resolver } from "./resolver/resolver.ts";
export type { FollowSink } from "./statistics/follow.ts";
export {
  type Cell,
  type Report,
  type ReportColumn,
  type Statistic,
  StatisticError,
} from "./statistics/statistic.ts";
export { followed, statistic, statisticNames } from "./statistics.ts";
