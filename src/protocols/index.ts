import { Registry } from "../core/registry.ts";
import arp from "./arp.ts";
import data from "./data.ts";
import dhcp from "./dhcp/index.ts";
import { dns, llmnr, mdns } from "./dns/index.ts";
import eth from "./eth.ts";
import frame from "./frame.ts";
import ip from "./ip.ts";
import { ethertype } from "./shared/ethertype.ts";
import tcp from "./tcp/index.ts";
import udp from "./udp.ts";
import vlan from "./vlan.ts";

/** Every protocol sniff knows: one line a family. */
export const registry = new Registry([
  frame,
  eth, ethertype, vlan,
  arp,
  ip,
  udp, tcp,
  dns, mdns, llmnr,
  dhcp,
  data,
]);
