import { Registry } from "../core/registry.ts";
import ah from "./ah.ts";
import arp from "./arp.ts";
import bgp from "./bgp/index.ts";
import bitcoin from "./bitcoin.ts";
import cfp from "./cfp.ts";
import classicstun from "./classicstun.ts";
import cotp from "./cotp.ts";
import data from "./data.ts";
import textLines from "./data-text-lines.ts";
import dbLspDisc from "./db-lsp-disc.ts";
import dcerpc from "./dcerpc.ts";
import dhcp from "./dhcp/index.ts";
import dicom from "./dicom.ts";
import { dns, llmnr, mdns } from "./dns/index.ts";
import eap from "./eap.ts";
import eapol from "./eapol.ts";
import erspan from "./erspan.ts";
import esp from "./esp.ts";
import eth from "./eth.ts";
import frame from "./frame.ts";
import ftpData from "./ftp/data.ts";
import ftp from "./ftp/index.ts";
import geneve from "./geneve.ts";
import giop from "./giop.ts";
import git from "./git.ts";
import gre from "./gre.ts";
import gryphon from "./gryphon.ts";
import hsrp from "./hsrp.ts";
import http from "./http/index.ts";
import ssdp from "./http/ssdp.ts";
import icmp from "./icmp/index.ts";
import icmpv6 from "./icmpv6/index.ts";
import iec60870104 from "./iec60870-104.ts";
import igmp from "./igmp.ts";
import gif from "./images/gif.ts";
import jfif from "./images/jfif.ts";
import png from "./images/png.ts";
import imap from "./imap.ts";
import imf from "./imf/index.ts";
import ip from "./ip/index.ts";
import { dstopts, fraghdr, hopopts, route } from "./ipv6/extensions.ts";
import ipv6 from "./ipv6/index.ts";
import irc from "./irc.ts";
import json from "./json/index.ts";
import kerberos from "./kerberos/index.ts";
import ldap from "./ldap/index.ts";
import llc from "./llc.ts";
import lldp from "./lldp/index.ts";
import loop from "./loop.ts";
import media from "./media.ts";
import multipart from "./mime-multipart.ts";
import { mbtcp, modbus } from "./modbus.ts";
import { associatedChannel, mpls, pseudoWireEthernet } from "./mpls.ts";
import mqtt from "./mqtt/index.ts";
import nbns from "./nbns.ts";
import nbss from "./nbss.ts";
import ntp from "./ntp.ts";
import nullLoopback from "./null.ts";
import ospf from "./ospf.ts";
import pgsql from "./pgsql.ts";
import pim from "./pim.ts";
import pop from "./pop.ts";
import { chap, pap } from "./ppp/authentication.ts";
import { ccp, ipcp, ipv6cp, lcp } from "./ppp/control.ts";
import ppp from "./ppp/index.ts";
import { pppoed, pppoes } from "./pppoe.ts";
import quic from "./quic/index.ts";
import raw from "./raw.ts";
import rip from "./rip.ts";
import rtp from "./rtp.ts";
import rtpevent from "./rtpevent.ts";
import rtsp from "./rtsp.ts";
import sdp from "./sdp.ts";
import { ethertype } from "./shared/ethertype.ts";
import sip from "./sip/index.ts";
import sll from "./sll.ts";
import smtp from "./smtp/index.ts";
import socks from "./socks.ts";
import ssh from "./ssh/index.ts";
import stp from "./stp.ts";
import stun from "./stun/index.ts";
import syslog from "./syslog.ts";
import tcp from "./tcp/index.ts";
import tds from "./tds.ts";
import telnet from "./telnet.ts";
import tls from "./tls/index.ts";
import tpkt from "./tpkt.ts";
import udp from "./udp.ts";
import udpencap from "./udpencap.ts";
import urlencodedForm from "./urlencoded-form.ts";
import vlan, { ieee8021ad } from "./vlan.ts";
import vnc from "./vnc.ts";
import vrrp from "./vrrp.ts";
import vxlan from "./vxlan.ts";
import websocket from "./websocket/index.ts";
import whois from "./whois.ts";
import wlan from "./wlan/index.ts";
import wlanRadio from "./wlan/radio.ts";
import { radiotap } from "./wlan/radiotap.ts";
import {
  netscape,
  pkcs1,
  pkix1explicit,
  pkix1implicit,
  pkixproxy,
  x509af,
  x509ce,
  x509if,
  x509sat,
} from "./x509/index.ts";
import { ocsp } from "./x509/ocsp.ts";
import xml from "./xml.ts";
import xmpp from "./xmpp.ts";
import z3950 from "./z3950.ts";

/** Every protocol sniff knows: one line a family. */
export const registry = new Registry([
  frame,
  eth,
  ethertype,
  vlan,
  ieee8021ad,
  llc,
  radiotap,
  wlanRadio,
  wlan,
  stp,
  lldp,
  eapol,
  eap,
  sll,
  nullLoopback,
  raw,
  arp,
  loop,
  cfp,
  ip,
  ipv6,
  hopopts,
  route,
  fraghdr,
  dstopts,
  icmp,
  icmpv6,
  igmp,
  esp,
  ah,
  vrrp,
  pim,
  ospf,
  udp,
  tcp,
  gre,
  erspan,
  vxlan,
  geneve,
  mpls,
  pseudoWireEthernet,
  associatedChannel,
  pppoed,
  pppoes,
  ppp,
  lcp,
  ipcp,
  ipv6cp,
  ccp,
  pap,
  chap,
  rtp,
  rtpevent,
  classicstun,
  stun,
  dns,
  mdns,
  llmnr,
  dhcp,
  ntp,
  hsrp,
  rip,
  syslog,
  udpencap,
  tls,
  nbns,
  x509af,
  x509if,
  x509sat,
  x509ce,
  pkix1explicit,
  pkix1implicit,
  pkcs1,
  pkixproxy,
  netscape,
  ocsp,
  quic,
  nbss,
  git,
  vnc,
  gryphon,
  ssh,
  bitcoin,
  ldap,
  whois,
  sip,
  sdp,
  rtsp,
  modbus,
  mbtcp,
  z3950,
  tpkt,
  tds,
  mqtt,
  iec60870104,
  giop,
  dcerpc,
  cotp,
  xmpp,
  bgp,
  irc,
  telnet,
  socks,
  smtp,
  imf,
  imap,
  pop,
  pgsql,
  kerberos,
  dicom,
  ftp,
  ftpData,
  http,
  ssdp,
  websocket,
  dbLspDisc,
  json,
  urlencodedForm,
  multipart,
  xml,
  png,
  gif,
  jfif,
  textLines,
  media,
  data,
]);
