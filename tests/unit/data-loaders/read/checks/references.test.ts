import { expect, it } from "vitest";
import { changed, faults } from "../raw-folder.js";

it("reports a measure that is not there", () => {
  expect(faults(changed("alpha-2016/values.csv", "alpha.fee,", "alpha.price,"))).toEqual([
    'alpha-2016/values.csv:4:16: measure is "alpha.price"; expected the id of a row of measures.csv',
  ]);
});

it("reports a base that is not there", () => {
  expect(faults(changed("alpha-2016/values.csv", "alpha-2016.base.month", "alpha-2016.base.year"))).toEqual([
    'alpha-2016/values.csv:3:68: base is "alpha-2016.base.year"; expected the id of a row of bases.csv',
  ]);
});

it("reports a total and a part of a reconciliation that are not there", () => {
  const path = "beta-2024/reconciliations.csv";
  const total = changed(path, "parent,beta-2024.base.all,", "parent,beta-2024.base.none,");
  expect(faults(changed(path, ";beta-2024.base.all.parent-paying", ";beta-2024.base.payers", total))).toEqual(
    [
      `${path}:2:22: total is "beta-2024.base.none"; expected the id of a row of bases.csv`,
      `${path}:2:42: parts name "beta-2024.base.payers"; expected the id of a row of bases.csv`,
    ],
  );
});

it("counts a row with a malformed cell as there, so that one fault makes no others", () => {
  expect(faults(changed("alpha-2016/bases.csv", ",month,", ",Month,"))).toEqual([
    'alpha-2016/bases.csv:2:23: population is "Month"; expected an id of lower-case letters, digits, hyphens and dots',
  ]);
});

it("reports no absence where the rest of a file could not be read", () => {
  expect(faults(changed("beta-2024/bases.csv", '"1,179"', '"1,179'))).toHaveLength(1);
});
