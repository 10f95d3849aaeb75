import fc from "fast-check";
import { expect, it } from "vitest";
import {
  degreesOfFreedom,
  degreesOfFreedomByGroup,
} from "../../../../src/stats/design/degrees-of-freedom.js";
import { factor } from "../../../../src/stats/design/factor.js";
import { surveyDesign } from "../../../../src/stats/design/survey-design.js";
import { designOfRows, groupOf, surveys } from "../sample.js";

const strata = factor(["a", "a", "a", "b", "b", "b"]);
const clusters = factor(["x", "x", "y", "x", "y", "z"]);
const all = () => true;

it("are the primary sampling units less the strata", () => {
  expect(degreesOfFreedom(surveyDesign({ n: 6 }), all)).toBe(5);
  expect(degreesOfFreedom(surveyDesign({ strata }), all)).toBe(4);
  expect(degreesOfFreedom(surveyDesign({ strata, clusters }), all)).toBe(5 - 2);
  expect(degreesOfFreedom(surveyDesign({ clusters }), all)).toBe(3 - 1);
});

it("count only units and strata with a row that counts", () => {
  const design = surveyDesign({ strata, clusters });
  // Rows 4 to 6 are three clusters of one stratum; rows 1 and 2 one cluster, which leaves nothing.
  expect(degreesOfFreedom(design, (row) => row >= 3)).toBe(2);
  expect(degreesOfFreedom(design, (row) => row < 2)).toBe(0);
  expect(degreesOfFreedom(design, () => false)).toBe(0);
});

it("are those of each group by itself, in one pass", () => {
  fc.assert(
    fc.property(surveys, fc.boolean(), (rows, clustered) => {
      const design = designOfRows(rows, { clusters: clustered });
      const { codes } = groupOf(rows);
      codes[0] = -1;
      expect(Array.from(degreesOfFreedomByGroup(design, codes, 3))).toEqual(
        [0, 1, 2].map((g) => degreesOfFreedom(design, (row) => codes[row] === g)),
      );
    }),
    { seed: 1, numRuns: 100 },
  );
});
