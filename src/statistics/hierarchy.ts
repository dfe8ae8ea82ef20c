import type { Frame } from "../core/frame.ts";
import { PROTOCOL } from "../core/node.ts";
import type { Protocol } from "../core/protocol.ts";
import { QUOTED } from "../core/tape.ts";
import { type Cell, type Definition, filtered, percent, type Report, type Statistic } from "./statistic.ts";

/** What a protocol carried, and what was inside of it. */
class Branch {
  frames = 0;
  bytes = 0;
  readonly inside = new Map<string, Branch>();
}

/** No deeper than this: captures of damaged tunnels hold stranger things than people read. */
const DEEPEST = 32;

/** Which protocols are inside which, in how many frames of how many bytes. */
class Hierarchy implements Statistic {
  private readonly root = new Branch();

  frame(frame: Frame): void {
    const { tape } = frame;
    let branch = this.root;
    add(branch, frame);
    let depth = 0;
    for (let row = 0; row < tape.count && depth < DEEPEST; row++) {
      const node = tape.nodes[row]!;
      if (node.kind !== PROTOCOL || !counts(node as Protocol) || tape.isNominal(row)) continue;
      if ((tape.flags(row) & QUOTED) !== 0) continue;
      let inner = branch.inside.get(node.name);
      if (inner === undefined) branch.inside.set(node.name, (inner = new Branch()));
      add(inner, frame);
      branch = inner;
      depth++;
    }
  }

  report(): Report {
    const rows: Cell[][] = [];
    const depths: number[] = [];
    const { root } = this;
    const list = ({ inside }: Branch, depth: number) => {
      for (const [name, branch] of inside) {
        const { frames, bytes } = branch;
        rows.push([name, frames, percent(frames, root.frames), bytes, percent(bytes, root.bytes)]);
        depths.push(depth);
        list(branch, depth + 1);
      }
    };
    list(root, 0);
    return {
      title: "Protocol hierarchy",
      columns: [
        { name: "protocol", title: "Protocol" },
        { name: "frames", title: "Frames" },
        { name: "frames_percent", title: "%" },
        { name: "bytes", title: "Bytes" },
        { name: "bytes_percent", title: "%" },
      ],
      rows,
      depths,
    };
  }
}

function add(branch: Branch, frame: Frame): void {
  branch.frames++;
  branch.bytes += frame.originalLength;
}

/** What stands in the tree besides the frame itself; headers of the packet around are a part of it. */
function counts({ hidden, name }: Protocol): boolean {
  return !hidden && name !== "frame" && !name.includes(".");
}

/** `io,phs`, in the order the protocols were seen. */
export const hierarchy: readonly Definition[] = [
  {
    name: "io,phs",
    takes: "[,filter]",
    about: "protocols, and what is inside of them",
    begin: (filter, tools) => filtered(filter, tools, new Hierarchy()),
  },
];
