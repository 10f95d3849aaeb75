import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { ROOT } from "../browser/site.js";

/** What is made and not kept: a copy without it is what a fresh clone is. */
const MADE = [".generated", "dist", "src/.observablehq", "src/downloads"];

const MICRODATA = `${join("data-loaders", "microdata")}${sep}`;

/**
 * Copies the project into a folder of its own, with the packages of this one. A cold copy holds what git would hold; a
 * warm one also what the last build made, so that its first build is quick.
 */
export function copyProject({ warm = false }: { warm?: boolean } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "project-"));
  const left = ["node_modules", ".git", "coverage", ...(warm ? [] : MADE)];
  cpSync(ROOT, folder, {
    recursive: true,
    preserveTimestamps: true,
    filter: (source) => {
      const path = relative(ROOT, source);
      const isInterview = path.startsWith(MICRODATA) && path !== join(MICRODATA, "README.md");
      return !left.includes(path) && !isInterview && !/^\.generated\/(site$|site\/|old|lock)/.test(path);
    },
  });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}

export function removeCopy(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Builds the site of a copy. `offline` takes the network away. */
export function buildCopy(
  folder: string,
  { env = {}, offline = false }: { env?: Record<string, string>; offline?: boolean } = {},
): Promise<{ code: number | null; output: string; seconds: number }> {
  const command = [process.execPath, "--import", "tsx", "tools/site.ts", "build"];
  const { wrap, extra } = offline ? withoutNetwork(folder) : { wrap: [], extra: {} };
  const [program = "", ...args] = [...wrap, ...command];
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...process.env, SITE_OUT: "dist", ...extra, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    child.once("error", reject).once("close", (code) => {
      resolve({ code, output, seconds: (performance.now() - start) / 1000 });
    });
  });
}

/** A network of its own without any device, where the system lets us; else connections to other hosts throw. */
function withoutNetwork(folder: string): { wrap: string[]; extra: Record<string, string> } {
  if (spawnSync("unshare", ["-n", "true"]).status === 0) return { wrap: ["unshare", "-n"], extra: {} };
  const guard = join(folder, ".no-network.cjs");
  writeFileSync(
    guard,
    `const net = require("node:net");
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [first] = args.flat();
  const host = first?.path ? "localhost" : (first?.host ?? "localhost");
  if (!["localhost", "127.0.0.1", "::1"].includes(host)) throw new Error("no network: " + host);
  return connect.apply(this, args);
};
`,
  );
  const proxy = "http://127.0.0.1:9";
  return {
    wrap: [],
    extra: {
      HTTP_PROXY: proxy,
      HTTPS_PROXY: proxy,
      ALL_PROXY: proxy,
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --require ${guard}`,
    },
  };
}

/** Every file below a folder with the hash of its content. */
export function hashes(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path), createHash("sha256").update(readFileSync(path)).digest("hex")])
      .sort(),
  );
}

/** Changes one cell of a raw file, and writes the file as a spreadsheet would. */
export function setCell(folder: string, file: string, id: string, column: string, text: string): void {
  const path = join(folder, "data-loaders/raw", file);
  const rows: Record<string, string>[] = parse(readFileSync(path), { columns: true });
  const row = rows.find((r) => r.id === id);
  if (row?.[column] === undefined) throw new Error(`${file} has no ${column} of ${id}`);
  row[column] = text;
  writeFileSync(path, stringify(rows, { header: true }));
}

/** The percentage of Receiving Parents who were satisfied, as printed. */
export function setReceiving(folder: string, text: string): void {
  setCell(folder, "ces-2023-24/values.csv", "ces-2023-24.satisfied.parent-receiving", "printed", text);
}

/** Changes a file's text. Fails where there is nothing to change. */
export function edit(folder: string, file: string, from: string | RegExp, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} has no ${from}`);
  writeFileSync(path, changed);
}
