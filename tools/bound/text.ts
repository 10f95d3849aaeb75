import type { Ask, BoundResult, CitedStatement } from "../../src/bounds/index.js";
import { formatEnd, formatRanges } from "../../src/model/format.js";
import { aligned } from "../aligned.js";

/** The answer for people. */
export function boundText({ feasible, bounds, restsOn, conflict }: BoundResult): string {
  if (!feasible)
    return `${["No set of numbers agrees with all statements. These cannot all be true:", "", ...conflict.map(said)].join("\n")}\n`;
  return `${[
    "Given these statements:",
    "",
    ...aligned([
      ["asked", "lowest", "highest", "possible"],
      ...bounds.map(({ ask, low, high, set }) => [
        asked(ask),
        formatEnd(low, "low"),
        formatEnd(high, "high"),
        formatRanges(set),
      ]),
    ]),
    "",
    ...(restsOn.length === 0
      ? ["No single statement matters."]
      : ["Without any of these a bound would be wider:", "", ...restsOn.map(said)]),
    "",
    "Bounds of the numbers that were found, rounded outwards; --json has them to 0.001 points. A sentence about people needs\nsampling error on top.",
  ].join("\n")}\n`;
}

function asked(ask: Ask): string {
  if ("id" in ask) return ask.id;
  if ("difference" in ask) return `${ask.difference[0]} less ${ask.difference[1]}`;
  const mean = `mean of ${ask.mean.join(", ")}`;
  return ask.minus === undefined ? mean : `${mean} less mean of ${ask.minus.join(", ")}`;
}

function said({ path, name, locator }: CitedStatement): string {
  return `  ${[path, name, locator].filter((part) => part !== undefined).join(" · ")}`;
}
