import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ServedFolder, serveFolder } from "../../../tools/serve.js";

let folder = "";
let served: ServedFolder;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "serve-"));
  mkdirSync(join(folder, "site/empty"), { recursive: true });
  mkdirSync(join(folder, "site/a b"));
  writeFileSync(join(folder, "site/index.html"), "home");
  writeFileSync(join(folder, "site/a b/index.html"), "inner");
  writeFileSync(join(folder, "secret.txt"), "secret");
  for (const ending of ["js", "css", "arrow", "csv", "svg", "png", "woff2", "json", "unknown"]) {
    writeFileSync(join(folder, `site/file.${ending}`), ending);
  }
  served = await serveFolder(join(folder, "site"), { path: "some/folder" });
});

afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string) => fetch(served.url + path, { redirect: "manual" });

test("the address ends with the path and a slash", () => {
  expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/some\/folder\/$/);
});

test.each([
  ["", "text/html; charset=utf-8"],
  ["index.html", "text/html; charset=utf-8"],
  ["file.js", "text/javascript; charset=utf-8"],
  ["file.css", "text/css; charset=utf-8"],
  ["file.arrow?x=1", "application/vnd.apache.arrow.file"],
  ["file.csv", "text/csv; charset=utf-8"],
  ["file.svg", "image/svg+xml"],
  ["file.png", "image/png"],
  ["file.woff2", "font/woff2"],
  ["file.json", "application/json; charset=utf-8"],
  ["file.unknown", "application/octet-stream"],
])("/%s is sent as %s", async (path, type) => {
  const response = await get(path);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, type]);
});

test("a folder answers with its index.html, at an address with a slash", async () => {
  expect(await (await get("a%20b/")).text()).toBe("inner");
  const response = await get("a%20b?x=1");
  expect([response.status, response.headers.get("location")]).toEqual([301, "/some/folder/a%20b/?x=1"]);
});

test.each(["missing", "empty/", "file.js/", "%00", "%E0%A4%A", "..%2Fsecret.txt"])(
  "/%s is not found",
  async (path) => {
    expect((await get(path)).status).toBe(404);
  },
);

test("nothing outside of the path or the folder is served", async () => {
  const { origin } = new URL(served.url);
  expect((await fetch(`${origin}/index.html`)).status).toBe(404);
  // fetch would tidy the dots away.
  const status = await new Promise((resolve, reject) => {
    const url = new URL(origin);
    request({ host: url.hostname, port: url.port, path: "/some/folder/../../secret.txt" }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once("error", reject)
      .end();
  });
  expect(status).toBe(404);
});

test("only GET and HEAD are answered", async () => {
  expect((await fetch(served.url, { method: "POST" })).status).toBe(405);
  const head = await fetch(served.url, { method: "HEAD" });
  expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "4", ""]);
});
