import type { Result } from "../../model/result.js";
import { cellResults } from "./cell-results.js";
import { driverResults } from "./driver-results.js";
import type { Facts } from "./facts.js";
import { gapResults } from "./gap-results.js";
import { mixResults } from "./mix-results.js";
import { shareResults } from "./share-results.js";

/** Every number that the page on parents and contact type works out, by name. */
export function parentsAndContactResults(facts: Facts): Result[] {
  return [
    ...gapResults(facts),
    ...mixResults(facts),
    ...shareResults(facts),
    ...cellResults(facts),
    ...driverResults(facts),
  ];
}
