import type { Facts, HeldFigure } from "./facts.js";
import { agreed, roleAlone, type ShareStrip } from "./gender.js";
import type { GenderRow } from "./rows.js";

/** Which shares of women who receive and of men who pay parental role alone would need; none where no shares would do. */
export function needed(facts: Pick<Facts, "women" | "men" | "receiving" | "paying">): ShareStrip[] {
  const [women, men] = numbersOf(facts);
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
  return [numbers(women, receiving), numbers(men, paying)] as const;
}

/** The square's two sides: women who receive and men who pay; none where parental role alone does it at no share. */
export function genderRows(facts: Facts): GenderRow[] {
  const { women, men } = facts;
  const [w, m] = numbersOf(facts);
  const [strips, both] = [roleAlone(w, m), agreed(w, m)];
  if (strips.length === 0) return [];
  const row = (
    group: string,
    label: string,
    given: typeof w,
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
    row(women.group, "Women who receive", w, (list) => list.map((strip) => strip.women)),
    row(men.group, "Men who pay", m, (list) => list.flatMap(({ low, high }) => [low, high])),
  ];
}
