import { type ChildProcess, spawn } from "node:child_process";
import { type AddressInfo, createServer } from "node:net";
import { vi } from "vitest";

/** A port that is free now. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject).listen(wanted, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Starts the preview of a copy of the project, and waits until its first page can be had. */
export async function startPreview(
  folder: string,
  port: number,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<ChildProcess> {
  const preview = spawn(process.execPath, ["--import", "tsx", "tools/site.ts", "preview", ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: "ignore",
  });
  const status = () =>
    fetch(`http://127.0.0.1:${port}/`).then(
      (response) => response.status,
      () => 0,
    );
  await vi.waitUntil(async () => (await status()) === 200, { timeout: 90_000, interval: 100 });
  return preview;
}

/** Sends the preview a signal, and gives its exit code. */
export async function endPreview(preview: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => preview.once("exit", resolve));
  preview.kill(signal);
  return await ended;
}
