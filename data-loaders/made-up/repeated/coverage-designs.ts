import type { CoverageDesign } from "./coverage.js";
import { type SurveyModel, withSettings } from "./model.js";
import { ARRANGEMENTS_MODEL, CES_MODEL, CMS_MODEL, OPTIONS_MODEL } from "./models.js";
import type { Settings } from "./settings.js";

/** Nobody is left out, everyone answers, nobody is polite. */
const EVERYONE_ANSWERS: Partial<Settings> = {
  leftOut: [],
  response: { rate: 1, difference: 0 },
  courtesy: 0,
};

/** A survey without strata and without weights. */
const asSimple = (model: SurveyModel): SurveyModel => ({
  ...model,
  codebook: { ...model.codebook, weighting: [], sampling: { ...model.codebook.sampling, strata: [] } },
});

const simple = withSettings(asSimple(CES_MODEL), {
  ...EVERYONE_ANSWERS,
  sampling: { way: "simple-random" },
});

/** Response differs by group, but within a group not by opinion: weights correct for it. */
const byGroup = (variable: string, rates: Readonly<Record<string, number>>): Partial<Settings> => ({
  ...EVERYONE_ANSWERS,
  response: { rate: 0.5, byGroup: { variable, rates }, difference: 0 },
});

const AGES = { "16-24": 0.2, "25-34": 0.3, "35-44": 0.45, "45-54": 0.6, "55-plus": 0.7 };

export const COVERAGE_DESIGNS: readonly CoverageDesign[] = [
  {
    id: "simple-random",
    label: "Simple random sample, no weights",
    promised: true,
    model: simple,
    interviews: 1000,
    interval: "logit",
  },
  {
    id: "stratified",
    label: "Stratified by month, no weights",
    promised: true,
    model: withSettings(OPTIONS_MODEL, { ...EVERYONE_ANSWERS, sampling: { way: "stratified" } }),
    interviews: 1500,
    interval: "logit",
  },
  {
    id: "post-stratified",
    label: "Post-stratified by month, customer type and call; customer types answer unequally",
    promised: true,
    model: withSettings(ARRANGEMENTS_MODEL, {
      ...byGroup("csa", { past: 0.2, none: 0.6 }),
      sampling: { way: "simple-random" },
    }),
    interviews: 2000,
    interval: "logit",
    collapse: { along: "month", fewest: 20 },
  },
  {
    id: "raked",
    label: "Raked to age, gender, length of service use and contact reason; ages answer unequally",
    promised: true,
    model: withSettings(CES_MODEL, { ...byGroup("age", AGES), sampling: { way: "stratified" } }),
    interviews: 2280,
    interval: "logit",
  },
  {
    id: "clients",
    label: "Post-stratified by quarter and parent",
    promised: true,
    model: withSettings(CMS_MODEL, {
      ...byGroup("parent", { receiving: 0.5, paying: 0.25 }),
      sampling: { way: "stratified" },
    }),
    interviews: 2000,
    interval: "logit",
  },
  {
    id: "quota",
    label: "Quotas by parent and contact, raked; who refuses thinks alike",
    promised: false,
    model: withSettings(CES_MODEL, { ...byGroup("age", AGES), sampling: { way: "quota", least: 0.24 } }),
    interviews: 2280,
    interval: "logit",
  },
  {
    id: "refusals",
    label: "The same quotas, and who refuses is less satisfied",
    promised: false,
    model: withSettings(CES_MODEL, {
      leftOut: [],
      response: { rate: 0.25, difference: 0.05 },
      sampling: { way: "quota", least: 0.24 },
    }),
    interviews: 2280,
    interval: "logit",
  },
  {
    id: "small",
    label: "Simple random sample of a few, rarely yes",
    promised: false,
    model: withSettings(simple, { level: 0.05, points: {} }),
    interviews: 30,
    interval: "logit",
  },
  {
    id: "small-cautious",
    label: "The same with the interval of Korn and Graubard",
    promised: false,
    model: withSettings(simple, { level: 0.05, points: {} }),
    interviews: 30,
    interval: "beta",
  },
];
