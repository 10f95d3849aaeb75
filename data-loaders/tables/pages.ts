import { withConflicts } from "../../src/analysis/stopped-by-conflict.js";
import { ageAndEthnicityTables } from "../../src/findings/age-and-ethnicity/tables.js";
import { caseClosureTables } from "../../src/findings/case-closure/tables.js";
import { feeImpactTables } from "../../src/findings/fee-impact/tables.js";
import { parentsAndContactTables } from "../../src/findings/parents-and-contact/tables.js";
import {
  answersRows,
  labResults,
  leftOutRows,
  nonResponseRows,
} from "../../src/methods/simulated-interviews/labs/index.js";
import {
  ANSWERS_LAB,
  LEFT_OUT_LAB,
  NON_RESPONSE_LAB,
  WORLDS,
} from "../../src/methods/simulated-interviews/schema.js";
import { worldResults } from "../../src/methods/simulated-interviews/world-results.js";
import { weightResults } from "../../src/methods/weights/results.js";
import { MOVED, SPREAD } from "../../src/methods/weights/schema.js";
import { datasetOf } from "../../src/model/table.js";
import { WORLD_SEEDS, worldExample } from "../made-up/compatible/world-example.js";
import { weightExample } from "../made-up/repeated/weight-example.js";
import type { PageMaker } from "./page.js";

/** The tables and results of the findings, one entry a finding. */
export const FINDINGS: readonly PageMaker[] = [
  ({ values, bases, locate }) => parentsAndContactTables(values, bases, locate),
  ({ values, events, locate }) => caseClosureTables(values, events, locate),
  ({ raw, values, events, locate }) => feeImpactTables(values, events, raw.claims, locate),
  ({ values, locate }) => ageAndEthnicityTables(values, locate),
];

/** The same of the methods that these surveys are the example of. */
export const METHODS: readonly PageMaker[] = [
  () => ({
    tables: [
      datasetOf(NON_RESPONSE_LAB, nonResponseRows),
      datasetOf(LEFT_OUT_LAB, leftOutRows),
      datasetOf(ANSWERS_LAB, answersRows),
    ],
    results: labResults(),
  }),
  () => {
    const { moved, spread } = weightExample();
    return {
      tables: [datasetOf(MOVED, () => moved), datasetOf(SPREAD, () => spread)],
      results: weightResults(moved, spread),
    };
  },
  ({ raw, locate }) => {
    const { rows, groups, agree, disagreement } = worldExample(raw);
    const noWorld = locate(disagreement);
    return {
      tables: [datasetOf(WORLDS, () => rows, noWorld)],
      results: withConflicts(worldResults(rows, WORLD_SEEDS, groups, agree), [
        [noWorld, ({ nothingFits }) => nothingFits === true],
      ]),
    };
  },
];
