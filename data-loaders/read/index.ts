export {
  type CellValue,
  firstProblems,
  type InterviewColumn,
  type Interviews,
  type Margin,
  type Place,
  readInterviews,
  readMargin,
} from "./interviews/index.js";
export { collectProblems, formatProblem, InputError, type Problem } from "./problem.js";
export {
  type CalendarRow,
  type Comparison,
  type DatedEvent,
  type Fact,
  type Limitation,
  type Measure,
  type OutsideSource,
  type Publication,
  type Raw,
  type Reconciliation,
  type Rule,
  readRaw,
} from "./raw.js";
export { CONTEXT } from "./tables.js";
