import type { Problem } from "../problem.js";
import type { Tables } from "../tables.js";
import { checkClaims } from "./claims.js";
import {
  checkIds,
  checkLocators,
  checkPublications,
  checkReferences,
  checkSentences,
  checkSources,
} from "./references.js";
import { checkComparisons, checkRanges, checkReconciliations, checkStatuses } from "./values.js";

/** Consistency checks between cells, rows and files. Rows with a malformed cell are skipped: that error comes first. */
export const CHECKS: readonly ((tables: Tables, folders: readonly string[]) => Problem[])[] = [
  checkClaims,
  checkComparisons,
  checkIds,
  checkLocators,
  checkPublications,
  checkRanges,
  checkReconciliations,
  checkReferences,
  checkSentences,
  checkSources,
  checkStatuses,
];
