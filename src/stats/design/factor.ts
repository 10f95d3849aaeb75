/** A categorical variable: the code of each row's level, -1 where the answer is missing, and the levels. */
export interface Factor {
  readonly name?: string;
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

/**
 * The factor of a column of text or numbers.
 *
 * @param values one a row; null, undefined, NaN and the empty text are missing
 * @param options.name what the factor is called where estimates are given by it
 * @param options.levels the levels and their order; by default, those that occur, in sorted order: numbers by size,
 *   text by code unit, a mixture of both as text
 * @throws RangeError for a value that is none of `options.levels`
 * @example factor(["b", null, "a", "b"]) // { codes: [1, -1, 0, 1], levels: ["a", "b"] }
 */
export function factor(
  values: ArrayLike<string | number | boolean | null | undefined>,
  options: { readonly name?: string; readonly levels?: readonly string[] } = {},
): Factor {
  const named = options.name === undefined ? {} : { name: options.name };
  const whole = options.levels === undefined && values instanceof Int32Array ? wholeNumbers(values) : null;
  if (whole !== null) return { ...named, ...whole };
  const codes = new Int32Array(values.length);
  const found = new Map<string | number | boolean, number>();
  const raw: (string | number | boolean)[] = [];
  for (let i = 0; i < codes.length; i++) {
    const value = values[i];
    if (value === null || value === undefined || value === "" || Number.isNaN(value)) {
      codes[i] = -1;
      continue;
    }
    let code = found.get(value);
    if (code === undefined) {
      code = raw.length;
      found.set(value, code);
      raw.push(value);
    }
    codes[i] = code;
  }
  const levels = options.levels ?? sortedLevels(raw);
  if (new Set(levels).size < levels.length) throw new RangeError("a level is given twice");
  const place = new Map(levels.map((level, i) => [level, i]));
  const recode = Int32Array.from(raw, (value) => {
    const code = place.get(String(value));
    if (code === undefined)
      throw new RangeError(
        `${options.name ?? "a factor"} has the value ${value}, which is none of its levels`,
      );
    return code;
  });
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i];
    if (code >= 0) codes[i] = recode[code];
  }
  return { ...named, codes, levels };
}

/**
 * The factor of whole numbers by a table of all numbers between the least and the greatest, several times faster than a
 * map where there are many levels; null where the table would be much longer than the column.
 */
function wholeNumbers(values: Int32Array): Factor | null {
  let least = Infinity;
  let greatest = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  const size = greatest - least + 1;
  if (!(size > 0 && size <= 4 * values.length)) return null;
  const code = new Int32Array(size);
  for (let i = 0; i < values.length; i++) code[values[i] - least] = 1;
  const levels: string[] = [];
  for (let at = 0; at < size; at++) {
    if (code[at] === 0) continue;
    code[at] = levels.length;
    levels.push(String(least + at));
  }
  return { codes: values.map((value) => code[value - least]), levels };
}

function sortedLevels(raw: readonly (string | number | boolean)[]): string[] {
  const numbers = raw.filter((value) => typeof value === "number");
  if (numbers.length === raw.length) return numbers.sort((a, b) => a - b).map(String);
  // 1 and "1" are one level.
  return [...new Set(raw.map(String))].sort();
}

/** A factor with one level that every one of `n` rows has. */
export function oneLevel(n: number): Factor {
  return { codes: new Int32Array(n), levels: [""] };
}

/**
 * The combinations of several factors, as one factor. Each combination of levels is a level, whether it occurs or not,
 * with the last factor changing fastest; a row that misses any of them is missing.
 *
 * @returns the factor, and for each of its levels the level of each of `factors`
 * @throws RangeError for no factors, for factors of different lengths, or for more than 2^31 - 1 combinations
 */
export function crossFactors(factors: readonly Factor[]): Factor & { readonly parts: readonly string[][] } {
  const first = factors[0];
  if (first === undefined) throw new RangeError("there are no factors to cross");
  const n = first.codes.length;
  if (factors.some(({ codes }) => codes.length !== n)) throw new RangeError("the factors differ in length");
  const size = factors.reduce((product, { levels }) => product * levels.length, 1);
  if (size > 2 ** 31 - 1) throw new RangeError(`${size} combinations of levels are too many`);
  const codes = Int32Array.from(first.codes);
  for (const { codes: next, levels } of factors.slice(1)) {
    const k = levels.length;
    for (let i = 0; i < n; i++) {
      const a = codes[i];
      const b = next[i];
      codes[i] = a < 0 || b < 0 ? -1 : a * k + b;
    }
  }
  let parts: string[][] = [[]];
  for (const { levels } of factors) parts = parts.flatMap((part) => levels.map((level) => [...part, level]));
  return { codes, levels: parts.map((part) => part.join(" × ")), parts };
}
