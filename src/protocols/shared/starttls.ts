import type { Cursor } from "../../core/cursor.ts";

const HANDSHAKE = 22;

/** A conversation that may go over to TLS. */
export interface Upgradable {
  /** It has. */
  usesTls: boolean;
}

/**
 * True where the conversation has gone over to TLS, as it does with a handshake where a message should begin. Its
 * protocol then refuses what it is given, for TLS to recognise.
 */
export function isUpgraded(c: Cursor, conversation: Upgradable): boolean {
  if (c.captured > 0 && c.u8(c.at) === HANDSHAKE) conversation.usesTls = true;
  return conversation.usesTls;
}
