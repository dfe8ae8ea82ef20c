import { Registry } from "../core/registry.ts";
import arp from "./arp.ts";
import data from "./data.ts";
import eth from "./eth.ts";
import frame from "./frame.ts";
import ip from "./ip.ts";
import llc from "./llc.ts";
import loop from "./loop.ts";
import nullLoopback from "./null.ts";
import raw from "./raw.ts";
import { ethertype } from "./shared/ethertype.ts";
import sll from "./sll.ts";
import tcp from "./tcp/index.ts";
import udp from "./udp.ts";
import vlan, { ieee8021ad } from "./vlan.ts";

/** Every protocol sniff knows: one line a family. */
export const registry = new Registry([
  frame,
  eth, ethertype, vlan, ieee8021ad, llc,
  sll, nullLoopback, raw,
  arp, loop,
  ip,
  udp, tcp,
  data,
]);
