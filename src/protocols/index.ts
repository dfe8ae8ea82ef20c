import { Registry } from "../core/registry.ts";
import arp from "./arp.ts";
import data from "./data.ts";
import textLines from "./data-text-lines.ts";
import eth from "./eth.ts";
import frame from "./frame.ts";
import http from "./http/index.ts";
import media from "./media.ts";
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
  http,
  textLines, media,
  data,
]);
