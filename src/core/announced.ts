/** The most endpoints remembered; of more, those announced first are forgotten. */
const MOST = 4096;

/** Endpoints that conversations announce for others to come, such as FTP's for data (RFC 959 section 3.2). */
export class Announced {
  private readonly endpoints = new Set<string>();

  /** Announces `port` of the address whose bytes these are. */
  add(address: Uint8Array, port: number): void {
    if (this.endpoints.size === MOST) this.endpoints.delete(this.endpoints.values().next().value!);
    this.endpoints.add(keyOf(address, port));
  }

  /** True where `port` of the address in bytes `at..at + size` was announced. */
  has(bytes: Uint8Array, at: number, size: number, port: number): boolean {
    return this.endpoints.size > 0 && at >= 0 && this.endpoints.has(keyOf(bytes.subarray(at, at + size), port));
  }
}

function keyOf(address: Uint8Array, port: number): string {
  return `${address.join(".")} ${port}`;
}
