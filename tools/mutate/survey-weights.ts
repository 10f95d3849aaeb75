import { mutationsIn } from "./mutation.js";

const WEIGH = ["weigh"];

export const surveyWeights = mutationsIn("src/analysis/weights", "tests/unit/analysis/weights", [
  {
    what: "puts combinations together that have as many as they need",
    file: "collapse",
    find: "if (count < fewest) continue;",
    replace: "if (count <= fewest) continue;",
    tests: WEIGH,
  },
  {
    what: "leaves few at the end by themselves",
    file: "collapse",
    find: "groups.push([...last, ...open]);",
    replace: "groups.push(last, open);",
    tests: WEIGH,
  },
  {
    what: "lets interviews be without a total",
    file: "match-totals",
    find: "if (count > 0 && Number.isNaN(total))",
    replace: "if (count > 99 && Number.isNaN(total))",
    tests: WEIGH,
  },
  {
    what: "lets interviews be without an answer to a weighting variable",
    file: "match-totals",
    find: "if (missing > 0)",
    replace: "if (missing > 99)",
    tests: WEIGH,
  },
  {
    what: "takes the last of two totals",
    file: "match-totals",
    find: "else if (!Number.isNaN(totals[place]))",
    replace: "else if (totals.length === 0)",
    tests: WEIGH,
  },
  {
    what: "counts from the start what one variable more moved",
    file: "moved",
    find: "const moved = own.estimate.estimate - last.estimate.estimate;",
    replace: "const moved = own.estimate.estimate - before.estimate.estimate;",
    tests: WEIGH,
  },
  {
    what: "lets one of the first interviews be held again twice",
    file: "step",
    find: "if (isAgain[place] === 1)",
    replace: "if (isAgain[place] === 2)",
    tests: WEIGH,
  },
  {
    what: "lets people change what they said at first",
    file: "step",
    find: "if (before(place) !== now(row))",
    replace: "if (before(place) === null)",
    tests: WEIGH,
  },
  {
    what: "keeps the last of several totals that are to be summed",
    file: "totals",
    find: 'total: total + (sums.get(own.join("\\n"))?.total ?? 0)',
    replace: "total",
    tests: WEIGH,
  },
  {
    what: "counts weights of people who were not interviewed again",
    file: "distribution",
    find: "filter((weight) => weight > 0)",
    replace: "filter((weight) => weight >= 0)",
    tests: WEIGH,
  },
  {
    what: "rakes on combinations where the codebook rakes on variables",
    file: "weigh",
    find: 'targets.margins.map((margin) => margin.variables.join(" × "))',
    replace: "targets.margins.flatMap((margin) => margin.variables)",
    tests: WEIGH,
  },
]);
