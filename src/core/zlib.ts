/** Node's zlib, loaded when the first compressed bytes are met: most captures hold none. */
export function zlib(): typeof import("node:zlib") {
  return process.getBuiltinModule("node:zlib");
}
