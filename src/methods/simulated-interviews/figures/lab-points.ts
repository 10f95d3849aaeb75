import { seeded } from "../../../analysis/seeded.js";
import { formatNumber } from "../../../model/format.js";
import { drawSurvey } from "../labs/draw-survey.js";
import type { Limitation } from "../labs/limitations.js";
import type { LabRow } from "../schema.js";

/** One value of a knob: the expected error, and one made-up survey. */
export interface LabPoint {
  readonly limitation: Limitation;
  readonly knob: number;
  /** The value's label: its number, or the group that it adds. */
  readonly shown: string;
  /** The short label. */
  readonly short: string;
  readonly difference: number;
  readonly interviews: number;
  /** Expected error, points too high; and the mean of the table's made-up surveys. */
  readonly expected: number;
  readonly mean: number;
  /** Percentage of these whose interval contains the truth. */
  readonly covered: number | null;
  /** One made-up survey with its 95% interval, minus the truth. */
  readonly error: number;
  readonly low: number;
  readonly high: number;
  readonly draw: number;
}

/** The points of a limitation for a difference, with surveys redrawn from the seed. */
export function labPoints(
  rows: readonly LabRow[],
  limitation: Limitation,
  difference: number,
  draw: number,
): LabPoint[] {
  const random = seeded(draw);
  const own = rows.filter((row) => row.limitation === limitation.id && row.difference === difference);
  return own.flatMap((row): LabPoint[] => {
    if (row.kind !== "calculated") return [];
    const { knob, interviews, error: expected } = row;
    const surveys = own.find((other) => other.knob === knob && other.kind === "simulated");
    const drawn = drawSurvey(limitation.id, knob, difference, random);
    return [
      {
        ...{ limitation, knob, difference, interviews, expected, draw },
        ...inWords(limitation, row),
        mean: surveys?.error ?? expected,
        covered: surveys?.covered ?? null,
        ...drawn,
      },
    ];
  });
}

function inWords({ knob: { values, adds } }: Limitation, { knob, last }: LabRow) {
  const place = values.indexOf(knob);
  const added = adds?.[place];
  if (added === undefined || last === null) return { shown: formatNumber(knob), short: formatNumber(knob) };
  const and = place > 0 ? "and " : "";
  return { shown: `${and}those who ${last}`, short: `${place > 0 ? "+ " : ""}${added.short}` };
}
