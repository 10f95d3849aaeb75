import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Why there is no server to test against; null where there is one. */
export function whyNoClickHouse(): string | null {
  try {
    execFileSync("sh", ["-c", "command -v clickhouse-server"], { stdio: "ignore" });
    return null;
  } catch {
    return "clickhouse-server is not on this machine; on Debian: apt-get install --no-install-recommends clickhouse-server";
  }
}

/** Servers of one cluster, `shards`, each a shard. */
export interface Servers {
  /** The HTTP interface of each. */
  readonly urls: readonly string[];
  /** Runs a statement on one of them. */
  query(server: number, statement: string, data?: string | Uint8Array<ArrayBuffer>): Promise<string>;
  stop(): Promise<void>;
}

/** Starts so many servers on free ports of this machine, with all that they write in a folder of their own. */
export async function startServers(count: number): Promise<Servers> {
  const folder = mkdtempSync(join(tmpdir(), "clickhouse-"));
  const ports = await freePorts(2 * count);
  const shards = Array.from({ length: count }, (_, i) => ({ http: ports[2 * i], tcp: ports[2 * i + 1] }));
  const cluster = shards
    .map(({ tcp }) => `<shard><replica><host>127.0.0.1</host><port>${tcp}</port></replica></shard>`)
    .join("");
  const processes = shards.map(({ http, tcp }, i): ChildProcess => {
    const own = join(folder, String(i));
    mkdirSync(own);
    const users = `<yandex><profiles><default/></profiles><quotas><default/></quotas><users><default><password/><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users></yandex>`;
    writeFileSync(join(own, "users.xml"), users);
    const config = `<yandex>
<logger><level>warning</level><log>${own}/log</log><errorlog>${own}/errors</errorlog></logger>
<http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><listen_host>127.0.0.1</listen_host>
<path>${own}/data/</path><tmp_path>${own}/tmp/</tmp_path><users_config>${own}/users.xml</users_config>
<default_profile>default</default_profile><default_database>default</default_database>
<mark_cache_size>10000000</mark_cache_size><remote_servers><shards>${cluster}</shards></remote_servers>
</yandex>`;
    writeFileSync(join(own, "config.xml"), config);
    return spawn("clickhouse-server", [`--config-file=${own}/config.xml`], { stdio: "ignore", cwd: own });
  });
  const stop = async () => {
    await Promise.all(processes.map(ended));
    rmSync(folder, { recursive: true, force: true });
  };
  const urls = shards.map(({ http }) => `http://127.0.0.1:${http}`);
  const query = async (server: number, statement: string, data: string | Uint8Array<ArrayBuffer> = "") => {
    const url = `${urls[server]}/?query=${encodeURIComponent(statement)}`;
    const answer = await fetch(url, { method: "POST", body: data });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    return text;
  };
  try {
    for (const server of urls.keys()) await answering(() => query(server, "SELECT 1"));
  } catch (error) {
    await stop();
    throw error;
  }
  return { urls, query, stop };
}

async function answering(ask: () => Promise<string>): Promise<void> {
  const until = Date.now() + 20_000;
  for (;;) {
    try {
      await ask();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function ended(process: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (process.exitCode !== null || process.signalCode !== null) return resolve();
    process.once("exit", () => resolve());
    process.kill("SIGKILL");
  });
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer();
          server.listen(0, "127.0.0.1", () => resolve(server));
        }),
    ),
  );
  return Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          const address = server.address();
          const port = typeof address === "object" && address !== null ? address.port : 0;
          server.close(() => resolve(port));
        }),
    ),
  );
}
