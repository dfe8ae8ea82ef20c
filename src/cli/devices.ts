import { type DeviceInfo, devices } from "../index.ts";

const NO_BORDERS = Object.fromEntries(
  ["top", "bottom", "left", "right"].flatMap((side) =>
    ["", "-mid", "-left", "-right"].map((part) => [`${side}${part}`, ""]),
  ),
);

/** A table people read, its columns two blanks apart. */
export async function table(head: readonly string[], rows: readonly (readonly string[])[]): Promise<string> {
  const { default: Table } = await import("cli-table3");
  const made = new Table({
    head: [...head],
    chars: { ...NO_BORDERS, mid: "", "mid-mid": "", middle: "  " },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  made.push(...rows.map((row) => [...row]));
  return `${made.toString().replace(/ +$/gm, "")}\n`;
}

/** The devices there are, numbered as `-i` takes them. */
export function deviceTable(): Promise<string> {
  return table(
    ["No.", "Name", "State", "Addresses", "Description"],
    devices().map((device, i) => [
      String(i + 1),
      device.name,
      stateOf(device),
      device.addresses.join(", "),
      device.description ?? "",
    ]),
  );
}

function stateOf({ up, running, connected, loopback, wireless }: DeviceInfo): string {
  const words = [up ? "up" : "down"];
  if (up && !running) words.push("not running");
  if (connected === false) words.push("not connected");
  if (loopback) words.push("loopback");
  if (wireless) words.push("wireless");
  return words.join(", ");
}
