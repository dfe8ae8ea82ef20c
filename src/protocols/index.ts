import { Registry } from "../core/registry.ts";
import arp from "./arp.ts";
import data from "./data.ts";
import eth from "./eth.ts";
import frame from "./frame.ts";
import icmp from "./icmp/index.ts";
import igmp from "./igmp.ts";
import ip from "./ip/index.ts";
import ipv6 from "./ipv6/index.ts";
import { dstopts, fraghdr, hopopts, route } from "./ipv6/extensions.ts";
import icmpv6 from "./icmpv6/index.ts";
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
  ipv6, hopopts, route, fraghdr, dstopts,
  icmp, icmpv6, igmp,
  udp, tcp,
  data,
]);
