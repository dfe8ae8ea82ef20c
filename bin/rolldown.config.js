// One file each for the command and the library: loading the modules one by one takes twice the time.
const common = {
  platform: "node",
  external: ["cli-table3", "string-width", "koffi", "cap", "fzstd"],
  logLevel: "silent",
};

export default [
  { ...common, input: "dist/cli/main.js", output: { file: "dist/bin/sniff.js", minify: true } },
  { ...common, input: "dist/index.js", output: { file: "dist/lib/index.js", comments: false } },
];
