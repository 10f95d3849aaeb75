import type { DeclaredSum, SurveyRules } from "../survey-rules.js";

const CES = "ces-2023-24";

const SUMS: readonly DeclaredSum[] = [
  {
    id: `${CES}.rounding-sum.health-any`,
    whole: `${CES}.health-profile.health-any`,
    parts: ["physical", "mental", "both"].map((code) => `${CES}.health-profile.health-${code}`),
    relation: "equal",
    says: "any condition is physical only, mental only or both; the text puts the difference down to rounding",
  },
  {
    id: `${CES}.rounding-sum.health-profile`,
    whole: 100,
    parts: ["any", "none", "prefer-not-to-say"].map((code) => `${CES}.health-profile.health-${code}`),
    relation: "equal",
    says: "the note of Figure 14 says that its groups miss 100 only through rounding",
  },
  {
    id: `${CES}.rounding-sum.satisfied`,
    whole: 100,
    parts: [`${CES}.satisfied`, `${CES}.dissatisfied`],
    relation: "equal",
    forClaims: "at most",
    says: "they are the two parts of one chart, and the text says that a chart misses 100 only through rounding",
  },
  {
    id: `${CES}.rounding-sum.online`,
    whole: 100,
    parts: [`${CES}.online-unaided`, `${CES}.online-helped`],
    relation: "at most",
    says: "both are answers to one question: the text calls the second a further share",
  },
  ...["receiving", "paying"].map(
    (parent): DeclaredSum => ({
      id: `${CES}.rounding-sum.online.parent-${parent}`,
      whole: 100,
      parts: [`${CES}.online-unaided.parent-${parent}`, `${CES}.online-helped.parent-${parent}`],
      relation: "at most",
      says: "both are answers to one question",
    }),
  ),
  {
    id: `${CES}.rounding-sum.online-of-internet`,
    whole: `${CES}.internet-access`,
    parts: [`${CES}.online-unaided`, `${CES}.online-helped`],
    relation: "at most",
    says: "",
    open: "the text does not say that only people with internet access could use services online",
  },
];

/** The rules of the surveys whose claims are judged. */
export const SURVEY_RULES: readonly SurveyRules[] = [
  {
    publication: CES,
    families: {
      "ces-2023-24.parents": {
        label: "results by parent: 15 driver questions, satisfaction, internet, online",
        comparisons: 18,
      },
      "ces-2023-24.age": { label: "pairs of the five age groups", comparisons: 10 },
      "ces-2023-24.gender": { label: "women and men", comparisons: 1 },
      "ces-2023-24.ethnicity": { label: "pairs of the five ethnic groups", comparisons: 10 },
      "ces-2023-24.health": { label: "pairs of the five health groups", comparisons: 10 },
      "ces-2023-24.contact": { label: "new customers and changes", comparisons: 1 },
    },
    weightedOn: ["age", "gender", "contact"],
    sums: SUMS,
  },
  {
    publication: "cms-2016",
    families: {
      "cms-2016.service": { label: "client service against satisfaction", comparisons: 1 },
    },
    weightedOn: [],
    sums: [],
  },
];
