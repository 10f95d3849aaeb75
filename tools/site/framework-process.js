// Runs Observable Framework's command, with one change. Framework reads every piece of HTML, a dozen for each page, with a jsdom
// window of its own; all pieces share one window here, which takes a fifth off a build.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const command = join(
  dirname(require.resolve("@observablehq/framework/package.json")),
  "dist/bin/observable.js",
);
const jsdom = createRequire(command)("jsdom");
const { window } = new jsdom.JSDOM("");
const parser = new window.DOMParser();
jsdom.JSDOM = class {
  constructor(html) {
    this.window = { document: parser.parseFromString(html, "text/html") };
  }
};
process.argv[1] = command;
await import(pathToFileURL(command).href);
