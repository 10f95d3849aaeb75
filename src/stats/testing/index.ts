export { differenceTest } from "./difference-test.js";
export {
  benjaminiHochberg,
  benjaminiHochbergRejections,
  holm,
  holmRejections,
} from "./multiple-comparisons.js";
export { raoScottTest } from "./rao-scott.js";
export type { TestResult } from "./test-result.js";
export { waldIndependenceTest } from "./wald-independence.js";
