export { firstProblems } from "./first-problems.js";
export { type Interviews, readInterviews } from "./read-interviews.js";
export { type Margin, readMargin } from "./read-margin.js";
export type { CellValue, InterviewColumn, Place } from "./types.js";
