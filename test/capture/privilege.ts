import { listDevices } from "../../src/capture/devices.ts";
import { loadLibpcap } from "../../src/capture/libpcap.ts";
import { LiveSource } from "../../src/capture/live.ts";

/** The loopback device, or why nothing can be captured on this machine. */
export type Loopback = { name: string; why?: undefined } | { name?: undefined; why: string };

/** Finds out whether live capture can be tested here. With CI=true, where it must be, it throws instead of saying why not. */
export function loopback(): Loopback {
  try {
    const name = listDevices(loadLibpcap()).find((device) => device.loopback)?.name;
    if (name === undefined) throw new Error("no loopback device");
    new LiveSource({ interface: name }).close();
    return { name };
  } catch (error) {
    if (process.env.CI === "true") throw error;
    return { why: (error as Error).message };
  }
}

/** Finds out whether libpcap is installed, in the same way. */
export function whyNoLibpcap(): string | undefined {
  try {
    loadLibpcap();
    return undefined;
  } catch (error) {
    if (process.env.CI === "true") throw error;
    return (error as Error).message;
  }
}
