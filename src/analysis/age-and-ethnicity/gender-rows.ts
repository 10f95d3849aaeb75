import type { Facts, HeldFigure } from "./facts.js";
import { agreed, roleAlone, type ShareStrip } from "./gender.js";
import type { GenderRow } from "./rows.js";

/** The square's two sides: women who receive and men who pay. */
export function genderRows({ women, men, receiving, paying }: Facts): GenderRow[] {
  const numbers = (gender: HeldFigure, role: HeldFigure) => ({
    satisfied_low: gender.low,
    satisfied_high: gender.high,
    interviews: gender.interviews,
    role_low: role.low,
    role_high: role.high,
    role_interviews: role.interviews,
  });
  const [w, m] = [numbers(women, receiving), numbers(men, paying)];
  const [needed, both] = [roleAlone(w, m), agreed(w, m)];
  const row = (
    group: string,
    label: string,
    given: typeof w,
    of: (strips: readonly ShareStrip[]) => number[],
  ): GenderRow => ({
    ...{ group, label, kind: "bounded" },
    low: Math.min(...of(needed)),
    high: Math.max(...of(needed)),
    agreed_low: both.length === 0 ? null : Math.min(...of(both)),
    agreed_high: both.length === 0 ? null : Math.max(...of(both)),
    ...given,
  });
  if (needed.length === 0)
    throw new Error("parental role alone makes the figures of women and men at no share");
  return [
    row(women.group, "Women who receive", w, (strips) => strips.map((strip) => strip.women)),
    row(men.group, "Men who pay", m, (strips) => strips.flatMap(({ low, high }) => [low, high])),
  ];
}
