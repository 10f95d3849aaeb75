import {
  countResult,
  estimateResult,
  exactResult,
  numberResult,
  POINTS,
  type Result,
  TENTHS_OF_POINTS,
  WHOLE,
} from "../../../model/result.js";
import { wilsonInterval } from "../../../stats/published/wilson.js";
import type { LabRow } from "../schema.js";
import { ARRANGEMENTS_EXCLUSIONS, type Exclusion, OPTIONS_EXCLUSIONS } from "./exclusions.js";
import { interviewerDesignEffect } from "./expected-error.js";
import {
  EXCLUDED_EACH,
  GROUP_SHARE,
  INTERVIEWS,
  LIMITATIONS,
  type LimitationId,
  NON_RESPONSE,
  SHOWN,
  TRUTH,
} from "./limitations.js";
import { limitationRows, nonResponseRows, SURVEYS } from "./rows.js";

/** All results of the labs. */
export function labResults(): Result[] {
  return [
    ...settings(),
    ...nonResponse(),
    ...limitations(),
    ...severalGroups(),
    ...interviewers(),
    ...smallGroup(),
  ];
}

/** A parameter of the made-up surveys, or a number derived from them. */
function chosen(
  id: string,
  label: string,
  value: number,
  unit: string,
  {
    kind = "simulated",
    madeBy = "analysis.labs",
    because = "chosen for the made-up survey",
  }: Partial<Result> = {},
): Result {
  return numberResult({ id: `lab.${id}`, label, kind, value, unit, inputs: [], madeBy, because });
}

/** A count of rows, or of surveys. */
function counted(id: string, label: string, value: number, because: string): Result {
  return countResult({
    id: `lab.${id}`,
    label,
    value,
    because,
    inputs: [],
    madeBy: "analysis.limitationRows",
  });
}

function settings(): Result[] {
  return [
    chosen("truth", "True satisfaction of the made-up population", TRUTH, "percent"),
    chosen("interviews", "Interviews of a made-up survey", INTERVIEWS, "interviews"),
    chosen("rate", "Part that answers in the lab of refusals", SHOWN.rate, "percent"),
    chosen("part", "Part that the limitation of the lab concerns", SHOWN.part, "percent"),
    chosen("difference", "Points by which those concerned are less satisfied", SHOWN.difference, "points"),
    chosen("group-share", "Part of everyone who is in the unweighted group", GROUP_SHARE, "percent"),
    counted(
      "limitations",
      "Limitations beside refusals that the labs show",
      LIMITATIONS.length,
      "rows of the list of limitations",
    ),
    counted("surveys", "Made-up surveys behind each mean of a lab", SURVEYS, "chosen for the labs"),
  ];
}

function rowOf(
  rows: readonly LabRow[],
  kind: LabRow["kind"],
  limitation: LimitationId,
  knob: number,
): LabRow {
  const row = rows.find(
    (one) =>
      one.kind === kind &&
      one.limitation === limitation &&
      one.knob === knob &&
      one.difference === SHOWN.difference,
  );
  if (row === undefined) throw new RangeError(`no row of ${limitation} at ${knob}`);
  return row;
}

/** The error of a result: expected, or the mean of made-up surveys with minimum and maximum. */
function error(id: string, label: string, { kind, error: value, low, high }: LabRow): Result {
  const isMean = kind === "simulated";
  return estimateResult({
    id: `lab.${id}`,
    label,
    kind,
    estimate: isMean ? { value, low, high } : { value, low: value, high: value },
    unit: "points",
    inputs: [],
    madeBy: isMean ? "analysis.drawSurvey" : "analysis.expectedError",
    because: isMean
      ? "mean of made-up surveys, with the lowest and the highest"
      : "the part concerned times the difference",
    format: { ...(Number.isInteger(value) ? POINTS : TENTHS_OF_POINTS), rounding: "nearest" },
  });
}

function nonResponse(): Result[] {
  const at = (kind: LabRow["kind"], rate: number) => rowOf(nonResponseRows(), kind, NON_RESPONSE.id, rate);
  const { values } = NON_RESPONSE.knob;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return [
    chosen("rate.least", "Least part that answers in the lab of refusals", least, "percent"),
    chosen("rate.most", "Greatest part that answers in the lab of refusals", most, "percent"),
    error("refusals.error", "Points too high because of refusals", at("calculated", SHOWN.rate)),
    error("refusals.drawn", "The same over made-up surveys", at("simulated", SHOWN.rate)),
    error("refusals.error.least-rate", "Points too high where fewest answer", at("calculated", least)),
    error("refusals.error.most-rate", "Points too high where most answer", at("calculated", most)),
  ];
}

const expected = (limitation: LimitationId, knob: number) =>
  rowOf(limitationRows(), "calculated", limitation, knob);

function limitations(): Result[] {
  const { part } = SHOWN;
  const confusion = expected("confusion", part);
  return [
    error(
      "six-months.error",
      "Points too high where some are left out for six months",
      expected("six-months", part),
    ),
    error("agents.error", "Points too high where agents hold all interviews", expected("agents", 100)),
    error("telephone.error", "Points too high where some are only online", expected("telephone", part)),
    error("confusion.error", "Points too low where some answer about the other service", {
      ...confusion,
      error: -confusion.error,
    }),
    error(
      "unweighted.error",
      "Points too high where a group has too few interviews and no weights",
      expected("unweighted", 5),
    ),
    chosen("unweighted.part", "Part of interviews that the unweighted group has", 5, "percent"),
  ];
}

/** Several excluded groups: how many, their total share, and the resulting error. */
function severalGroups(): Result[] {
  const of = (id: LimitationId, survey: string, { length }: readonly Exclusion[]) => [
    counted(
      `${id}.groups`,
      `Groups that are left out of ${survey}`,
      length,
      "groups that the methodology paper names",
    ),
    error(`${id}.error`, `Points too high where all groups are left out of ${survey}`, expected(id, length)),
  ];
  return [
    chosen(
      "excluded-each",
      "Part of everyone that each of several excluded groups is",
      EXCLUDED_EACH,
      "percent",
    ),
    ...of("options-exclusions", "the Options survey", OPTIONS_EXCLUSIONS),
    ...of("arrangements-exclusions", "the arrangements surveys", ARRANGEMENTS_EXCLUSIONS),
  ];
}

/** Interviewer effects: how much wider intervals would have to be, and the coverage as they are. */
function interviewers(): Result[] {
  const { covered } = rowOf(limitationRows(), "simulated", "interviewers", SHOWN.each);
  const deff = interviewerDesignEffect(SHOWN.each, SHOWN.difference);
  const of = (id: string, label: string, value: number) =>
    exactResult({
      id: `lab.interviewers.${id}`,
      label,
      value,
      unit: "times",
      inputs: [],
      madeBy: "analysis.interviewerDesignEffect",
      because: "one and what each further interview of the same interviewer adds",
      format: { ...WHOLE, decimals: 1 },
    });
  return [
    chosen("interviewers.each", "Interviews of each interviewer", SHOWN.each, "interviews"),
    of("deff", "Design effect of interviewers who differ", deff),
    of("wider", "Times as wide that intervals would have to be", Math.sqrt(deff)),
    chosen("interviewers.held", "Made-up surveys whose interval holds the truth", covered ?? 0, "percent", {
      madeBy: "analysis.drawSurvey",
      because: "counted over made-up surveys",
    }),
  ];
}

/** Half the width of a small group's interval, at the true value: uncertainty without bias. */
function smallGroup(): Result[] {
  const sizes = LIMITATIONS.find(({ id }) => id === "small-group")?.knob.values ?? [];
  const of = (name: "few" | "many", n: number) => {
    const { low, high } = wilsonInterval((TRUTH - SHOWN.difference) / 100, n, { deff: 1 });
    return [
      chosen(`small-group.${name}`, `Interviews of a group with ${name}`, n, "interviews"),
      chosen(
        `small-group.${name}.half`,
        `Half the interval of a group with ${name} interviews`,
        50 * (high - low),
        "points",
        {
          kind: "calculated",
          madeBy: "stats.wilsonInterval",
          because: "Wilson's interval at the true share",
        },
      ),
    ];
  };
  return [...of("few", Math.min(...sizes)), ...of("many", Math.max(...sizes))];
}
