import { mutationsIn } from "./mutation.js";

const LABS = ["labs"];

export const labs = mutationsIn("src/analysis/labs", "tests/unit/analysis/labs", [
  {
    what: "takes those who are left out for everyone",
    file: "leave-out",
    find: "kept: truth + share * difference,",
    replace: "kept: truth + difference,",
    tests: LABS,
  },
  {
    what: "turns fewer answers than the points ask for",
    file: "leave-out",
    find: "points / (1 - truth)",
    replace: "points",
    tests: LABS,
  },
  {
    what: "takes those who answer for those who refuse",
    file: "expected-error",
    find: "((100 - knob) * difference) / 100",
    replace: "(knob * difference) / 100",
    tests: LABS,
  },
  {
    what: "has a small group of a thousand",
    file: "limitations",
    find: "? knob : INTERVIEWS;",
    replace: "? INTERVIEWS : INTERVIEWS;",
    tests: LABS,
  },
  {
    what: "gives an unweighted group its part of everyone",
    file: "draw-survey",
    find: "random() < part ? others - difference",
    replace: "random() < GROUP_SHARE / 100 ? others - difference",
    tests: LABS,
  },
  {
    what: "interviews those who are left out",
    file: "draw-survey",
    find: "if (group >= knob) return thinks;",
    replace: "if (group >= 0) return thinks;",
    tests: LABS,
  },
  {
    what: "has an interviewer for each interview",
    file: "draw-survey",
    find: "left = knob;",
    replace: "left = 1;",
    tests: LABS,
  },
  {
    what: "takes one made-up survey for the mean of all",
    file: "rows",
    find: "errors.reduce((sum, error) => sum + error, 0) / SURVEYS",
    replace: "Math.max(...errors)",
    tests: LABS,
  },
  {
    what: "calls a drawn number worked out",
    file: "results",
    find: "kind: row.kind,",
    replace: 'kind: row.kind && "calculated",',
    tests: LABS,
  },
]);
