import { readRaw } from "../../../../data-loaders/read/index.js";
import { notHeld } from "../../../../data-loaders/tables/not-held.js";
import { type LostNumber, type OwnNumbers, ownNumber } from "../../../../src/analysis/own-table/numbers.js";
import { ageTable, ethnicityTable } from "../../../../src/findings/age-and-ethnicity/figures/own-tables.js";
import { linesTable } from "../../../../src/findings/case-closure/figures/own-tables.js";
import { quartersTable } from "../../../../src/findings/fee-impact/figures/own-tables.js";
import { RAW } from "../../data-loaders/audit/raw-copy.js";

const lost: readonly LostNumber[] = notHeld(readRaw(RAW)).map(({ whereToLook: where, ...number }) => ({
  ...number,
  where,
}));

/** The lost numbers that figures ask for. */
export const AGES = lost.filter(ageTable.asks);
export const ETHNICITIES = lost.filter(ethnicityTable.asks);
export const QUARTERS = lost.filter(quartersTable.asks);
export const LINES = lost.filter(linesTable.asks);

/** Numbers as a reader's table gives them, in the order of those asked for. */
export function ownOf(asked: readonly LostNumber[], printed: readonly string[]): OwnNumbers {
  return new Map(
    asked.flatMap((number, i) => {
      const text = printed[i];
      return text === undefined ? [] : [[number.id, ownNumber(number, text)] as const];
    }),
  );
}
