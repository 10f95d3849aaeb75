import { type Group, groupKey, groupLabel } from "../../model/dimensions.js";
import type { Facts, Series, SeriesName } from "./facts.js";

/** What a line does, as the report's words have it. */
export type Shape = "above" | "below" | "level" | "erratic";

/** One row of the first figure: a line of a chart of which the text holds the words and none of the numbers. */
export interface WordRow {
  readonly survey: "cms" | "options";
  readonly group: string;
  readonly label: string;
  readonly kind: "published";
  readonly shape: Shape;
  /** What the report says of it, in our words. */
  readonly said: string;
  /** Numbers of the line: in the text we hold, and in all; and what each is about. */
  readonly held: number;
  readonly numbers: number;
  readonly each: "quarter" | "month";
  readonly place: string;
  readonly start: string;
  readonly end: string;
  /** Month from which closure letters went out; month until which the groups came closer, empty where nothing is said. */
  readonly letters: string;
  readonly turn: string;
  /** How many of the numbers lie up to the turn; 0 where nothing is said. */
  readonly until_turn: number;
}

const LINES: readonly {
  series: SeriesName;
  survey: WordRow["survey"];
  group: Group;
  shape: Shape;
  said: string;
}[] = [
  {
    series: "csaNone",
    survey: "cms",
    group: { csa: "none" },
    shape: "above",
    said: "More satisfied than clients with a CSA past. The two come slowly closer, then further apart, then begin to come closer again",
  },
  {
    series: "csaPast",
    survey: "cms",
    group: { csa: "past" },
    shape: "below",
    said: "Less satisfied than clients without a CSA past",
  },
  {
    series: "letterNone",
    survey: "options",
    group: { letter: "not-received" },
    shape: "level",
    said: "Largely constant",
  },
  {
    series: "letterReceived",
    survey: "options",
    group: { letter: "received" },
    shape: "erratic",
    said: "More erratic, and generally lower: than others by the heading, than parents with no CSA case before by the sentence",
  },
];

/** The four lines of the two charts, in reading order. */
export function wordRows({ series, letters, turn }: Facts): WordRow[] {
  return LINES.map(({ series: name, survey, group, shape, said }) => {
    const { numbers, held, place, start, end }: Series = series[name];
    return {
      survey,
      group: groupKey(group),
      label: groupLabel(group),
      kind: "published",
      shape,
      said,
      held,
      numbers,
      each: survey === "cms" ? "quarter" : "month",
      place,
      start,
      end,
      letters,
      turn: survey === "cms" ? turn : "",
      until_turn: survey === "cms" ? quartersUntil(turn, start) : 0,
    };
  });
}

/** Quarters from the one that ends in `start` to the one that ends in `month`, both counted. */
function quartersUntil(month: string, start: string): number {
  const months = (text: string) => 12 * Number(text.slice(0, 4)) + Number(text.slice(5));
  return (months(month) - months(start)) / 3 + 1;
}
