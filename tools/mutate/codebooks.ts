import { mutationsIn } from "./mutation.js";

const CHECK = ["check-codebook"];

export const codebooks = mutationsIn("data-loaders/codebooks", "tests/unit/data-loaders/codebooks", [
  {
    what: "takes an assumption without a reason",
    file: "check-codebook",
    find: 'basis.assumed.trim() === ""',
    replace: "basis.assumed === null",
  },
  {
    what: "takes the name of a publication for a place in it",
    file: "check-codebook",
    find: "basis.locator.length > start.length && ",
    replace: "",
  },
  {
    what: "sees an id that is given twice only side by side",
    file: "codebook-problem",
    find: "    seen.add(id);\n",
    replace: "    seen.clear();\n    seen.add(id);\n",
    tests: CHECK,
  },
  {
    what: "does not let a condition name the highest number",
    file: "check-conditions",
    find: "number >= lowest && number <= highest;",
    replace: "number >= lowest && number < highest;",
    tests: CHECK,
  },
  {
    what: "takes a month after the last for an answer",
    file: "check-conditions",
    find: "fits(code) && code >= variable.from && code <= variable.to",
    replace: "fits(code) && code >= variable.from",
    tests: CHECK,
  },
  {
    what: "sees no circle through several questions",
    file: "check-routing",
    find: "if (rest !== undefined) return [id, ...rest];",
    replace: "if (rest === null) return [id];",
    tests: CHECK,
  },
  {
    what: "lets a question depend on a later one",
    file: "check-routing",
    find: "if ((order.get(before) ?? -1) >= i)",
    replace: "if ((order.get(before) ?? -1) < 0)",
    tests: CHECK,
  },
  {
    what: "pools two scales",
    file: "check-measures",
    find: "if (scales.size > 1)",
    replace: "if (scales.size > 2)",
    tests: CHECK,
  },
  {
    what: "counts answers outside a base",
    file: "check-measures",
    find: ".filter((code) => !base.is.includes(code))",
    replace: ".filter((code) => base.is.length === 0 && !base.is.includes(code))",
    tests: CHECK,
  },
  {
    what: "leaves an answer out of a dimension",
    file: "check-design",
    find: "special === undefined && !covered.has(code)",
    replace: "special !== undefined && !covered.has(code)",
    tests: CHECK,
  },
  {
    what: "lets days of interviews go on after the fieldwork",
    file: "check-design",
    find: "      variable.from === fieldwork.from &&\n      variable.to === fieldwork.to,",
    replace: "      variable.from === fieldwork.from,",
    tests: CHECK,
  },
  {
    what: "takes a scale of one number",
    file: "check-variables",
    find: "lowest < highest",
    replace: "lowest <= highest",
    tests: CHECK,
  },
]);
