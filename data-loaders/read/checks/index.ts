import type { Problem } from "../problem.js";
import type { Tables } from "../tables.js";
import { checkClaims } from "./claims.js";
import { checkComparisons } from "./comparisons.js";
import { checkIds } from "./ids.js";
import { checkLocators } from "./locators.js";
import { checkPublications } from "./publications.js";
import { checkRanges } from "./ranges.js";
import { checkReconciliations } from "./reconciliations.js";
import { checkReferences } from "./references.js";
import { checkSentences } from "./sentences.js";
import { checkSources } from "./sources.js";
import { checkStatuses } from "./statuses.js";

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
