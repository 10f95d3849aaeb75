/** The comparisons that a publication could have made where it makes some, by family. */
export interface Family {
  readonly label: string;
  /** All pairs of the section's groups, or all questions that are compared. */
  readonly comparisons: number;
}

/** What a correction for many comparisons counts a claim among, unless the reader says otherwise. */
export const FAMILIES: Readonly<Record<string, Family>> = {
  "ces-2023-24.parents": {
    label: "results by parent: 15 driver questions, satisfaction, internet, online",
    comparisons: 18,
  },
  "ces-2023-24.age": { label: "pairs of the five age groups", comparisons: 10 },
  "ces-2023-24.gender": { label: "women and men", comparisons: 1 },
  "ces-2023-24.ethnicity": { label: "pairs of the five ethnic groups", comparisons: 10 },
  "ces-2023-24.health": { label: "pairs of the five health groups", comparisons: 10 },
  "ces-2023-24.contact": { label: "new customers and changes", comparisons: 1 },
  "cms-2016.service": { label: "client service against satisfaction", comparisons: 1 },
};

/** The number of comparisons that a claim's family has, or null where it is in none. */
export function comparisonsOf({ family }: { readonly family: string | null }): number | null {
  return family === null ? null : (FAMILIES[family]?.comparisons ?? null);
}
