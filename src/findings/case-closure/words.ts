import { type Group, groupKey, groupLabel } from "../../model/dimensions.js";
import { monthsBetween } from "../../model/period.js";
import type { Facts, SeriesName } from "./facts.js";
import type { WordRow } from "./schema.js";

const LINES: readonly {
  series: SeriesName;
  survey: WordRow["survey"];
  group: Group;
  shape: WordRow["shape"];
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
    const { numbers, held, place, start, end } = series[name];
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

/** Number of quarters from the one that ends in `start` to the one that ends in `month`, inclusive. */
function quartersUntil(month: string, start: string): number {
  return monthsBetween(start, month) / 3 + 1;
}
