import { expect, it } from "vitest";
import { changed, faults } from "../raw-folder.js";

const BASES = "beta-2024/bases.csv";

it("reports a total that is not the sum of its parts and the residual, at the total, with both sums", () => {
  // 1,178 + 1,099 + 2 = 2,279
  expect(faults(changed(BASES, "1,179", "1,178"))).toEqual([
    `${BASES}:2:50: printed is 2,280, but its parts beta-2024.base.all.parent-receiving (1,178) + ` +
      "beta-2024.base.all.parent-paying (1,099) and 2 in no part make 2,279; " +
      "expected the same sum, as beta-2024/reconciliations.csv:2 says",
  ]);
});

it("checks nothing where a part is not printed", () => {
  expect(faults(changed(BASES, '"1,179",printed', ",tabled"))).toEqual([]);
});

it("checks a total or a part that was filled in", () => {
  expect(faults(changed(BASES, '"1,179",printed', '"1,180",tabled'))).toHaveLength(1);
});
