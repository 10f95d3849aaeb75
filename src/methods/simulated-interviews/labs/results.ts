import { countResult, type Format, type Result } from "../../../model/result.js";
import { wilsonInterval } from "../../../stats/published/wilson.js";
import { ARRANGEMENTS_EXCLUSIONS, OPTIONS_EXCLUSIONS } from "./exclusions.js";
import { interviewerDesignEffect } from "./expected-error.js";
import { EXCLUDED_EACH, GROUP_SHARE, INTERVIEWS, LIMITATIONS, NON_RESPONSE, TRUTH } from "./limitations.js";
import { type LabRow, limitationRows, nonResponseRows, SURVEYS } from "./rows.js";

/** What the labs show first, and what their pages say. */
export const SHOWN = { rate: 20, part: 20, difference: 10, draw: 1, each: 50 } as const;

const PERCENT: Format = { style: "percent", decimals: 0 };
const POINTS: Format = { style: "points", decimals: 0 };
const WHOLE: Format = { style: "plain", decimals: 0 };

/** Every number that pages cite of the labs, by name. */
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

function chosen(id: string, label: string, value: number, unit: string, format: Format): Result {
  return {
    id: `lab.${id}`,
    label,
    kind: "simulated",
    value,
    low: null,
    high: null,
    unit,
    base: null,
    inputs: [],
    madeBy: "analysis.labs",
    because: "chosen for the made-up survey",
    format,
  };
}

function settings(): Result[] {
  return [
    chosen("truth", "True satisfaction of the made-up population", TRUTH, "percent", PERCENT),
    chosen("interviews", "Interviews of a made-up survey", INTERVIEWS, "interviews", WHOLE),
    chosen("rate", "Part that answers in the lab of refusals", SHOWN.rate, "percent", PERCENT),
    chosen("part", "Part that the limitation of the lab concerns", SHOWN.part, "percent", PERCENT),
    chosen(
      "difference",
      "Points by which those concerned are less satisfied",
      SHOWN.difference,
      "points",
      POINTS,
    ),
    chosen("group-share", "Part of everyone who is in the unweighted group", GROUP_SHARE, "percent", PERCENT),
    countResult({
      id: "lab.limitations",
      label: "Limitations beside refusals that the labs show",
      value: LIMITATIONS.length,
      because: "rows of the list of limitations",
      inputs: [],
      madeBy: "analysis.limitationRows",
    }),
    countResult({
      id: "lab.surveys",
      label: "Made-up surveys behind each mean of a lab",
      value: SURVEYS,
      because: "chosen for the labs",
      inputs: [],
      madeBy: "analysis.limitationRows",
    }),
  ];
}

function rowOf(rows: readonly LabRow[], kind: LabRow["kind"], limitation: string, knob: number): LabRow {
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

function error(id: string, label: string, row: LabRow): Result {
  const isMean = row.kind === "simulated";
  return {
    id: `lab.${id}`,
    label,
    kind: row.kind,
    value: row.error,
    low: isMean ? row.low : row.error,
    high: isMean ? row.high : row.error,
    unit: "points",
    base: null,
    inputs: [],
    madeBy: isMean ? "analysis.drawSurvey" : "analysis.expectedError",
    because: isMean
      ? "mean of made-up surveys, with the lowest and the highest"
      : "the part concerned times the difference",
    format: { style: "points", decimals: Number.isInteger(row.error) ? 0 : 1, rounding: "nearest" },
  };
}

function nonResponse(): Result[] {
  const rows = nonResponseRows();
  const id = NON_RESPONSE.id;
  const { values } = NON_RESPONSE.knob;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return [
    chosen("rate.least", "Least part that answers in the lab of refusals", least, "percent", PERCENT),
    chosen("rate.most", "Greatest part that answers in the lab of refusals", most, "percent", PERCENT),
    error("refusals.error", "Points too high because of refusals", rowOf(rows, "calculated", id, SHOWN.rate)),
    error("refusals.drawn", "The same over made-up surveys", rowOf(rows, "simulated", id, SHOWN.rate)),
    error(
      "refusals.error.least-rate",
      "Points too high where fewest answer",
      rowOf(rows, "calculated", id, least),
    ),
    error(
      "refusals.error.most-rate",
      "Points too high where most answer",
      rowOf(rows, "calculated", id, most),
    ),
  ];
}

function limitations(): Result[] {
  const rows = limitationRows();
  const one = (id: string, knob: number, label: string) =>
    error(`${id}.error`, label, rowOf(rows, "calculated", id, knob));
  return [
    one("six-months", SHOWN.part, "Points too high where some are left out for six months"),
    one("agents", 100, "Points too high where agents hold all interviews"),
    one("telephone", SHOWN.part, "Points too high where some are only online"),
    {
      ...one("confusion", SHOWN.part, "Points too low where some answer about the other service"),
      ...turned(rowOf(rows, "calculated", "confusion", SHOWN.part).error),
    },
    one("unweighted", 5, "Points too high where a group has too few interviews and no weights"),
    chosen("unweighted.part", "Part of interviews that the unweighted group has", 5, "percent", PERCENT),
  ];
}

const turned = (error: number) => ({ value: -error, low: -error, high: -error });

/** Several groups that are left out at once: how many, what they are together, and what that comes to. */
function severalGroups(): Result[] {
  const rows = limitationRows();
  return [
    chosen(
      "excluded-each",
      "Part of everyone that each of several excluded groups is",
      EXCLUDED_EACH,
      "percent",
      PERCENT,
    ),
    ...(
      [
        ["options-exclusions", "the Options survey", OPTIONS_EXCLUSIONS],
        ["arrangements-exclusions", "the arrangements surveys", ARRANGEMENTS_EXCLUSIONS],
      ] as const
    ).flatMap(([id, survey, groups]) => [
      countResult({
        id: `lab.${id}.groups`,
        label: `Groups that are left out of ${survey}`,
        value: groups.length,
        because: "groups that the methodology paper names",
        inputs: [],
        madeBy: "analysis.limitationRows",
      }),
      error(
        `${id}.error`,
        `Points too high where all groups are left out of ${survey}`,
        rowOf(rows, "calculated", id, groups.length),
      ),
    ]),
  ];
}

/** Interviewers who differ in manner: how much wider intervals would have to be, and how often they hold the truth as they are. */
function interviewers(): Result[] {
  const { covered } = rowOf(limitationRows(), "simulated", "interviewers", SHOWN.each);
  const deff = interviewerDesignEffect(SHOWN.each, SHOWN.difference);
  const of = (id: string, label: string, value: number, unit: string, format: Format): Result => ({
    ...chosen(`interviewers.${id}`, label, value, unit, format),
    kind: "calculated",
    low: value,
    high: value,
    madeBy: "analysis.interviewerDesignEffect",
    because: "one and what each further interview of the same interviewer adds",
  });
  return [
    chosen("interviewers.each", "Interviews of each interviewer", SHOWN.each, "interviews", WHOLE),
    of("deff", "Design effect of interviewers who differ", deff, "times", { style: "plain", decimals: 1 }),
    of("wider", "Times as wide that intervals would have to be", Math.sqrt(deff), "times", {
      style: "plain",
      decimals: 1,
    }),
    {
      ...chosen(
        "interviewers.held",
        "Made-up surveys whose interval holds the truth",
        covered ?? 0,
        "percent",
        PERCENT,
      ),
      madeBy: "analysis.drawSurvey",
      because: "counted over made-up surveys",
    },
  ];
}

/** Half the width of the interval of a small group, at the truth: what is uncertain and not wrong. */
function smallGroup(): Result[] {
  const group = LIMITATIONS.find(({ id }) => id === "small-group");
  if (group === undefined) throw new RangeError("the labs have no small group");
  const { values } = group.knob;
  return [["few", Math.min(...values)] as const, ["many", Math.max(...values)] as const].flatMap(
    ([name, n]): Result[] => {
      const { low, high } = wilsonInterval((TRUTH - SHOWN.difference) / 100, n, { deff: 1 });
      return [
        chosen(`small-group.${name}`, `Interviews of a group with ${name}`, n, "interviews", WHOLE),
        {
          ...chosen(
            `small-group.${name}.half`,
            `Half the interval of a group with ${name} interviews`,
            50 * (high - low),
            "points",
            POINTS,
          ),
          kind: "calculated",
          madeBy: "stats.wilsonInterval",
          because: "Wilson's interval at the true share",
        },
      ];
    },
  );
}
