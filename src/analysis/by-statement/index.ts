export type { StatementRow } from "./columns.js";
export { statementRows } from "./rows.js";
export { type WorkedEnd, type WorkedOut, workedOut, workOut } from "./work-out.js";
export type { World } from "./world.js";
