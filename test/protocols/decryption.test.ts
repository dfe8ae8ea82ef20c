import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Duplex } from "node:stream";
import * as tls from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenOptions, open } from "../../src/index.ts";
import { capture, ipv4, tcp, withoutSecrets } from "../packets.ts";

const REQUEST = "GET /pears HTTP/1.1\r\nHost: example.test\r\n\r\n";
const ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nripe";
/** OpenSSL's SSL_OP_NO_ENCRYPT_THEN_MAC. */
const MAC_FIRST = 1 << 19;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sniff-secrets-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A file of these secrets. */
function keyLog(text: string): string {
  const path = join(folder, "keys");
  writeFileSync(path, text);
  return path;
}

/** What frames say of themselves: Info, and where HTTP was found in it, its URI and status. */
async function told(input: string | Uint8Array, options: OpenOptions = {}) {
  const found: { info: string; uri: string | undefined; code: number | undefined }[] = [];
  for await (const batch of open(input, options)) {
    for (const frame of batch) {
      const { info = "" } = frame.toObject();
      found.push({ info, uri: frame.value("http.request.full_uri"), code: frame.value("http.response.code") });
    }
  }
  return found;
}

/** One end of a wire; what is written to it goes to `other`, and is seen by `watch`. */
class End extends Duplex {
  other!: End;
  private readonly watch: (bytes: Buffer) => void;

  constructor(watch: (bytes: Buffer) => void) {
    super();
    this.watch = watch;
  }
  override _read(): void {}
  override _write(bytes: Buffer, _: BufferEncoding, done: () => void): void {
    this.watch(bytes);
    this.other.push(bytes);
    done();
  }
}

/** A conversation over TLS between two sockets of Node's: its packets and its secrets. */
async function converse(
  ciphers: string,
  version: tls.SecureVersion,
  secureOptions = 0,
): Promise<{ packets: Uint8Array; keys: string }> {
  const packets: Uint8Array[] = [];
  const sent = [1, 1];
  const say = (side: 0 | 1) => (bytes: Buffer) => {
    const ports: [number, number] = side === 0 ? [50000, 443] : [443, 50000];
    const segment = Buffer.concat([tcp(ports, sent[side]!, sent[1 - side]!, 0x18), bytes]);
    packets.push(ipv4(6, side + 1, 2 - side, segment));
    sent[side]! += bytes.length;
  };
  const near = new End(say(0));
  const far = new End(say(1));
  near.other = far;
  far.other = near;
  const common = { ciphers: `${ciphers}:@SECLEVEL=0`, minVersion: version, maxVersion: version, secureOptions };
  const psk = Buffer.from("pear");
  let keys = "";
  const server = new tls.TLSSocket(far, { isServer: true, ...common, pskCallback: () => psk } as tls.TLSSocketOptions);
  server.on("data", () => server.end(ANSWER));
  const client = tls.connect({
    ...common,
    socket: near,
    checkServerIdentity: () => undefined,
    rejectUnauthorized: false,
    pskCallback: () => ({ psk, identity: "sniff" }),
  });
  client.on("keylog", (line: Buffer) => {
    keys += line.toString();
  });
  client.write(REQUEST);
  await new Promise((resolve, reject) => client.on("data", resolve).on("error", reject));
  return { packets: capture(packets), keys };
}

describe("records are decrypted that were encrypted by", () => {
  test.each([
    ["AES in GCM", "PSK-AES128-GCM-SHA256", "TLSv1.2"],
    ["AES in GCM with SHA-384", "PSK-AES256-GCM-SHA384", "TLSv1.2"],
    ["AES in CCM", "PSK-AES128-CCM", "TLSv1.2"],
    ["AES in CCM with a short tag", "PSK-AES256-CCM8", "TLSv1.2"],
    ["ChaCha20", "PSK-CHACHA20-POLY1305", "TLSv1.2"],
    ["AES in CBC", "PSK-AES128-CBC-SHA256", "TLSv1.2"],
    ["Camellia in CBC", "PSK-CAMELLIA128-SHA256", "TLSv1.2"],
    ["AES in CBC with SHA-1", "PSK-AES256-CBC-SHA", "TLSv1.2"],
    ["AES in CBC, TLS 1.1", "PSK-AES256-CBC-SHA", "TLSv1.1"],
    ["AES in CBC, TLS 1.0", "PSK-AES256-CBC-SHA", "TLSv1"],
    ["AES in CBC, authenticated first", "PSK-AES128-CBC-SHA256", "TLSv1.2", MAC_FIRST],
    ["AES in CBC, authenticated first, TLS 1.0", "PSK-AES256-CBC-SHA", "TLSv1", MAC_FIRST],
  ] as const)("%s", async (_, ciphers, version, options?) => {
    const { packets, keys } = await converse(ciphers, version, options);
    const found = await told(packets, { preferences: { "tls.keylog_file": keyLog(keys) } });
    expect(found.map(({ uri }) => uri)).toContain("https://example.test/pears");
    expect(found.map(({ code }) => code)).toContain(200);
  });
});

test("a secret of another conversation decrypts nothing", async () => {
  const { packets, keys } = await converse("PSK-AES128-GCM-SHA256", "TLSv1.2");
  const wrong = keys.replace(/[0-9a-f]{2}$/m, (byte) => (byte === "00" ? "ff" : "00"));
  const found = await told(packets, { preferences: { "tls.keylog_file": keyLog(wrong) } });
  expect(found.map(({ info }) => info)).toContain("Application Data");
  expect(found.every(({ code }) => code === undefined)).toBe(true);
});

describe("a capture that holds its secrets", () => {
  const path = "fixtures/tls/secrets12.pcapng";

  test("needs nothing else, messages in several records included", async () => {
    const infos = (await told(path)).map(({ info }) => info);
    expect(infos[2]).toBe("Client Key Exchange, Change Cipher Spec, Finished");
    expect(infos[4]).toBe("GET / HTTP/1.1 ");
    expect(infos[5]).toBe("[TLS segment of a reassembled PDU]");
    expect(infos[9]).toBe("HTTP/1.1 206 Partial Content  (text/html)");
    expect(infos[10]).toBe("Alert (Level: Warning, Description: Close Notify)");
  });

  test("shows the same without them and with the file they came from", async () => {
    const { bytes, keys } = withoutSecrets(path);
    const bare = await told(bytes);
    expect(bare[2]!.info).toBe("Client Key Exchange, Change Cipher Spec, Encrypted Handshake Message");
    expect(bare[4]!.info).toBe("Application Data");
    expect(await told(bytes, { preferences: { "tls.keylog_file": keyLog(keys) } })).toEqual(await told(path));
  });
});

test("in TLS 1.3 the handshake is decrypted, and a message that lasts until the connection is closed", async () => {
  const found = await told("fixtures/tls/secrets13.pcapng");
  const infos = found.map(({ info }) => info);
  expect(infos[1]).toContain("Server Hello, Change Cipher Spec, Encrypted Extensions");
  expect(infos[3]).toBe("New Session Ticket");
  expect(infos[5]).toBe("GET / HTTP/1.1 ");
  expect(found[15]).toMatchObject({ code: 200 });
});

test("a file of secrets that cannot be read is refused", () => {
  const preferences = { "tls.keylog_file": join(folder, "nowhere") };
  expect(() => open("fixtures/tls/tls12.pcap", { preferences })).toThrow("takes the path of a file that can be read");
});
