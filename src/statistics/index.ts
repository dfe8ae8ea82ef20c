import { conversations } from "./conversations.ts";
import { count } from "./count.ts";
import { endpoints } from "./endpoints.ts";
import { hierarchy } from "./hierarchy.ts";
import { io } from "./io.ts";
import type { Definition } from "./statistic.ts";

/** Every statistic there is. */
export const definitions: readonly Definition[] = [...conversations, ...endpoints, ...hierarchy, ...io, ...count];
