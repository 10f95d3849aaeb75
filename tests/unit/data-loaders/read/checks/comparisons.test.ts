import { expect, it } from "vitest";
import { changed, faults } from "../raw-folder.js";

const FILE = "context/comparisons.csv";

it("reports a compared measure that is not there", () => {
  const [first] = faults(changed(FILE, "both,alpha.satisfied,", "both,alpha.content,"));
  expect(first).toBe(`${FILE}:4:25: first is "alpha.content"; expected the id of a row of measures.csv`);
});

it("reports a pair that stands twice, in whatever order", () => {
  const twice = changed(
    FILE,
    "context.comparison.beta,beta.satisfied,",
    "context.comparison.beta,alpha.satisfied,",
  );
  expect(faults(twice)).toContain(
    `${FILE}:4:41: alpha.satisfied and beta.satisfied stand twice; expected each pair once`,
  );
});

it("reports a pair of named measures that no row compares", () => {
  const without = changed(FILE, "both,alpha.satisfied,beta.satisfied,no", "both,alpha.fee,alpha.fee,no");
  expect(faults(without)).toContain(
    `${FILE}:4:25: no row compares alpha.satisfied and beta.satisfied; expected a row for each pair of the measures that are named`,
  );
});
