export { type ClickHouseTable, cubesFromClickHouse } from "./clickhouse.js";
export { ClickHouseError } from "./clickhouse-server.js";
export type { Cubed } from "./cubed.js";
export { cubesOfSums, type SumRow } from "./cubes-of-sums.js";
export { cubesFromFile, type FileOptions } from "./duckdb.js";
export { type CubePlan, type PlanOptions, planCubes } from "./plan.js";
