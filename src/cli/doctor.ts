import { realpathSync } from "node:fs";
import { abilities, capture, devices, engineVersion, LiveError } from "../index.ts";
import { UsageError } from "./arguments.ts";

/** The Node.js that package.json asks for. */
const OLDEST = [20, 19] as const;
const ROOT = 0;

/** One thing that capturing needs: what was found, or what is wrong and how to put it right. */
type Finding = { readonly is: string } | { readonly wrong: string; readonly fix: string };

/**
 * Checks what is needed to capture here, and says how to put right what is missing. Throws {@link UsageError}, once
 * everything was told, when capturing is not possible.
 */
export function doctor(tell: (text: string) => void): void {
  const findings: [string, () => Finding][] = [
    ["Node.js", node],
    ["libpcap", () => ({ is: engineVersion("libpcap") })],
    ["devices", anyDevice],
    ["permission", permission],
  ];
  let wrong = 0;
  for (const [what, find] of findings) {
    const found = attempt(find);
    if ("is" in found) tell(`ok       ${what}: ${found.is}\n`);
    else {
      wrong++;
      tell(`missing  ${what}: ${found.wrong}\n         to do: ${found.fix}\n`);
      // Without it nothing after it can be tried.
      if (what === "libpcap") break;
    }
  }
  const second = attempt(() => ({ is: engineVersion("cap") }));
  tell(
    `${"is" in second ? `ok       --engine cap: ${second.is}` : `not here --engine cap (nobody needs it): ${second.wrong}`}\n`,
  );
  if (wrong > 0) throw new UsageError("capturing is not possible here yet; reading files with -r is");
}

function attempt(find: () => Finding): Finding {
  try {
    return find();
  } catch (error) {
    const [wrong = "", ...rest] = (error as Error).message.split(": ");
    return error instanceof LiveError && error.reason === "libpcap" && rest.length > 0
      ? { wrong, fix: rest.join(": ") }
      : { wrong: (error as Error).message, fix: "see above" };
  }
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldest, itsMinor] = OLDEST;
  if (major > oldest || (major === oldest && minor >= itsMinor)) return { is: process.versions.node };
  return { wrong: `${process.versions.node} is too old`, fix: `install Node.js ${OLDEST.join(".")} or newer` };
}

function anyDevice(): Finding {
  const names = devices().map(({ name, up }) => (up ? name : `${name} (down)`));
  if (names.length > 0) return { is: names.join(", ") };
  return { wrong: "there is none", fix: "bring up an interface: sudo ip link set eth0 up" };
}

/** Opens a device: whatever capabilities and groups say, that is what counts. */
function permission(): Finding {
  const name = devices().find(({ up }) => up)?.name;
  try {
    const { linkTypes } = abilities(name, { promiscuous: false });
    capture({ promiscuous: false, ...(name !== undefined && { interface: name }) }).close();
    return { is: `capturing on ${name ?? "the first device"} works (${linkTypes.join(", ")})` };
  } catch (error) {
    if (!(error instanceof LiveError) || error.reason !== "permission") throw error;
    return { wrong: error.message.replace(/\. .*/s, ""), fix: permissionFix() };
  }
}

function permissionFix(): string {
  if (process.getuid?.() === ROOT) return "this container lacks CAP_NET_RAW: start it with --cap-add=NET_RAW";
  if (process.platform === "darwin") return "run with sudo, or install Wireshark's ChmodBPF";
  return (
    `run with sudo, or let every Node.js program capture: sudo setcap cap_net_raw+ep ${realpathSync(process.execPath)}` +
    " (setcap is in Debian's libcap2-bin)"
  );
}
