import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  cubesFromClickHouse,
  cubesFromFile,
  cubesOfSums,
  planCubes,
} from "../../../../../data-loaders/interviews/cubes/index.js";
import { InputError } from "../../../../../data-loaders/read/index.js";
import { type Servers, startServers, whyNoClickHouse } from "./clickhouse-servers.js";
import { asCsv, folderOf } from "./files.js";
import { cubesByRow, expectSame } from "./reference.js";
import { heavier, type Interview, randomInterviews, SURVEY, UNWEIGHTED } from "./survey.js";

const missing = whyNoClickHouse();
if (missing !== null) console.warn(missing);

describe.skipIf(missing !== null)(
  `ClickHouse with two shards${missing === null ? "" : ` (${missing})`}`,
  () => {
    let servers: Servers;
    const folder = folderOf();
    const interviews = randomInterviews(5, 2000);

    beforeAll(async () => {
      servers = await startServers(2);
      const columns = SURVEY.variables.map(({ id, kind }) => {
        const type =
          kind === "number" ? "Nullable(Float64)" : id === "parent" ? "Nullable(String)" : "String";
        return `\`${id}\` ${type}`;
      });
      const local = `(${columns.join(", ")}) ENGINE = MergeTree() PARTITION BY tuple() ORDER BY tuple()`;
      for (const [server] of servers.urls.entries()) {
        await servers.query(server, `CREATE TABLE local ${local}`);
        await servers.query(
          server,
          "CREATE TABLE interviews AS local ENGINE = Distributed(shards, default, local)",
        );
        const half = interviews.filter((_, i) => i % 3 < 2 === (server === 0));
        await servers.query(server, "INSERT INTO local FORMAT RowBinary", asRows(half));
      }
    });

    afterAll(async () => {
      folder.remove();
      await servers?.stop();
    });

    it.each([
      ["all measures, by every dimension", SURVEY, {}],
      ["weights adjusted by raking", SURVEY, { by: ["parent"], initialWeight: "first-weight" }],
      ["a survey without weights, its strata months", UNWEIGHTED, { by: ["helpful", "minutes"] }],
    ])("gives the cubes of makeCube and of DuckDB, to the last bit: %s", async (_, codebook, options) => {
      const used =
        "initialWeight" in options ? interviews.filter(answersAll("parent", "condition")) : interviews;
      const table = used === interviews ? "interviews" : "answered";
      if (table === "answered") await makeAnswered(servers);
      const plan = planCubes(codebook, options);
      const url = servers.urls[0] as string;
      const { cubes, interviews: count, statement } = await cubesFromClickHouse(plan, { url, table });
      const expected = cubesByRow(plan, used);
      const inDuckDb = (await cubesFromFile(plan, folder.write("a.csv", asCsv(used)))).cubes;
      expect(count).toBe(used.length);
      expectSame(cubes, expected);
      expectSame(cubes, inDuckDb);
      expect(statement).toContain("GROUP BY");
    });

    it("gives them with weights up to a million, whose squares no 64 bits hold", async () => {
      const heavy = heavier(interviews.slice(0, 500));
      const url = servers.urls[0] as string;
      await servers.query(0, "CREATE TABLE heavy AS local ENGINE = Memory");
      await servers.query(0, "INSERT INTO heavy FORMAT RowBinary", asRows(heavy));
      const plan = planCubes(SURVEY, { by: ["parent"], measures: ["satisfied", "children"] });
      expectSame((await cubesFromClickHouse(plan, { url, table: "heavy" })).cubes, cubesByRow(plan, heavy));
    });

    it("has the sums of a distributed table made by its shards, whose cells add up", async () => {
      const plan = planCubes(SURVEY, { by: ["parent"], measures: ["satisfied"] });
      const url = servers.urls[0] as string;
      const { cubes, statement } = await cubesFromClickHouse(plan, { url, table: "default.interviews" });
      const linesOf = (text: string) => text.trim().split("\n").sort();
      const own = [0, 1].map((server) =>
        servers.query(server, statement.replace("`default`.`interviews`", "local")),
      );
      // With this setting a cluster answers what its shards send, one after the other.
      const sent = await servers.query(0, `${statement}\nSETTINGS distributed_group_by_no_merge = 1`);
      expect(linesOf(sent)).toEqual(linesOf((await Promise.all(own)).join("")));
      const rows = linesOf(sent).map((line) => line.split("\t").map(BigInt));
      expect(cubesOfSums(plan, rows)).toEqual(cubes);
      expect(rows.length).toBeLessThan(100);
    });

    it("says what is wrong with rows, by column, and with a table", async () => {
      const url = servers.urls[1] as string;
      await servers.query(1, "CREATE TABLE wrong AS local ENGINE = Memory");
      const [first = {}, second = {}, third = {}] = interviews;
      const wrong = [
        { ...first, parent: "mother", weight: "-1" },
        { ...second, parent: "mother", weight: null },
        { ...third, weight: "2000000" },
      ];
      await servers.query(1, "INSERT INTO wrong FORMAT RowBinary", asRows(wrong));
      const plan = planCubes(SURVEY, { by: ["parent"], measures: ["satisfied"] });
      const answer = cubesFromClickHouse(plan, { url, table: "wrong" });
      await expect(answer).rejects.toThrow(InputError);
      await expect(answer).rejects.toThrow(
        'wrong:1:5: parent is "mother" in 2 rows; expected one of receiving, paying\nwrong:1:15: weight is empty, "-1", "2000000" in 3 rows; expected a weight from 0 to 1,000,000 that six decimals hold',
      );
      await expect(cubesFromClickHouse(plan, { url, table: "absent" })).rejects.toThrow(
        /127\.0\.0\.1:\d+ answers: .*absent/s,
      );
      const closed = { url: "http://127.0.0.1:9", table: "a" };
      await expect(cubesFromClickHouse(plan, closed)).rejects.toThrow("http://127.0.0.1:9 does not answer");
    });

    async function makeAnswered({ query }: Servers): Promise<void> {
      for (const server of [0, 1]) {
        const where = "parent <> '' AND condition <> ''";
        await query(
          server,
          `CREATE TABLE local_answered ENGINE = Memory AS SELECT * FROM local WHERE ${where}`,
        );
        await query(
          server,
          "CREATE TABLE answered AS local_answered ENGINE = Distributed(shards, default, local_answered)",
        );
      }
    }
  },
);

const answersAll =
  (...ids: string[]) =>
  (interview: Interview) =>
    ids.every((id) => interview[id] !== null);

const NULLABLE = new Set([
  "parent",
  ...SURVEY.variables.flatMap(({ id, kind }) => (kind === "number" ? [id] : [])),
]);

/** As the columns of `local` hold them: doubles as they are, since 18.16 reads some texts to the double next to the nearest. */
function asRows(interviews: readonly Interview[]): Uint8Array<ArrayBuffer> {
  const pieces: Buffer[] = [];
  for (const row of interviews)
    for (const { id, kind } of SURVEY.variables) {
      const cell = row[id] ?? null;
      if (NULLABLE.has(id)) pieces.push(Buffer.of(cell === null ? 1 : 0));
      if (NULLABLE.has(id) && cell === null) continue;
      if (kind === "number") {
        const bytes = Buffer.alloc(8);
        bytes.writeDoubleLE(Number(cell));
        pieces.push(bytes);
      } else {
        const text = Buffer.from(cell ?? "");
        pieces.push(Buffer.of(text.length), text);
      }
    }
  return new Uint8Array(Buffer.concat(pieces));
}
