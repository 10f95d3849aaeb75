import { formatEnd, formatNumber } from "../../src/model/format.js";
import type { Result } from "../../src/model/result.js";

/** A named result's number, and the texts that stand for it: as a value, as a low end, as a high end. */
export interface WrittenNumber {
  readonly number: number;
  readonly results: readonly string[];
  readonly texts: ReadonlySet<string>;
}

/** Nine digits: rows and results may come by different routes to the same number. */
const key = (number: number) => number.toPrecision(9);

const isWhole = (number: number) => Math.abs(number - Math.round(number)) < 1e-6;

/**
 * The numbers of results that can be written in more than one way, by their nine digits. Whole numbers are left out: counts
 * and printed percentages share them.
 *
 * @throws Error where two results write one number as a value in two ways
 */
export function writtenNumbers(results: readonly Result[]): ReadonlyMap<string, WrittenNumber> {
  const found = new Map<string, { number: number; results: string[]; texts: Map<string, string> }>();
  const add = (id: string, number: number, role: string, text: string) => {
    if (isWhole(number)) return;
    const one = found.get(key(number)) ?? { number, results: [], texts: new Map<string, string>() };
    const other = one.texts.get(role);
    if (other !== undefined && other !== text)
      throw new Error(`${number} is ${other} as ${one.results.join(", ")} and ${text} as ${id}`);
    one.texts.set(role, text);
    one.results.push(id);
    found.set(key(number), one);
  };
  for (const { id, value, low, high, ranges, format, kind } of results) {
    const { decimals, rounding, style } = format;
    if (value !== null) add(id, value, "value", formatNumber(value, decimals, rounding));
    if (value !== null && low === high) continue;
    const ends = ranges ?? (low === null || high === null ? [] : [[low, high] as const]);
    const whole = style === "plain" || style === "pounds";
    const digits = Math.max(whole ? 0 : 1, decimals + (kind === "published" ? 1 : 0));
    for (const [from, to] of ends) {
      const end = (number: number, side: "low" | "high") =>
        rounding === "nearest"
          ? add(id, number, "value", formatNumber(number, decimals))
          : add(id, number, side, formatEnd(number, side, digits));
      end(from, "low");
      end(to, "high");
    }
  }
  return new Map(
    [...found].map(([k, { number, results: ids, texts }]) => [
      k,
      { number, results: ids, texts: new Set(texts.values()) },
    ]),
  );
}

const TOKEN = /\u2212?\d[\d,]*(?:\.\d+)?/g;

/**
 * What is wrong in a text: each number in it that is a result's number rounded in another way than the result is written.
 *
 * @param among the result's numbers that the text is about
 * @param others further numbers that the text is about, which may be written as they like
 */
export function writtenOtherwise(
  text: string,
  among: readonly WrittenNumber[],
  others: readonly number[],
): string[] {
  return (text.match(TOKEN) ?? []).flatMap((token) => {
    if (among.some(({ texts }) => texts.has(token))) return [];
    const decimals = token.split(".")[1]?.length ?? 0;
    const roundings = ["nearest", "down", "up"] as const;
    const isRounded = (number: number) =>
      roundings.some((rounding) => formatNumber(number, decimals, rounding) === token);
    if (others.some(isRounded)) return [];
    return among
      .filter(({ number }) => isRounded(number))
      .map(({ results, texts }) => `${results[0]} is ${[...texts].join(" or ")}, and here ${token}: ${text}`);
  });
}

/** The numbers in the fields of a row that results have, and the others. */
export function numbersOfRow(
  row: object,
  written: ReadonlyMap<string, WrittenNumber>,
): { among: WrittenNumber[]; others: number[] } {
  const numbers = Object.values(row).filter((x): x is number => typeof x === "number" && Number.isFinite(x));
  return {
    among: numbers.flatMap((x) => written.get(key(x)) ?? []),
    others: numbers.filter((x) => !written.has(key(x))),
  };
}
