export { type LostGroup, worldResults } from "./results.js";
export type { WorldRow, WorldsAgree } from "./rows.js";
