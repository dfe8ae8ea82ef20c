/** What a capture holds for whoever decrypts what is in it: a format, and bytes in that format. */
export interface Secret {
  /** The format's number (draft-ietf-opsawg-pcapng section 4.7): 0x544c534b for a key log of TLS. */
  readonly type: number;
  readonly bytes: Uint8Array;
}

/** Of a capture without secrets. */
export const noSecrets: readonly Secret[] = [];
