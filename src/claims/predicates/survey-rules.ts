import type { Sum } from "../numbers.js";
import type { SurveyRules } from "../survey-rules.js";

const health = (code: string) => `ces-2023-24.health-profile.health-${code}`;

/** The rules of the surveys whose claims are judged. */
export const SURVEY_RULES: readonly SurveyRules[] = [
  {
    publication: "ces-2023-24",
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
    // Shares of everyone by health condition; and answers that allow others besides them.
    sums: [
      { total: health("any"), parts: ["physical", "mental", "both"].map(health), atMost: false },
      { total: null, parts: ["any", "none", "prefer-not-to-say"].map(health), atMost: false },
      { total: null, parts: ["ces-2023-24.satisfied", "ces-2023-24.dissatisfied"], atMost: true },
      ...["", ".parent-receiving", ".parent-paying"].map(
        (end): Sum => ({
          total: null,
          parts: [`ces-2023-24.online-unaided${end}`, `ces-2023-24.online-helped${end}`],
          atMost: true,
        }),
      ),
    ],
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
