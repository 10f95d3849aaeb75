import type { Facts, HeldFigure } from "./facts.js";
import { agreed, type GenderNumbers, MEN, roleAlone, type ShareStrip, WOMEN } from "./gender.js";
import type { GenderRow } from "./schema.js";

/** The shares of women who receive and men who pay at which role alone explains both figures. */
export function needed(facts: Pick<Facts, "women" | "men" | "receiving" | "paying">): ShareStrip[] {
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
