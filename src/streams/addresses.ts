/** Who was last seen to use an address. */
interface Use {
  readonly hardware: number;
  frame: number;
  seconds: number;
}

/** Remembers which hardware address uses which IPv4 address, to tell when two do. */
export class AddressUse {
  private readonly uses = new Map<number, Use>();

  /**
   * Notes that `hardware` (48 bits) uses `address` (32 bits) in a frame captured at `seconds`. Returns the earlier use by
   * another, which then stays the known one, or undefined.
   */
  note(address: number, hardware: number, frame: number, seconds: number): Readonly<Use> | undefined {
    const known = this.uses.get(address);
    if (known !== undefined && known.hardware !== hardware) return known;
    if (known === undefined) this.uses.set(address, { hardware, frame, seconds });
    else {
      known.frame = frame;
      known.seconds = seconds;
    }
    return undefined;
  }
}
