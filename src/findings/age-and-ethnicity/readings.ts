/** How far a group's weight may lie from its share of the interviews: a relative distance, or a factor either way. */
export const SHARE_READINGS = [
  { code: "interviews", label: "as the interviews", within: 0 },
  { code: "tenth", label: "within 10% of the interviews", within: 0.1 },
  { code: "double", label: "half to double the interviews", factor: 2 },
] as const;

export type ShareReading = (typeof SHARE_READINGS)[number]["code"];

/** The survey does not weight on ethnicity; it does on age, so that weights there can differ more from interviews. */
export const USUAL_SHARES = { ethnicity: "tenth", age: "double" } as const satisfies Record<
  string,
  ShareReading
>;

/** Whether differences that the report does not mention are taken to be not significant. */
export const SILENCE = { off: "no", on: "yes" } as const;

/** Whether "aged 35-54" stands for two groups of the chart, each, or for both as one. */
export const OLDER = { each: "each", together: "together" } as const;

export type OlderReading = keyof typeof OLDER;

/** What a share vector may be under a reading. */
export function shareSet(reading: ShareReading): { within: number } | { factor: number } {
  const {
    label: _label,
    code: _code,
    ...set
  } = SHARE_READINGS.find(({ code }) => code === reading) as (typeof SHARE_READINGS)[number];
  return set;
}

/** The same in words. */
export function sharesInWords(reading: ShareReading): string {
  return `groups weigh ${SHARE_READINGS.find(({ code }) => code === reading)?.label ?? ""}`;
}
