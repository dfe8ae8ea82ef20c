/** The four bytes of a dotted IPv4 address; undefined where it is none. */
export function parseIpv4(text: string): Uint8Array | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return Uint8Array.from(parts, Number);
}

/** The sixteen bytes of an IPv6 address (RFC 4291 section 2.2); undefined where it is none. */
export function parseIpv6(text: string): Uint8Array | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [front, back] = halves.map(groupsOf);
  if (!front || (halves.length === 2 && !back)) return undefined;
  const missing = 16 - front.length - (back?.length ?? 0);
  if (halves.length === 1 ? missing !== 0 : missing < 2) return undefined;
  return Uint8Array.from([...front, ...new Array<number>(missing).fill(0), ...(back ?? [])]);
}

/** The bytes of groups with colons between them, the last perhaps an IPv4 address. */
function groupsOf(text: string): number[] | undefined {
  if (text === "") return [];
  const bytes: number[] = [];
  const groups = text.split(":");
  for (const [i, group] of groups.entries()) {
    const tail = i === groups.length - 1 && group.includes(".") ? parseIpv4(group) : undefined;
    if (tail) bytes.push(...tail);
    else if (!/^[0-9A-Fa-f]{1,4}$/.test(group)) return undefined;
    else bytes.push(Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255);
  }
  return bytes;
}

/** The bytes of hexadecimal text, bare or with `:`, `-` or `.` between one or more of them; undefined where it is none. */
export function parseHex(text: string): Uint8Array | undefined {
  const groups = text.split(/[:.-]/);
  if (new Set(text.replace(/[0-9A-Fa-f]/g, "")).size > 1) return undefined;
  if (groups.length > 1 && groups.at(-1) === "") groups.pop();
  const whole = groups.every((group) => /^[0-9A-Fa-f]+$/.test(group) && (group.length % 2 === 0 || group.length === 1));
  if (!whole) return undefined;
  const hex = groups.map((group) => (group.length === 1 ? `0${group}` : group)).join("");
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}
