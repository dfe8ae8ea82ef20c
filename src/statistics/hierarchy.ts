import type { Frame } from "../core/frame.ts";
import { PROTOCOL } from "../core/node.ts";
import type { Protocol } from "../core/protocol.ts";
import { QUOTED } from "../core/tape.ts";
import { Branch, rowsOf } from "./branch.ts";
import { type Definition, filtered, percent, type Report, type Statistic } from "./statistic.ts";

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
      branch = branch.part(node.name);
      add(branch, frame);
      depth++;
    }
  }

  report(): Report {
    const { root } = this;
    return {
      title: "Protocol hierarchy",
      columns: [
        { name: "protocol", title: "Protocol" },
        { name: "frames", title: "Frames" },
        { name: "frames_percent", title: "%" },
        { name: "bytes", title: "Bytes" },
        { name: "bytes_percent", title: "%" },
      ],
      ...rowsOf(
        root,
        ({ inside }) => inside,
        () =>
          (name, { count, bytes }) => [name, count, percent(count, root.count), bytes, percent(bytes, root.bytes)],
      ),
    };
  }
}

function add(branch: Branch, frame: Frame): void {
  branch.count++;
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
