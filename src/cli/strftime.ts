const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];
const DAY = 86_400_000;

const two = (n: number) => String(n).padStart(2, "0");

/** Days since New Year's Day, which is 0. */
const dayOfYear = (t: Date) =>
  Math.round((Date.UTC(t.getFullYear(), t.getMonth(), t.getDate()) - Date.UTC(t.getFullYear(), 0)) / DAY);

/** Minutes east of Greenwich, as `+0130`. */
function offset(t: Date): string {
  const minutes = -t.getTimezoneOffset();
  const most = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(most / 60))}${two(most % 60)}`;
}

const zone = (t: Date) => /\(?([^\s()]+)\)?$/.exec(t.toLocaleTimeString("en", { timeZoneName: "short" }))?.[1] ?? "";

/** strftime(3)'s conversions that names of files are made of, in the C locale. */
const conversions: Readonly<Record<string, (t: Date) => string>> = {
  Y: (t) => String(t.getFullYear()),
  C: (t) => two(Math.floor(t.getFullYear() / 100)),
  y: (t) => two(t.getFullYear() % 100),
  m: (t) => two(t.getMonth() + 1),
  d: (t) => two(t.getDate()),
  e: (t) => String(t.getDate()).padStart(2),
  j: (t) => String(dayOfYear(t) + 1).padStart(3, "0"),
  H: (t) => two(t.getHours()),
  I: (t) => two(t.getHours() % 12 || 12),
  p: (t) => (t.getHours() < 12 ? "AM" : "PM"),
  M: (t) => two(t.getMinutes()),
  S: (t) => two(t.getSeconds()),
  s: (t) => String(Math.floor(t.getTime() / 1000)),
  a: (t) => DAYS[t.getDay()]!.slice(0, 3),
  A: (t) => DAYS[t.getDay()]!,
  b: (t) => MONTHS[t.getMonth()]!.slice(0, 3),
  h: (t) => MONTHS[t.getMonth()]!.slice(0, 3),
  B: (t) => MONTHS[t.getMonth()]!,
  u: (t) => String(t.getDay() || 7),
  w: (t) => String(t.getDay()),
  U: (t) => two(Math.floor((dayOfYear(t) + 7 - t.getDay()) / 7)),
  W: (t) => two(Math.floor((dayOfYear(t) + 7 - ((t.getDay() + 6) % 7)) / 7)),
  F: (t) => strftime("%Y-%m-%d", t),
  T: (t) => strftime("%H:%M:%S", t),
  R: (t) => strftime("%H:%M", t),
  D: (t) => strftime("%m/%d/%y", t),
  z: offset,
  Z: zone,
  "%": () => "%",
};

/** Puts the local time into a pattern as strftime(3) does; conversions it does not know stay as they are. */
export function strftime(pattern: string, time: Date): string {
  return pattern.replace(/%(.)/g, (all, letter: string) =>
    Object.hasOwn(conversions, letter) ? conversions[letter]!(time) : all,
  );
}
