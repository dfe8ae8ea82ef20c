import { Buffer } from "node:buffer";
import type { Secret } from "../../core/secrets.ts";
import type { KeyLog } from "../shared/key-log.ts";
import type { Connection, Phases, Side } from "./connections.ts";
import { initialProtection, Protection, suites } from "./protection.ts";
import type { Dialect } from "./versions.ts";

/** What the key log calls the secrets, by whose they are. */
const HANDSHAKE_SECRETS = ["CLIENT_HANDSHAKE_TRAFFIC_SECRET", "SERVER_HANDSHAKE_TRAFFIC_SECRET"] as const;
const APPLICATION_SECRETS = ["CLIENT_TRAFFIC_SECRET_0", "SERVER_TRAFFIC_SECRET_0"] as const;
const EARLY_SECRET = "CLIENT_EARLY_TRAFFIC_SECRET";
/** The usual suite of a secret of 32 bytes, and that of a longer one. */
const USUAL_SUITE = 0x1301;
const LONGER_SUITE = 0x1302;
const USUAL_SIZE = 32;

/** What the secrets of Initial packets are called. */
const SIDES = ["client", "server"] as const;
/** Connections whose Initial packets are looked at by turns; of more, keys are derived again. */
const MOST_INITIALS = 256;

/** What protects the Initial packets of a connection. */
interface Initial {
  readonly id: Uint8Array;
  readonly dialect: Dialect;
  readonly sides: [Protection | undefined, Protection | undefined];
}

/** Finds what protects packets: everybody knows that of Initial ones, a key log that of the others. */
export class Secrets {
  private readonly log: KeyLog;
  private readonly initials = new Map<Connection, Initial>();

  constructor(log: KeyLog) {
    this.log = log;
  }

  /** What protects Initial packets of a side. */
  initial(of: Connection, dialect: Dialect, side: Side): Protection {
    const id = of.initialId;
    let found = this.initials.get(of);
    if (found?.id !== id || found.dialect !== dialect) {
      found = { id, dialect, sides: [undefined, undefined] };
      if (this.initials.size === MOST_INITIALS) this.initials.delete(this.initials.keys().next().value!);
      this.initials.set(of, found);
    }
    found.sides[side] ??= initialProtection(dialect, id, SIDES[side]);
    return found.sides[side];
  }

  /** What protects Handshake packets of a side; `held` are the secrets of the capture so far. */
  handshake(of: Connection, dialect: Dialect, side: Side, held: readonly Secret[]): Protection | undefined {
    of.handshake[side] ??= this.protection(of, dialect, HANDSHAKE_SECRETS[side], held);
    return of.handshake[side];
  }

  /** What protects what a side sends after the handshake. */
  application(of: Connection, dialect: Dialect, side: Side, held: readonly Secret[]): Phases | undefined {
    const current = of.phases[side]?.current ?? this.protection(of, dialect, APPLICATION_SECRETS[side], held);
    if (current !== undefined) of.phases[side] ??= { phase: 0, current, previous: undefined };
    return of.phases[side];
  }

  /** What protects what a client sends before the handshake is over. */
  early(of: Connection, dialect: Dialect, held: readonly Secret[]): Protection | undefined {
    const secret = of.early === undefined ? this.find(of, EARLY_SECRET, held) : undefined;
    if (secret !== undefined) {
      const suite = of.suite ?? suites.get(secret.length > USUAL_SIZE ? LONGER_SUITE : USUAL_SUITE)!;
      of.early = new Protection(suite, dialect.label, secret);
    }
    return of.early;
  }

  private protection(
    of: Connection,
    { label }: Dialect,
    name: string,
    held: readonly Secret[],
  ): Protection | undefined {
    const { suite } = of;
    const secret = suite === undefined ? undefined : this.find(of, name, held);
    return secret === undefined ? undefined : new Protection(suite!, label, secret);
  }

  private find({ random }: Connection, name: string, held: readonly Secret[]): Uint8Array | undefined {
    if (random === undefined || !this.log.isKept(held)) return undefined;
    return this.log.find(name, Buffer.from(random).toString("hex"));
  }
}
