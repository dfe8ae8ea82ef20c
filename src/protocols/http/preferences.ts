import { preferences, type Settings, toggle } from "../../core/preference.ts";

/** What users may decide about HTTP. */
export const preferred = preferences("http", {
  desegment_headers: toggle("Put header fields together that span several segments", true),
  desegment_body: toggle("Put bodies together that span several segments", true),
  dechunk_body: toggle("Put the chunks of a body together", true),
  decompress_body: toggle("Undo the content coding of a body", true),
});

/** What users decided. */
export class Wishes {
  readonly joinsHeaders: boolean;
  readonly joinsBodies: boolean;
  readonly joinsChunks: boolean;
  readonly decodes: boolean;

  constructor(settings: Settings) {
    this.joinsHeaders = settings.get(preferred.desegment_headers);
    this.joinsBodies = settings.get(preferred.desegment_body);
    this.joinsChunks = settings.get(preferred.dechunk_body);
    this.decodes = settings.get(preferred.decompress_body);
  }
}
