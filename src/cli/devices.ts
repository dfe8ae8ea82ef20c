import { type DeviceInfo, devices } from "../index.ts";
import { loadTable } from "./table.ts";

/** The devices there are, numbered as `-i` takes them. */
export async function deviceTable(): Promise<string> {
  const table = await loadTable();
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
