// Loaded before a process of a build: writes the path of every file that it opens to the file that RECORD_READS names.
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");

const record = fs.openSync(process.env.RECORD_READS, "a");
const { writeSync } = fs;
for (const [holder, names] of [
  [fs, ["readFileSync", "readFile", "openSync", "open", "createReadStream", "copyFileSync", "copyFile"]],
  [fs.promises, ["readFile", "open", "copyFile"]],
]) {
  for (const name of names) {
    const original = holder[name];
    holder[name] = (path, ...rest) => {
      if (typeof path === "string") writeSync(record, `${path}\n`);
      return original(path, ...rest);
    };
  }
}
syncBuiltinESMExports();
