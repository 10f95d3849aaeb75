import type { Facts, HeldFigure } from "./facts.js";
import type { GenderRow } from "./schema.js";

export const WOMEN = "gender=female";
export const MEN = "gender=male";

/** The rows of both genders; undefined if no shares explain the figures. */
export function gendersOf(rows: readonly GenderRow[]) {
  const of = (gender: string) => rows.find(({ group }) => group === gender);
  return { women: of(WOMEN), men: of(MEN) };
}

/** The possible shares of men who pay, for one share of women who receive. */
export interface ShareStrip {
  readonly women: number;
  readonly low: number;
  readonly high: number;
}

/** The numbers of a gender and its role: percentages from 0 to 100, with the ends of their rounding. */
export type GenderNumbers = Pick<
  GenderRow,
  "satisfied_low" | "satisfied_high" | "role_low" | "role_high" | "interviews" | "role_interviews"
>;

/**
 * The shares at which parental role alone explains both genders' figures, over every rounding of the four
 * percentages: if r of women receive, women = r · receiving + (1 - r) · paying, and likewise for men. One strip per
 * share of women, in steps of `step`; empty strips are omitted.
 *
 * For one share of women, the pairs (receiving, paying) that fit form a polygon. The share of men is a linear
 * fraction of them, so its extremes are at corners.
 */
export function roleAlone(women: GenderNumbers, men: GenderNumbers, step = 0.125): ShareStrip[] {
  const strips: ShareStrip[] = [];
  for (let i = 0; i * step <= 100; i++) {
    const share = (i * step) / 100;
    const pairs = corners(women, men, share);
    const ends = pairs.flatMap(([receiving, paying]) =>
      [men.satisfied_low, men.satisfied_high].map((m) => clip((receiving - m) / (receiving - paying))),
    );
    if (ends.length > 0)
      strips.push({ women: 100 * share, low: 100 * Math.min(...ends), high: 100 * Math.max(...ends) });
  }
  return strips;
}

/** Corners of the polygon of (receiving, paying) that give the women's figure at a share of women who receive. */
function corners(women: GenderNumbers, men: GenderNumbers, share: number): [number, number][] {
  const box = { r: [women.role_low, women.role_high] as const, p: [men.role_low, men.role_high] as const };
  const mean = (r: number, p: number) => share * r + (1 - share) * p;
  const fits = ([r, p]: readonly [number, number]) =>
    mean(r, p) >= women.satisfied_low - 1e-9 &&
    mean(r, p) <= women.satisfied_high + 1e-9 &&
    r >= box.r[0] - 1e-9 &&
    r <= box.r[1] + 1e-9 &&
    p >= box.p[0] - 1e-9 &&
    p <= box.p[1] + 1e-9;
  const found: [number, number][] = box.r.flatMap((r) => box.p.map((p): [number, number] => [r, p]));
  for (const w of [women.satisfied_low, women.satisfied_high]) {
    if (share > 0) for (const p of box.p) found.push([(w - (1 - share) * p) / share, p]);
    if (share < 1) for (const r of box.r) found.push([r, (w - share * r) / (1 - share)]);
  }
  return found.filter(fits);
}

/**
 * The shares of men who pay that are consistent with the interviews, each counting the same: women and men who
 * receive, and some of those of unknown gender, make up all Receiving Parents.
 */
export function asInterviewed(women: GenderNumbers, men: GenderNumbers, share: number): ShareStrip {
  const all = women.role_interviews + men.role_interviews;
  const unknown = all - women.interviews - men.interviews;
  const menReceiving = (others: number) => women.role_interviews - others - (share / 100) * women.interviews;
  const paying = (others: number) => 100 * (1 - menReceiving(others) / men.interviews);
  return { women: share, low: paying(0), high: paying(unknown) };
}

/** The strips that both role alone and the interviews allow. */
export function agreed(women: GenderNumbers, men: GenderNumbers, step?: number): ShareStrip[] {
  return roleAlone(women, men, step).flatMap((strip) => {
    const interviews = asInterviewed(women, men, strip.women);
    const [low, high] = [Math.max(strip.low, interviews.low), Math.min(strip.high, interviews.high)];
    return low <= high ? [{ women: strip.women, low, high }] : [];
  });
}

function clip(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** The shares of women who receive and men who pay at which role alone explains both figures. */
export function neededShares(facts: Pick<Facts, "women" | "men" | "receiving" | "paying">): ShareStrip[] {
  const { women, men } = numbersOf(facts);
  return roleAlone(women, men);
}

function numbersOf({ women, men, receiving, paying }: Pick<Facts, "women" | "men" | "receiving" | "paying">) {
  const numbers = (gender: HeldFigure, role: HeldFigure) => ({
    satisfied_low: gender.low,
    satisfied_high: gender.high,
    interviews: gender.interviews,
    role_low: role.low,
    role_high: role.high,
    role_interviews: role.interviews,
  });
  return { women: numbers(women, receiving), men: numbers(men, paying) };
}

/** Chart rows: women who receive and men who pay; none if no shares explain the figures. */
export function genderRows(facts: Facts): GenderRow[] {
  const { women, men } = numbersOf(facts);
  const strips = roleAlone(women, men);
  const both = agreed(women, men);
  if (strips.length === 0) return [];
  const row = (
    group: string,
    label: string,
    given: GenderNumbers,
    of: (list: readonly ShareStrip[]) => number[],
  ): GenderRow => ({
    ...{ group, label, kind: "bounded" },
    low: Math.min(...of(strips)),
    high: Math.max(...of(strips)),
    agreed_low: both.length === 0 ? null : Math.min(...of(both)),
    agreed_high: both.length === 0 ? null : Math.max(...of(both)),
    ...given,
  });
  return [
    row(WOMEN, "Women who receive", women, (list) => list.map((strip) => strip.women)),
    row(MEN, "Men who pay", men, (list) => list.flatMap(({ low, high }) => [low, high])),
  ];
}
