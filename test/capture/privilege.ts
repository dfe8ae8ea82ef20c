import { execFileSync } from "node:child_process";
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

/** Two network namespaces of which each has one end of a cable. */
export interface Cable {
  /** The namespaces' names; the device is called `cable` in both. */
  readonly near: string;
  readonly far: string;
  /** The far end's address. */
  readonly address: string;
  cut(): void;
}

const ip = (...args: string[]) => execFileSync("ip", args, { stdio: ["ignore", "ignore", "pipe"] });

/** Lays a cable, or says why this machine does not let us; with CI=true it throws instead. */
export function cable(): Cable | { why: string } {
  const [near, far] = [`sniff-near-${process.pid}`, `sniff-far-${process.pid}`];
  const cut = () => {
    for (const name of [near, far]) {
      try {
        ip("netns", "del", name);
      } catch {
        // It was not made.
      }
    }
  };
  try {
    for (const name of [near, far]) {
      ip("netns", "add", name);
      // Nothing may be sent that the test does not send.
      ip("netns", "exec", name, "sysctl", "-qw", "net.ipv6.conf.all.disable_ipv6=1");
    }
    ip("-n", near, "link", "add", "cable", "type", "veth", "peer", "name", "cable", "netns", far);
    for (const [i, name] of [near, far].entries()) {
      ip("-n", name, "addr", "add", `192.0.2.${i + 1}/24`, "dev", "cable");
      ip("-n", name, "link", "set", "cable", "up");
    }
    return { near, far, address: "192.0.2.2", cut };
  } catch (error) {
    cut();
    if (process.env.CI === "true") throw error;
    return { why: (error as Error).message.split("\n")[0]! };
  }
}
