import { stringify } from "csv-stringify/sync";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { CES_2023_24 } from "../../../../../data-loaders/codebooks/ces-2023-24.js";
import { holds } from "../../../../../src/model/holds.js";
import { randomInterviews, reader } from "../../codebooks/random-interviews.js";

export type Row = Record<string, string>;

/** The number of interviews of the ethnicity `asian`. */
const FEW = 7;

/**
 * Interviews of the survey of 2023/24 that a checker lets pass, with answers that nobody gave. Each is numbered
 * `planted-id-` and has a weight of six odd decimals. Of all of them 7 are of the ethnicity `asian`.
 */
export function cesInterviews(count: number, seed = 1): Row[] {
  const random = xoroshiro128plus(seed);
  const draw = () => uniformFloat64(random);
  const impossible = CES_2023_24.impossible.map(({ when }) => when);
  // More than are wanted, since some combinations cannot be.
  return randomInterviews(CES_2023_24, 2 * count, seed)
    .filter((interview) => !impossible.some((when) => holds(when, reader(interview))))
    .slice(0, count)
    .map((interview, i): Row => {
      const quarter = interview.get("quarter") ?? "";
      return {
        ...Object.fromEntries(interview),
        ethnicity: i < FEW ? "asian" : (interview.get("ethnicity") ?? "").replace("asian", "white"),
        // Each of the few has answered what is estimated by ethnicity.
        ...(i < FEW ? { satisfaction: i === 0 ? "very-satisfied" : "very-dissatisfied" } : {}),
        interview: `planted-id-${7_000_000 + i}`,
        weight: (0.5 + draw()).toFixed(6),
        "interview-date": dayIn(quarter, i),
      };
    });
}

/** A day of the second month after a quarter. */
function dayIn(quarter: string, i: number): string {
  const [year = 0, month = 0] = quarter.slice(-7).split("-").map(Number);
  const at = new Date(Date.UTC(year, month + 1, 1 + (i % 28)));
  return at.toISOString().slice(0, 10);
}

export const toCsv = (rows: readonly Row[]): string => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return stringify(
    rows.map((row) => columns.map((column) => row[column] ?? "")),
    { header: true, columns },
  );
};
