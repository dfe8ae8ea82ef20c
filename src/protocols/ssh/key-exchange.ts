import type { Cursor } from "../../core/cursor.ts";
import type { Field } from "../../core/field.ts";
import { all, type Part, take } from "../shared/parts.ts";
import { codes, exchange } from "./fields.ts";
import { hostKey, hostSignature } from "./host-keys.ts";
import { blob, mpint, publicValue } from "./numbers.ts";
import type { Session, Speaker } from "./session.ts";

/** What a message says, and how it counts among the packets of its side. */
interface Message {
  readonly part: Part;
  readonly count: (speaker: Speaker) => number;
  /** Ciphers and MACs are chosen with it. */
  readonly chooses?: boolean;
}

/** How a method of key exchange names and reads its messages. */
export interface Method {
  readonly code: Field;
  readonly messages: Readonly<Record<number, Message>>;
}

const counted = (speaker: Speaker) => ++speaker.sequence;
/** The number first, then the step; key exchanges on curves and messages of all methods count like this. */
export const countedAfter = (speaker: Speaker): number => speaker.sequence++;
const uncounted = () => 0;

const clientValue = publicValue(mpint(exchange["dh.e"]));
const serverValue = publicValue(mpint(exchange["dh.f"]));
const clientPoint = publicValue(blob(exchange["ecdh.q_c_length"], exchange["ecdh.q_c"]));
const serverPoint = publicValue(blob(exchange["ecdh.q_s_length"], exchange["ecdh.q_s"]));

/** RFC 4253 section 8; also what methods nobody here knows are taken for. */
const diffieHellman: Method = {
  code: codes.dhCode,
  messages: {
    30: { part: clientValue, count: counted },
    31: { part: all(hostKey, serverValue, hostSignature), count: counted, chooses: true },
  },
};

/** RFC 4419 section 3 */
const groupExchange: Method = {
  code: codes.groupCode,
  messages: {
    30: { part: take(exchange["dh_gex.nbits"], 4), count: uncounted },
    31: { part: all(mpint(exchange["dh_gex.p"]), mpint(exchange["dh_gex.g"])), count: counted },
    32: { part: clientValue, count: counted },
    33: { part: all(hostKey, serverValue, hostSignature), count: counted },
    34: {
      part: all(take(exchange["dh_gex.min"], 4), take(exchange["dh_gex.nbits"], 4), take(exchange["dh_gex.max"], 4)),
      count: counted,
    },
  },
};

/** RFC 5656 section 4, RFC 8731 section 3 */
const ellipticCurves: Method = {
  code: codes.curveCode,
  messages: {
    30: { part: clientPoint, count: countedAfter },
    31: { part: all(hostKey, serverPoint, hostSignature), count: countedAfter, chooses: true },
  },
};

const GROUP_EXCHANGES = ["diffie-hellman-group-exchange-sha1", "diffie-hellman-group-exchange-sha256"];
const CURVES = ["curve25519-sha256", "curve25519-sha256@libssh.org", "curve448-sha512"];
const NAMED_CURVES = "ecdh-sha2-";

/** How the method of that name exchanges keys. */
function methodOf(name: string): Method {
  if (GROUP_EXCHANGES.includes(name)) return groupExchange;
  return CURVES.includes(name) || name.startsWith(NAMED_CURVES) ? ellipticCurves : diffieHellman;
}

/** The code's row of a message of key exchange, or undefined where the session's method has none of that number. */
export function exchangeCode(session: Session, code: number): Field | undefined {
  const method = methodOf(session.method);
  return method.messages[code] && method.code;
}

/** Reads a message of key exchange, the code of which is behind the cursor; returns its number, undefined where it is cut. */
export function readExchange(c: Cursor, session: Session, speaker: Speaker, code: number): number | undefined {
  const message = methodOf(session.method).messages[code]!;
  if (!message.part(c)) return undefined;
  if (message.chooses) session.choose();
  return message.count(speaker);
}
