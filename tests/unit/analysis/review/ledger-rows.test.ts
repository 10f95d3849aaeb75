import { expect, it } from "vitest";
import { readRaw } from "../../../../data-loaders/read/index.js";
import { claimTables } from "../../../../data-loaders/tables/claims.js";
import { ledgerFromRows } from "../../../../src/analysis/review/ledger-rows.js";
import { DEFAULT_ASSUMPTIONS, judge } from "../../../../src/claims/index.js";

it("the ledger of a page, made from its tables, comes to the verdicts of the build, readings included", () => {
  const { tables, judgements } = claimTables(readRaw("data-loaders/raw"));
  const rows = (name: string) => (tables.find((table) => table.name === name)?.rows ?? []) as never;
  const ledger = ledgerFromRows({
    statements: rows("claim-statements"),
    readings: rows("claim-readings"),
    numbers: rows("claim-numbers"),
    phrases: rows("phrases"),
  });
  const differing = judgements.flatMap(({ id, verdict, readings }) => {
    const own = judge(ledger, id, DEFAULT_ASSUMPTIONS);
    const same = own.verdict === verdict && own.readings.every((r, i) => r.verdict === readings[i]?.verdict);
    return same && own.readings.length === readings.length ? [] : [`${id}: ${verdict}, ${own.verdict}`];
  });
  expect(differing).toEqual([]);
});
