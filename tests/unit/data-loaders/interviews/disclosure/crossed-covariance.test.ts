import { expect, it } from "vitest";

/** Covariance of two percentages of one simple random sample, from those in both groups and those of them who answered so. */
function covariance(both: number, answered: number): number {
  const [all, a, b] = [2231, { size: 1096, share: 430 / 1096 }, { size: 65, share: 25 / 65 }];
  const products = answered * (1 - a.share) * (1 - b.share) + (both - answered) * a.share * b.share;
  return ((products / (a.size * b.size)) * all) / (all - 1);
}

it("a covariance between groups of two dimensions tells how many are in both, at four digits exactly", () => {
  const agreeing = (digits: number) => {
    const printed = covariance(31, 13).toPrecision(digits);
    const found: [number, number][] = [];
    for (let both = 0; both <= 65; both++)
      for (let answered = Math.max(0, both - 40); answered <= Math.min(both, 25); answered++)
        if (covariance(both, answered).toPrecision(digits) === printed) found.push([both, answered]);
    return found;
  };
  expect(agreeing(4)).toEqual([[31, 13]]);
  expect(agreeing(2).length).toBeGreaterThan(50);
});
