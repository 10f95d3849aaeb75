import type { RowTable } from "../../analysis/row-table.js";
import type { ValueCells } from "../../analysis/value-cells.js";
import { type CodeOf, type Group, groupKey, groupLabel } from "../../model/dimensions.js";
import { DIMENSIONS } from "../../model/groups.js";
import type { Chart } from "./readings.js";

/** One figure of a chart: known from the text, or unknown. */
export interface GroupFigure {
  readonly id: string;
  readonly group: string;
  readonly code: string;
  readonly label: string;
  readonly printed: string | null;
  readonly words: string | null;
  /** Percent, with the ends that rounding or wording allow; null if unknown. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly interviews: number;
  readonly base: string;
  readonly locator: string;
  /** Set for a number that the text lacks and someone filled in. */
  readonly isFilledIn?: true;
}

/** A known figure. */
export interface HeldFigure extends GroupFigure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export const AGES = Object.keys(DIMENSIONS.age.codes) as CodeOf<"age">[];
export const ETHNICITIES: readonly CodeOf<"ethnicity">[] = [
  "asian",
  "black",
  "other-mixed",
  "white",
  "prefer-not-to-say",
];

/**
 * The figure of a group.
 * @throws RangeError for an unknown code
 */
export function groupOf(
  groups: readonly GroupFigure[],
  code: CodeOf<"age"> | CodeOf<"ethnicity">,
): GroupFigure {
  const found = groups.find((group) => group.code === code);
  if (found === undefined) throw new RangeError(`there is no figure of ${code}`);
  return found;
}

/** The published numbers that the page uses. */
export interface Facts {
  readonly everyone: HeldFigure;
  readonly ages: readonly GroupFigure[];
  readonly ethnicities: readonly GroupFigure[];
  /** Interviews in the total that are in no ethnic group. */
  readonly ethnicityNotKnown: HeldFigure;
  readonly women: HeldFigure;
  readonly men: HeldFigure;
  readonly receiving: HeldFigure;
  readonly paying: HeldFigure;
  readonly online: {
    readonly everyone: HeldFigure;
    readonly receiving: HeldFigure;
    readonly paying: HeldFigure;
  };
}

export function groupsOf(chart: Chart, { ages, ethnicities }: Facts): readonly GroupFigure[] {
  return chart === "age" ? ages : ethnicities;
}

/**
 * The published numbers, from the table of values.
 * @throws Error for a row that is missing, duplicate or without a base
 */
export function facts(values: RowTable): Facts {
  return factsOf(values.objects() as ValueCells[]);
}

const MEASURES = ["ces.satisfied", "ces.internet-access", "ces.ethnicity-not-known"];

/** Whether `factsOf` uses a row of the table of values. */
export function isFactRow({ measure }: Pick<ValueCells, "measure">): boolean {
  return MEASURES.includes(measure);
}

/** Like `facts`, from rows, for code that runs on the page. */
export function factsOf(values: readonly ValueCells[]): Facts {
  const satisfied = (group: Group) => pick(values, "ces.satisfied", group);
  const online = (group: Group) => held(pick(values, "ces.internet-access", group));
  return {
    everyone: held(satisfied({})),
    ages: AGES.map((age) => satisfied({ age })),
    ethnicities: ETHNICITIES.map((ethnicity) => satisfied({ ethnicity })),
    ethnicityNotKnown: held(pick(values, "ces.ethnicity-not-known", { ethnicity: "dont-know" })),
    women: held(satisfied({ gender: "female" })),
    men: held(satisfied({ gender: "male" })),
    receiving: held(satisfied({ parent: "receiving" })),
    paying: held(satisfied({ parent: "paying" })),
    online: {
      everyone: online({}),
      receiving: online({ parent: "receiving" }),
      paying: online({ parent: "paying" }),
    },
  };
}

export function isHeldFigure(figure: GroupFigure): figure is HeldFigure {
  return figure.value !== null && figure.low !== null && figure.high !== null;
}

function held(figure: GroupFigure): HeldFigure {
  if (!isHeldFigure(figure)) throw new Error(`${figure.id} is not held`);
  return figure;
}

function pick(values: readonly ValueCells[], measure: string, group: Group): GroupFigure {
  const key = groupKey(group);
  const rows = values.filter((row) => row.measure === measure && row.group === key);
  const [row] = rows;
  const name = `${measure} of ${groupLabel(group)}`;
  if (row === undefined || rows.length > 1) throw new Error(`${rows.length} values for ${name}`);
  const { id, printed, words, low, high, interviews, base, locator } = row;
  // A worded figure such as "six out of ten" has an interval only: shown at its middle.
  const value = row.value ?? (low === null || high === null ? null : (low + high) / 2);
  if (interviews === null || base === null) throw new Error(`${name} has no base`);
  const code = Object.values(group)[0] ?? "";
  const label = groupLabel(group);
  const isFilledIn = value !== null && (row.status === "plotted" || row.status === "tabled");
  return {
    ...{ id, group: row.group, code, label, printed, words, value, low, high, interviews, base, locator },
    ...(isFilledIn ? { isFilledIn } : {}),
  };
}
