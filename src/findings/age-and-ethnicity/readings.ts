import { INTERVIEW, type InterviewWorth } from "../../analysis/interview-worth.js";
import { chosenCode, chosenOption, defineControl, type OptionCode } from "../../model/control.js";
import type { Options } from "../../model/variants.js";

/** How far a group's weight can be from its share of the interviews: a relative distance, or a factor either way. */
export const SHARE_READINGS = [
  { code: "interviews", label: "as the interviews", set: { within: 0 } },
  { code: "tenth", label: "within 10% of the interviews", set: { within: 0.1 } },
  { code: "double", label: "half to double the interviews", set: { factor: 2 } },
] as const;

export type ShareReading = (typeof SHARE_READINGS)[number]["code"];

/** The share statements of a problem under a reading. */
export function weightsOf(reading: ShareReading) {
  const { set, label } = SHARE_READINGS.find(
    ({ code }) => code === reading,
  ) as (typeof SHARE_READINGS)[number];
  return { ...set, name: `groups weigh ${label}` };
}

/** Whether differences that the report does not mention are assumed not significant. */
export const SILENCE = defineControl({
  name: "silence",
  type: "tick",
  legend: "Treat differences that the report does not mention as not significant",
  options: [
    { code: "no", label: "no statement" },
    { code: "yes", label: "not significant" },
  ],
  default: "no",
});

/** Whether "aged 35-54", compared with ages 25 to 34, is both groups of the chart separately or as one. */
export const OLDER = defineControl({
  name: "older",
  type: "choice",
  legend: "“Aged 35-54” means",
  options: [
    { code: "each", label: "each group by itself" },
    { code: "together", label: "both as one" },
  ],
  default: "each",
});

export type Silence = OptionCode<typeof SILENCE>;
export type OlderReading = OptionCode<typeof OLDER>;

/** How the words of a chart are read: design effect, weights, and the meaning of silence about a pair. */
export interface Reading {
  readonly deff: number;
  readonly shares: ShareReading;
  readonly silence: boolean;
}

export interface AgeReading extends Reading {
  readonly older: OlderReading;
}

export type Chart = "ethnicity" | "age";

/** The survey weights on age but not on ethnicity, so that weights by age can differ more from interviews. */
export const USUAL_SHARES = { ethnicity: "tenth", age: "double" } as const satisfies Record<
  Chart,
  ShareReading
>;

/** The reading for the reader's options; the page's defaults without any. */
export function readingOf(chart: Chart, chosen: Options = {}): AgeReading {
  return {
    deff: chosenOption(INTERVIEW, chosen).deff,
    shares: USUAL_SHARES[chart],
    silence: chosenCode(SILENCE, chosen) === "yes",
    older: chosenCode(OLDER, chosen),
  };
}

/** One option of each control that rows depend on. */
interface Setting {
  readonly interview: InterviewWorth;
  readonly silence: Silence;
  readonly older?: OlderReading;
}

/** The rows for the chosen options. */
export function chosenRows<Row extends Setting>(rows: readonly Row[], state: Options): Row[] {
  return rows.filter(
    ({ interview, silence, older }) =>
      interview === chosenCode(INTERVIEW, state) &&
      silence === chosenCode(SILENCE, state) &&
      (older === undefined || older === chosenCode(OLDER, state)),
  );
}
