import { describe, expect, test } from "vitest";
import { dissect } from "../../src/index.ts";

/** What the line says of a segment to port 445 that holds these hexadecimal digits. */
function line(payload: string) {
  const total = (40 + payload.length / 2).toString(16).padStart(4, "0");
  const header = `4500${total}00010000400600000a4d00010a4d00029c4001bd00000001000000015018200000000000`;
  const { protocol, info } = dissect(Buffer.from(header + payload, "hex"), "ipv4").toObject();
  return `${protocol} ${info}`;
}

describe("a session message", () => {
  test("says so while the rest of it is awaited, by 24 bits of length where SMB follows", () => {
    expect(line("00020010fe534d42")).toBe("TCP Session message [TCP segment of a reassembled PDU]");
    expect(line("0001000461626364")).toBe("TCP Session message [TCP segment of a reassembled PDU]");
  });

  test("is told from the inside of one whose beginning was not captured", () => {
    expect(line("0000000461626364")).toBe("NBSS Session message");
    expect(line("0002000461626364")).toBe("NBSS NBSS Continuation Message");
    expect(line("000000")).toBe("NBSS NBSS Continuation Message");
  });
});
