import { ARRANGEMENTS_QUARTERLY } from "../../codebooks/arrangements-quarterly.js";
import { CES_2023_24 } from "../../codebooks/ces-2023-24.js";
import { CMS_2016 } from "../../codebooks/cms-2016.js";
import { OPTIONS_2016 } from "../../codebooks/options-2016.js";
import type { SurveyModel } from "./model.js";
import type { Settings } from "./settings.js";

/** Defaults of the models. */
const USUAL = {
  population: 100_000,
  pairs: { share: 0, correlation: 0 },
  response: { rate: 0.3, difference: 0.05 },
  courtesy: 0,
} as const satisfies Partial<Settings>;

const RATINGS = { yes: [7, 8, 9, 10], no: [1, 2, 3, 4, 5, 6] } as const;

/** Undercoverage of surveys of callers and clients. */
const OF_CALLERS = [
  { id: "language", share: 0.03, difference: 0.05 },
  { id: "permission", share: 0.1, difference: 0.05 },
] as const;

/**
 * Made-up populations in round numbers of our own: plausible levels and differences, so that methods have something
 * to find. They say nothing about parents.
 */
export const CES_MODEL: SurveyModel = {
  codebook: CES_2023_24,
  outcome: {
    measure: "ces.satisfied",
    variable: "satisfaction",
    yes: ["very-satisfied", "fairly-satisfied"],
    no: ["fairly-dissatisfied", "very-dissatisfied"],
    neither: { "dont-know": 0.02 },
  },
  pair: { variable: "parent", answers: ["receiving", "paying"] },
  settings: {
    ...USUAL,
    level: 0.4,
    points: {
      parent: { receiving: 0.08, paying: -0.08 },
      contact: { new: 0.06, change: -0.04 },
      age: { "16-24": 0.1, "25-34": 0.04, "55-plus": -0.06 },
    },
    shares: {
      parent: { receiving: 0.55, paying: 0.45 },
      contact: { new: 0.4, change: 0.6 },
      age: { "16-24": 0.06, "25-34": 0.3, "35-44": 0.4, "45-54": 0.19, "55-plus": 0.05 },
      gender: { female: 0.5, male: 0.48, missing: 0.02 },
      "service-length": {
        "under-6-months": 0.3,
        "6-to-23-months": 0.2,
        "2-to-4-years": 0.25,
        "5-years-plus": 0.25,
      },
    },
    pairs: { share: 0.3, correlation: -0.3 },
    leftOut: [{ id: "no-change-on-record", share: 0.05, difference: 0.05 }],
    response: {
      rate: 0.25,
      byGroup: {
        variable: "age",
        rates: { "16-24": 0.12, "25-34": 0.2, "35-44": 0.25, "45-54": 0.32, "55-plus": 0.4 },
      },
      difference: 0.05,
    },
    sampling: { way: "quota", least: 0.18 },
  },
};

export const CMS_MODEL: SurveyModel = {
  codebook: CMS_2016,
  outcome: {
    measure: "cms16.satisfied",
    variable: "satisfaction",
    ...RATINGS,
    neither: { "dont-know": 0.01, "prefer-not-to-say": 0.01 },
  },
  pair: { variable: "parent", answers: ["receiving", "paying"] },
  settings: {
    ...USUAL,
    level: 0.6,
    points: { parent: { receiving: 0.06, paying: -0.06 }, csa: { past: -0.05, none: 0.05 } },
    shares: {
      parent: { receiving: 0.6, paying: 0.4 },
      csa: { past: 0.4, none: 0.57, "dont-know": 0.03 },
    },
    pairs: { share: 0.2, correlation: -0.3 },
    leftOut: OF_CALLERS,
    sampling: { way: "simple-random" },
  },
};

export const OPTIONS_MODEL: SurveyModel = {
  codebook: OPTIONS_2016,
  outcome: {
    measure: "options16.satisfied",
    variable: "overall",
    ...RATINGS,
    neither: { "dont-know": 0.01, "prefer-not-to-say": 0.01 },
  },
  pair: null,
  settings: {
    ...USUAL,
    level: 0.8,
    points: { care: { main: 0.02, "some-or-none": -0.08 } },
    shares: { care: { main: 0.8, "some-or-none": 0.18, "not-applicable": 0.01, "prefer-not-to-say": 0.01 } },
    leftOut: [...OF_CALLERS, { id: "recent-survey", share: 0.15, difference: 0.05 }],
    courtesy: 0.03,
    sampling: { way: "stratified" },
  },
};

export const ARRANGEMENTS_MODEL: SurveyModel = {
  codebook: ARRANGEMENTS_QUARTERLY,
  outcome: {
    measure: "arr19.quarterly.family-based",
    variable: "arrangement",
    yes: ["family-based"],
    no: ["cms", "other", "none"],
    neither: {},
  },
  pair: null,
  settings: {
    ...USUAL,
    level: 0.25,
    points: { csa: { past: -0.08, none: 0.04 }, call: { inbound: 0.03, outbound: -0.06 } },
    shares: { csa: { past: 0.3, none: 0.7 }, call: { inbound: 0.75, outbound: 0.25 } },
    leftOut: [...OF_CALLERS, { id: "no-telephone", share: 0.1, difference: 0.05 }],
    sampling: { way: "stratified" },
  },
};
