/** Root's user number. */
const ROOT = 0;

/**
 * Gives up root's rights for good, once every device and output file is open: to those of `user` (`-Z`), else to those
 * of whoever ran sudo. Returns what to tell the user: whose rights are left, or that root's stay; undefined where there
 * is nothing to tell. Throws an Error where they cannot be given up as asked.
 */
export function dropPrivileges(user: string | undefined): string | undefined {
  const { getuid, setgroups, setgid, setuid, env } = process;
  if (!getuid || !setgroups || !setgid || !setuid) return undefined;
  if (getuid() !== ROOT) {
    if (user !== undefined) throw new Error(`-Z ${user}: only root can become another user`);
    return undefined;
  }
  const { uid, gid } = user === undefined ? { uid: Number(env.SUDO_UID), gid: Number(env.SUDO_GID) } : idsOf(user);
  if (!uid || Number.isNaN(gid))
    return user === undefined
      ? "warning: running as root; -Z USER gives up root's rights once the device is open"
      : undefined;
  setgroups([]);
  setgid(gid);
  setuid(uid);
  if (canBecomeRoot()) throw new Error("root's rights could not be given up");
  return `root's rights are given up; running as ${user ?? env.SUDO_USER ?? uid}`;
}

function idsOf(user: string): { uid: number; gid: number } {
  // Loaded only here: it takes a twentieth of the time a small capture does.
  const { execFileSync } = process.getBuiltinModule("node:child_process");
  const ask = (flag: string) =>
    Number(execFileSync("id", [flag, "--", user], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    throw new Error(`-Z ${user}: no such user`);
  }
}

function canBecomeRoot(): boolean {
  try {
    process.setuid!(ROOT);
    return true;
  } catch {
    return false;
  }
}
