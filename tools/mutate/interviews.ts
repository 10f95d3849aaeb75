import { mutationsIn } from "./mutation.js";

const FOLDER = "src/analysis/interviews";

const ofFiles = mutationsIn(FOLDER, "tests/unit/data-loaders/read/microdata", [
  {
    what: "takes a special answer of a scale for an empty cell",
    file: "coded-interviews",
    find: "return (column.special[row] as number) < 0 && Number.isNaN(column.numbers[row]);",
    replace: "return Number.isNaN(column.numbers[row]);",
    tests: ["planted"],
  },
  {
    what: "relies on values in doubt",
    file: "condition-mask",
    find: "doubt?.[row] ? undefined : ",
    replace: "",
    tests: ["planted"],
  },
]);

const ofEstimates = mutationsIn(FOLDER, "tests/unit/analysis/interviews", [
  {
    what: "counts interviews of all periods",
    file: "counts",
    find: ", ...during)",
    replace: ", ...during.slice(1))",
    tests: ["estimates"],
  },
  {
    what: "leaves out the weights",
    file: "design",
    find: "{ weights: column.numbers }",
    replace: "{}",
    tests: ["estimates"],
  },
  {
    what: "takes the first stratum variable for all",
    file: "design",
    find: ": crossFactors(strata) }),",
    replace: ": (strata[0] as Factor) }),",
    tests: ["estimates"],
  },
  {
    what: "puts those who were not asked into a stratum of others",
    file: "design",
    find: '?? "not asked"',
    replace: '?? "no"',
    tests: ["estimates"],
  },
  {
    what: "takes a stratum of one interview for certain",
    file: "design",
    find: 'singlePsu: "adjust"',
    replace: 'singlePsu: "certainty"',
    tests: ["estimates"],
  },
  {
    what: "makes a table of a profile whose answers nobody asks for",
    file: "estimates",
    find: "if (profiled !== null && !dimensions.includes(profiled)) return [];",
    replace: "",
  },
  {
    what: "does not know a period of all contacts for the whole survey",
    file: "estimates",
    find: "isWhole(interviews, period) ? null : period)) ?? null,",
    replace: "period)) ?? null,",
  },
  {
    what: "puts those who were not asked into the first group",
    file: "group-factors",
    find: "place < 0 ? -1 : (places[place] as number)",
    replace: "places[Math.max(0, place)] as number",
  },
  {
    what: "puts periods that share a month into one table",
    file: "group-factors",
    find: "periodEnd(other) < from || periodStart(other) > to",
    replace: "periodEnd(other) < from || periodStart(other) !== from",
  },
  {
    what: "puts months and quarters into one table",
    file: "group-factors",
    find: "lengthOf(others[0] as string) === lengthOf(period) &&",
    replace: "lengthOf(others[0] as string) > 0 &&",
  },
  {
    what: "takes the share of all interviews for that of a base",
    file: "measure-estimates",
    find: 'return proportion(design, y, { by, domain, level, interval, deffReference: "with-replacement" });',
    replace: 'return proportion(design, y, { by, level, interval, deffReference: "with-replacement" });',
    tests: ["estimates"],
  },
  {
    what: "counts special answers to an item as given",
    file: "measure-estimates",
    find: "if (value === null || special.has(String(value))) continue;",
    replace: "if (value === null) continue;",
    tests: ["estimates"],
  },
  {
    what: "counts interviews without an answer to any item",
    file: "measure-estimates",
    find: "given.map((number) => (number > 0 ? 1 : 0))",
    replace: "given.map(() => 1)",
    tests: ["estimates"],
  },
  {
    what: "takes a sum of several answers for the first of them",
    file: "measure-estimates",
    find: "is: unions[answer] ?? [answer]",
    replace: "is: (unions[answer] ?? [answer]).slice(0, 1)",
    tests: ["estimates"],
  },
  {
    what: "has no covariance between answers of one group",
    file: "measure-estimates",
    find: "(value - estimate)) / weightedN",
    replace: "value) / weightedN",
    tests: ["estimates"],
  },
  {
    what: "has answers of groups apart vary together",
    file: "measure-estimates",
    find: "inside && by.every((factor, f) => factor.codes[row] === codes[f]) ? 1 : 0",
    replace: "inside && by.length === codes.length ? 1 : 0",
    tests: ["estimates"],
  },
  {
    what: "takes an answer that nothing rules out for one that cannot be",
    file: "cannot-be",
    find: "=== false;",
    replace: "!== true;",
  },
  {
    what: "does not know who is asked",
    file: "cannot-be",
    find: "return routing === undefined ? condition :",
    replace: "return routing === undefined || condition ? condition :",
  },
  {
    what: "asks for an answer to every item",
    file: "measure-rows",
    find: "masks.some((mask) => mask[row])",
    replace: "masks.every((mask) => mask[row])",
    tests: ["cannot-be"],
  },
  {
    what: "counts those without a number behind a mean",
    file: "measure-rows",
    find: "!Number.isNaN(column.numbers[row])",
    replace: "column.numbers.length > row",
    tests: ["cannot-be"],
  },
]);

export const interviews = [...ofFiles, ...ofEstimates];
