export { type BlockTap, CaptureError, type RecordTarget } from "./capture/records.ts";
export { SavefileSink } from "./capture/sink.ts";
export { type SavefileFormat, type SavefileOptions, SavefileWriter } from "./capture/write.ts";
export { ByteWriter, Info } from "./core/writer.ts";
export { type Capture, open, type OpenOptions } from "./open.ts";
export { FieldsSink, fieldsFormat, type FieldsFormat, isColumn } from "./output/fields.ts";
export { LineSink } from "./output/line.ts";
export type { Sink } from "./output/sink.ts";
export { registry } from "./protocols/index.ts";
