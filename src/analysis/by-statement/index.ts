export { type StatementRow, statementRows } from "./rows.js";
export { type WorkedEnd, type WorkedOut, workedOut, workOut } from "./work-out.js";
export type { World } from "./world.js";
