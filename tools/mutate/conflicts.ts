import type { Mutation } from "./mutation.js";

const BUILT = ["tests/unit/data-loaders/tables/conflicts.test.ts"];

/** Faults in how conflicting numbers are found, shown and told. */
export const conflicts: readonly Mutation[] = [
  {
    what: "exits 0 though a result moved",
    file: "tools/audit/exit-code.ts",
    find: " && lock.differences.length === 0",
    replace: "",
    tests: ["tests/unit/tools/audit-exit-code.test.ts"],
  },
  {
    what: "exits 0 though the raw files are not those of the lock",
    file: "tools/audit/exit-code.ts",
    find: " && lock.belongs",
    replace: "",
    tests: ["tests/unit/tools/audit-exit-code.test.ts"],
  },
  {
    what: "exits 0 though numbers conflict",
    file: "tools/audit/exit-code.ts",
    find: " && conflicts === 0",
    replace: "",
    tests: ["tests/unit/tools/audit-exit-code.test.ts"],
  },
  {
    what: "takes a larger conflict for the smallest",
    file: "src/bounds/conflict.ts",
    find: "for (let size = 0; ; size++) {",
    replace: "for (let size = collections.length; ; size++) {",
    tests: ["tests/unit/bounds/conflict.test.ts"],
  },
  {
    what: "leaves out of a conflict the figure of both groups",
    file: "src/analysis/disagreement.ts",
    find: "numbersAsStatements([both.id, a.id, b.id])",
    replace: "numbersAsStatements([a.id, b.id])",
    tests: BUILT,
  },
  {
    what: "names figures of a conflict that it does not need",
    file: "src/analysis/disagreement.ts",
    find: "kept.has(i) ? figure : { ...figure, low: 0, high: most }",
    replace: "kept.size < 0 ? figure : figure",
    tests: BUILT,
  },
  {
    what: "writes a blank result as if it had a number",
    file: "src/model/result.ts",
    find: "if (result.conflict !== undefined) return CONFLICT_MARK;",
    replace: "",
    tests: ["tests/unit/components/conflict.test.ts"],
  },
  {
    what: "keeps results of the fee that conflicting quarters stop",
    file: "src/findings/fee-impact/tables.ts",
    find: "!WITHOUT_RANGES.test(id)",
    replace: "WITHOUT_RANGES.test(id)",
    tests: BUILT,
  },
  {
    what: "points to another column than that of the number",
    file: "data-loaders/read/value.ts",
    find: "columns.printed === null && columns.words !== null",
    replace: "columns.printed !== null",
    tests: ["tests/unit/data-loaders/read/raw.test.ts"],
  },
];
