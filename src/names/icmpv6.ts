/** ICMPv6 types (IANA), by the names the Info column uses. */
export const icmpv6Types: Readonly<Record<number, string>> = {
  1: "Destination Unreachable", 2: "Packet Too Big", 3: "Time Exceeded", 4: "Parameter Problem",
  100: "Private experimentation", 101: "Private experimentation",
  127: "Reserved for expansion of ICMPv6 error messages", 128: "Echo (ping) request", 129: "Echo (ping) reply",
  130: "Multicast Listener Query", 131: "Multicast Listener Report", 132: "Multicast Listener Done",
  133: "Router Solicitation", 134: "Router Advertisement", 135: "Neighbor Solicitation", 136: "Neighbor Advertisement",
  137: "Redirect", 138: "Router Renumbering", 139: "Node Information Query", 140: "Node Information Reply",
  141: "Inverse Neighbor Discovery Solicitation", 142: "Inverse Neighbor Discovery Advertisement",
  143: "Multicast Listener Report Message v2", 144: "Home Agent Address Discovery Request",
  145: "Home Agent Address Discovery Reply", 146: "Mobile Prefix Solicitation", 147: "Mobile Prefix Advertisement",
  148: "Certification Path Solicitation", 149: "Certification Path Advertisement", 150: "Experimental Mobility",
  151: "Multicast Router Advertisement", 152: "Multicast Router Solicitation", 153: "Multicast Router Termination",
  154: "FMIPv6", 155: "RPL Control", 156: "Locator Update", 157: "Duplicate Address Request",
  158: "Duplicate Address Confirmation", 159: "MPL Control Message", 160: "Extended Echo request",
  161: "Extended Echo reply", 200: "Private experimentation", 201: "Private experimentation",
  255: "Reserved for expansion of ICMPv6 informational messages",
};

/** Codes by type (IANA); a type that is not here has none to tell apart. */
export const icmpv6Codes: Readonly<Record<number, Readonly<Record<number, string>>>> = {
  1: {
    0: "no route to destination", 1: "Administratively prohibited", 2: "Beyond scope of source address",
    3: "Address unreachable", 4: "Port unreachable", 5: "Source address failed ingress/egress policy",
    6: "Reject route to destination", 7: "Error in Source Routing Header",
  },
  3: { 0: "hop limit exceeded in transit", 1: "fragment reassembly time exceeded" },
  4: {
    0: "erroneous header field encountered", 1: "unrecognized Next Header type encountered",
    2: "unrecognized IPv6 option encountered", 3: "IPv6 First Fragment has incomplete IPv6 Header Chain",
  },
  138: { 0: "Command", 1: "Result", 255: "Sequence Number Reset" },
  139: {
    0: "Query subject = IPv6 addresses", 1: "Query subject = DNS name or empty", 2: "Query subject = IPv4 addresses",
  },
  140: { 0: "Successful", 1: "Refused", 2: "Unknown query type" },
  155: {
    0: "DODAG Information Solicitation", 1: "DODAG Information Object", 2: "Destination Advertisement Object",
    3: "Destination Advertisement Object Acknowledgment", 4: "P2P Discovery Reply Object",
    5: "P2P Discovery Reply Object Acknowledgement", 128: "Secure DODAG Information Solicitation",
    129: "Secure DODAG Information Object", 130: "Secure Destination Advertisement Object",
    131: "Secure Destination Advertisement Object Acknowledgment", 132: "Secure P2P Discovery Reply Object",
    133: "Secure P2P Discovery Reply Object Acknowledgement", 138: "Consistency Check",
  },
  160: { 0: "No error" },
  161: {
    0: "No error", 1: "Malformed Query", 2: "No Such Interface", 3: "No Such Table Entry",
    4: "Multiple Interfaces Satisfy Query",
  },
};
