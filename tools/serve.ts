import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve, sep } from "node:path";
import { pipeline } from "node:stream/promises";

const types: Record<string, string> = {
  ".arrow": "application/vnd.apache.arrow.file",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

export interface ServedFolder {
  /** URL of the folder, with a trailing slash. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a folder under a path of this machine, as a plain host of files does: index.html for a folder, 404 for what
 * is not there, no listings. Port 0 takes a free one.
 *
 * @param options.cache what browsers may keep, as the header says it; without it they ask each time
 */
export async function serveFolder(
  folder: string,
  { path = "/", port = 0, cache = "no-cache" }: { path?: string; port?: number; cache?: string } = {},
): Promise<ServedFolder> {
  const root = resolve(folder);
  const base = `/${path}/`.replace(/\/+/g, "/");
  const server = createServer((request, response) => {
    answer({ root, base, cache }, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else refuse(response, 500, String(error));
    });
  });
  await new Promise<void>((done, failed) => {
    server.once("error", failed).listen(port, "127.0.0.1", done);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    close: () =>
      new Promise((done, failed) => {
        server.close((error) => (error ? failed(error) : done()));
        server.closeAllConnections();
      }),
  };
}

async function answer(
  { root, base, cache }: Readonly<Record<"root" | "base" | "cache", string>>,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (request.method !== "GET" && request.method !== "HEAD")
    return refuse(response, 405, "Method not allowed");
  const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
  const file = pathname.startsWith(base) ? fileOf(root, pathname.slice(base.length)) : null;
  if (file === null) return refuse(response, 404, "Not found");
  let found = await statOf(file);
  let served = file;
  if (found?.isDirectory()) {
    served = join(file, "index.html");
    found = await statOf(served);
    if (found?.isFile() && !pathname.endsWith("/")) {
      response.writeHead(301, { location: `${pathname}/${search}` }).end();
      return;
    }
  }
  if (!found?.isFile()) return refuse(response, 404, "Not found");
  response.writeHead(200, {
    "content-type": types[extname(served)] ?? "application/octet-stream",
    "content-length": found.size,
    "cache-control": cache,
  });
  if (request.method === "HEAD") response.end();
  else await pipeline(createReadStream(served), response);
}

/** The file for a path; null if invalid or outside the folder. */
function fileOf(root: string, path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    const file = resolve(root, `./${decoded}`);
    const inside = file === root || file.startsWith(root + sep);
    // File URLs have no trailing slash.
    return inside && !decoded.includes("\0") ? (decoded.endsWith("/") ? join(file, sep) : file) : null;
  } catch {
    return null;
  }
}

function statOf(file: string) {
  return stat(file).catch(() => null);
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${status} ${text}\n`);
}
