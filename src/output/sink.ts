import type { Frame } from "../core/frame.ts";

/** Where dissected frames go: a line, a tree, JSON, a file. */
export interface Sink {
  /** Takes one frame; everything in it is dead afterwards. */
  frame(frame: Frame): void;
  /** Called where the capture has nothing more at hand: what was taken so far becomes visible. */
  flush?(): void;
  /** Called once after the last frame, before the output is flushed. */
  end?(): void;
}
