import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { CHECK_KINDS, checksOf, OUTCOMES } from "../../../data-loaders/audit/index.js";
import { LOCK_FILE } from "../../../data-loaders/audit/lock.js";
import { BASES_OF_VERDICT, CLAIM_KINDS, CONCERNS, VERDICTS, WEIGHTS } from "../../../src/claims/index.js";
import { auditCommand } from "../../../tools/audit/command.js";
import {
  base,
  type Change,
  ROOT,
  rawWith,
  runHere,
  value,
  whileInCopy,
} from "../data-loaders/audit/raw-copy.js";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const tally = v.strictObject({ held: count, notHeld: count });

/** The shape of the JSON: these keys and no other. */
const AUDIT = v.strictObject({
  values: v.array(
    v.strictObject({
      id: v.string(),
      publication: v.string(),
      locator: v.string(),
      measure: v.string(),
      group: v.record(v.string(), v.string()),
      period: v.nullable(v.string()),
      printed: v.nullable(v.string()),
      low: v.nullable(v.number()),
      high: v.nullable(v.number()),
      base: v.nullable(count),
      status: v.picklist(["printed", "worded", "plotted", "tabled"]),
    }),
  ),
  checks: v.array(
    v.strictObject({
      id: v.string(),
      kind: v.picklist(CHECK_KINDS),
      status: v.picklist(OUTCOMES),
      because: v.pipe(v.string(), v.nonEmpty()),
    }),
  ),
  claims: v.array(
    v.strictObject({
      id: v.string(),
      publication: v.string(),
      locator: v.string(),
      statement: v.string(),
      kind: v.picklist(CLAIM_KINDS),
      verdict: v.picklist(VERDICTS),
      basis: v.picklist(BASES_OF_VERDICT),
      concern: v.picklist(CONCERNS),
      weight: v.picklist(WEIGHTS),
      restates: v.nullable(v.string()),
      because: v.pipe(v.string(), v.nonEmpty()),
      readings: v.array(
        v.strictObject({
          id: v.string(),
          statement: v.pipe(v.string(), v.nonEmpty()),
          warrant: v.pipe(v.string(), v.nonEmpty()),
          verdict: v.picklist(VERDICTS),
          because: v.pipe(v.string(), v.nonEmpty()),
        }),
      ),
      values: v.array(v.string()),
      needs: v.array(v.string()),
      robustness: v.nullable(
        v.strictObject({
          criticalDesignEffect: v.nullable(v.number()),
          worstCase: v.nullable(v.number()),
          survivesHolm: v.nullable(v.boolean()),
        }),
      ),
    }),
  ),
  summary: v.strictObject({
    publications: v.record(
      v.string(),
      v.strictObject({
        values: tally,
        bases: tally,
        sentences: v.strictObject({ covered: count, leftOut: count }),
        verdicts: v.strictObject(v.entriesFromList(VERDICTS, count)),
        valuesUnused: v.array(v.string()),
      }),
    ),
    checks: v.strictObject({ passed: count, failed: count, "not checked": count }),
  }),
  lock: v.strictObject({
    belongs: v.boolean(),
    unable: v.nullable(v.string()),
    differences: v.array(
      v.strictObject({
        id: v.string(),
        isVerdict: v.boolean(),
        was: v.string(),
        is: v.string(),
        pages: v.array(v.string()),
        claims: v.array(v.string()),
      }),
    ),
  }),
  conflicts: v.array(
    v.strictObject({
      conflict: v.strictObject({
        given: v.nullable(v.string()),
        smallest: v.boolean(),
        statements: v.array(
          v.strictObject({
            says: v.pipe(v.string(), v.nonEmpty()),
            locator: v.nullable(v.string()),
            places: v.array(v.pipe(v.string(), v.regex(/\.csv:\d+:\d+$/))),
          }),
        ),
      }),
      tables: v.array(v.string()),
      results: v.array(v.string()),
      claims: v.array(v.string()),
    }),
  ),
});

const run = (...args: readonly string[]) => runHere(auditCommand, ...args);

/** The kinds of checks that fail once cells are changed. */
const failing = (...changes: Change[]) => [
  ...new Set(
    checksOf(rawWith(...changes)).flatMap(({ kind, status }) => (status === "failed" ? [kind] : [])),
  ),
];

describe("audit", () => {
  it("prints one JSON object of the agreed shape and exits 0 for the real files", async () => {
    const { stdout, stderr, status } = await run("--json");
    const { values, checks, summary } = v.parse(AUDIT, JSON.parse(stdout));
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    for (const { low, high } of values) expect((low === null) === (high === null)).toBe(true);
    expect(values.find(({ id }) => id === "ces-2023-24.satisfied")).toMatchObject({ low: 38.5, high: 39.5 });
    for (const outcome of OUTCOMES) {
      expect(summary.checks[outcome]).toBe(checks.filter((check) => check.status === outcome).length);
    }
  });

  it("prints for people a line a check, the numbers that take part and a summary line", async () => {
    const { stdout, status } = await run();
    expect(status).toBe(0);
    expect(stdout).toMatch(/^passed {2,}reconciliation {2,}ces-2023-24\.reconciliation\.all\.parent {2,}\S/m);
    expect(stdout).toMatch(/^ces-2023-24\.satisfied {2,}39 {2,}38\.5 to 39\.5 {2,}2,231$/m);
    expect(stdout).toMatch(
      /\n\d+ claims, \d+ of which say another again; \d+ checks: \d+ passed, 0 failed, \d+ not checked\n$/,
    );
  });

  it("exits 1 when a number moved, and names each result that did, its pages and the claims behind it", async () => {
    await whileInCopy([value("satisfied.parent-receiving", "48")], async (folder) => {
      const { stdout, status } = await run("--raw", folder);
      expect(status).toBe(1);
      expect(stdout).toMatch(
        /The raw files are not those of the lock, and \d+ results \(\d+ of them now blank\)(?: and \d+ verdicts?)? moved \(npm run audit -- --accept locks them\):/,
      );
      expect(stdout).toMatch(
        /\nparents\.gap: was 16 \(15 to 17\); is 17 \(16 to 18\)\n {2}pages: .*parents-and-contact\.md/,
      );
      expect(stdout).toMatch(/\nworlds\.ethnicity-black: was .* to .*; is blank\n/);
      expect(stdout).toMatch(/\n\d+ claims that use numbers behind these: .*ces-2023-24\.claim\./);
    });
  });

  it("exits 1 when numbers conflict, names the cells that cannot all be true, and locks nothing", async () => {
    const other = mkdtempSync(join(tmpdir(), "lock-"));
    const lock = join(other, LOCK_FILE);
    copyFileSync(join(ROOT, LOCK_FILE), lock);
    await whileInCopy([value("satisfied.parent-receiving", "57")], async (folder) => {
      const { stdout, stderr, status } = await run("--accept", "--raw", folder, "--lock", lock);
      expect({ stderr, status }).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/^Nothing was locked/),
      });
      expect(readFileSync(lock, "utf8")).toBe(readFileSync(join(ROOT, LOCK_FILE), "utf8"));
      const [, list = ""] = stdout.split("\nNumbers that conflict\n");
      const cells = /cannot all be true, if each interview counts the same:\n((?:.*; expected .*\n)+)/.exec(
        list,
      )?.[1];
      expect(cells?.match(/ces-2023-24\/values\.csv:\d+:\d+/g)).toEqual([
        "ces-2023-24/values.csv:2:54",
        "ces-2023-24/values.csv:4:87",
        "ces-2023-24/values.csv:5:81",
      ]);
      expect(list).toMatch(/figures and tables that it stops: parent-by-contact-cells\n/);
    });
    rmSync(other, { recursive: true });
  });

  it("exits 1 when the raw files are not those of the lock though nothing moved", async () => {
    await whileInCopy([{ ...value("satisfied", "a note"), column: "note" }], async (folder) => {
      const { stdout, status } = await run("--raw", folder);
      expect(status).toBe(1);
      expect(stdout).toMatch(/\nThe raw files are not those of the lock; no result and no verdict moved/);
    });
  });

  it("says in its help what each exit code means", async () => {
    const { stdout } = await run("--help");
    for (const code of [0, 1, 2]) expect(stdout).toMatch(new RegExp(`\\n {2}${code} {2}\\w`));
  });

  it("exits 1 when a check fails", async () => {
    await whileInCopy([value("health-profile.health-physical", "20")], async (folder) => {
      const { stdout, status } = await run("--json", "--raw", folder);
      const failed = v.parse(AUDIT, JSON.parse(stdout)).checks.filter((check) => check.status === "failed");
      expect({ status, kinds: failed.map(({ kind }) => kind) }).toEqual({
        status: 1,
        kinds: ["rounding-sum"],
      });
    });
  });

  it("exits 2 with file, line and column when a sum of bases does not hold", async () => {
    await whileInCopy([base("used-govuk", "725")], async (folder) => {
      const { stdout, stderr, status } = await run("--json", "--raw", folder);
      expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
      expect(stderr).toMatch(/ces-2023-24\/bases\.csv:\d+:\d+: printed is 725, but its parts .*; expected /);
    });
  });

  it("exits 2 for a malformed file, a folder that is not there and an unknown option", async () => {
    await whileInCopy([], async (folder) => {
      appendFileSync(join(folder, "cms-2016/bases.csv"), "one cell\n");
      const { stderr, status } = await run("--raw", folder);
      expect(status).toBe(2);
      expect(stderr).toMatch(/cms-2016\/bases\.csv:\d+:1: the row has 1 cell; expected/);
    });
    expect(await run("--raw", "no-such-folder")).toMatchObject({
      status: 2,
      stdout: "",
      stderr: "no-such-folder is not a folder that can be read\n",
    });
    expect((await run("--unknown")).status).toBe(2);
    expect((await run("--help")).status).toBe(0);
  });
});

describe("a check fails", () => {
  it("when a total is outside the range of its groups", () => {
    expect(failing(value("internet-access", "97"))).toEqual(
      expect.arrayContaining(["total-in-hull", "implied-share"]),
    );
  });

  it("when an answered base is above its population", () => {
    expect(
      failing(base("answered.parent-receiving", "1,190"), base("answered.parent-paying", "1,041")),
    ).toEqual(["base-consistency"]);
  });

  it("when a difference that is called significant cannot be", () => {
    expect(failing(value("satisfied.gender-male", "46"))).toEqual(["significance"]);
  });
});
