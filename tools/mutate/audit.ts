import { mutationsIn } from "./mutation.js";

export const audit = mutationsIn("data-loaders/audit", "tests/unit/data-loaders/audit", [
  {
    what: "leaves interviews in no part out of a sum",
    file: "reconciliations",
    find: "summands.reduce((a, b) => a + b, residual)",
    replace: "summands.reduce((a, b) => a + b, 0 * residual)",
  },
  {
    what: "passes a total above all of its groups",
    file: "total-in-hull",
    find: "total.low <= hull.high + TOLERANCE &&",
    replace: "total.low <= hull.high + 100 &&",
  },
  {
    what: "takes groups that leave people out for everyone",
    file: "splits",
    find: "return sum.residual === 0",
    replace: "return sum.residual >= 0",
    tests: ["total-in-hull"],
  },
  {
    what: "fails parts that miss their whole through rounding",
    file: "rounding-sums",
    find: "const tooMuch = sum.low > high + TOLERANCE;",
    replace: "const tooMuch = sum.high > high + TOLERANCE;",
  },
  {
    what: "fails parts that leave room for one that is not held",
    file: "rounding-sums",
    find: " && unheld === 0 && sum.high < low - TOLERANCE;",
    replace: " && unheld >= 0 && sum.high < low - TOLERANCE;",
  },
  {
    what: "finds a share for a total below both groups",
    file: "implied-shares",
    find: "if (total.high < lower.low || total.low > upper.high) return null;",
    replace: "if (total.low > upper.high) return null;",
  },
  {
    what: "passes a base above the one that holds it",
    file: "base-consistency",
    find: "const inside = inner.interviews <= outer.interviews;",
    replace: "const inside = inner.interviews <= 2 * outer.interviews;",
  },
  {
    what: "passes a difference that goes the other way",
    file: "significance",
    find: "first.high < second.low)",
    replace: "first.high < 0)",
  },
  {
    what: "asks for significance at the printed numbers alone",
    file: "significance",
    find: "if (atBest < 1)",
    replace: "if (atPrinted < 1)",
  },
  {
    what: "locks more digits than machines agree in",
    file: "lock",
    find: "x.toPrecision(9)",
    replace: "x.toPrecision(15)",
  },
  {
    what: "does not see that a result is made from other numbers",
    file: "lock",
    find: "numbersOf(old) === numbersOf(now)) return [];",
    replace: 'from.split(" from ")[0] === to.split(" from ")[0]) return [];',
  },
]);
