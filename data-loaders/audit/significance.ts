import { proportionInterval } from "../../src/analysis/proportion.js";
import { codeLabel, type Dimension, groupKey, withCode } from "../../src/model/dimensions.js";
import { formatDesignEffect, formatNumber } from "../../src/model/format.js";
import { criticalDesignEffect, worstCriticalDesignEffect } from "../../src/stats/index.js";
import type { Raw } from "../read/index.js";
import type { Check } from "./check.js";
import { shareOf, shareSpan } from "./implied-shares.js";
import { AUDIT_RULES } from "./rules/index.js";
import type { Statement } from "./rules/rules.js";
import { heldParts, type Split, splits } from "./splits.js";
import { type Held, held } from "./words.js";

/**
 * Checks that a difference called significant is so at a design effect of 1 for some rounding of the two percentages.
 * Also gives the largest design effect at which it stays significant: at the printed numbers, and at the worst
 * rounding consistent with the total.
 */
export function checkSignificance(raw: Raw): Check[] {
  const totals = splits(raw);
  const values = raw.values.filter(held).filter(({ unit }) => unit === "percent");
  return AUDIT_RULES.flatMap(({ publication, significant }) => {
    const own = values.filter((value) => value.publication === publication);
    return significant.flatMap((statement) =>
      pairsOf(own, statement).map(([a, b]) => judge(totals, statement, a, b)),
    );
  });
}

/** The known values of both groups of each pair in a statement. */
function pairsOf(values: readonly Held[], { measures, pairs, dimension }: Statement): [Held, Held][] {
  return measures.flatMap((measure) => {
    const own = values.filter((value) => value.measure === measure);
    return pairs.flatMap(([first, second]) =>
      own
        .filter(({ group }) => group[dimension] === first)
        .flatMap((a): [Held, Held][] => {
          const other = groupKey(withCode(a.group, dimension, second));
          const b = own.find(({ period, group }) => period === a.period && groupKey(group) === other);
          return b === undefined ? [] : [[a, b]];
        }),
    );
  });
}

function judge(
  totals: readonly Split[],
  { dimension, firstHigher, open }: Statement,
  first: Held,
  second: Held,
): Check {
  const { total, whole } = totalOf(totals, dimension, first, second);
  const bases = [first.base, second.base].flatMap((base) => base ?? []);
  const check = (status: Check["status"], because: string): Check => ({
    id: `${first.id}.significance.${dimension}-${second.group[dimension]}`,
    kind: "significance",
    status: open !== undefined && status === "passed" ? "not checked" : status,
    because: open === undefined ? because : `${open}; ${because}`,
    inputs: [...(total === null ? [] : [total.id]), first.id, second.id, ...bases],
  });
  if (!hasInterviews(first) || !hasInterviews(second)) {
    return check("not checked", "the numbers of interviews are not in the text we hold");
  }
  const named = [first, second]
    .map(
      (v) =>
        `${codeLabel(dimension, v.group[dimension] ?? "")} ${v.printed ?? v.words} of ${formatNumber(v.interviews)}`,
    )
    .join(", ");
  if (firstHigher && open === undefined && first.high < second.low) {
    return check("failed", `${named}: the report says that the first is the higher`);
  }
  const [high, low] = middle(first) >= middle(second) ? [first, second] : [second, first];
  const atPrinted = effect(middle(high), middle(low), high.interviews, low.interviews);
  const atBest = effect(high.high, low.low, high.interviews, low.interviews);
  const text = `${named}: significant up to a design effect of ${shown(atPrinted)}`;
  if (atBest < 1) {
    const because = `${named}: not significant at any rounding, even at a design effect of 1`;
    return check(open === undefined ? "failed" : "not checked", because);
  }
  if (high.low < low.high) {
    return check("passed", `${text}; the roundings overlap, so at the worst there is no difference`);
  }
  const share = total === null ? null : shareOf(total, high, low);
  if (total !== null && share === null) {
    return check(
      "failed",
      `${text}; no roundings of the two agree with the total ${total.printed ?? total.words}`,
    );
  }
  const identified = share !== null && share !== "overlap";
  const worst = worstCriticalDesignEffect(
    { ...proportionInterval(high), n: high.interviews },
    { ...proportionInterval(low), n: low.interviews },
    identified && total !== null
      ? { total: proportionInterval(total), share }
      : { total: { low: 0, high: 1 } },
  );
  if (worst === null) return check("failed", `${text}; no roundings of the two agree with the total`);
  const condition =
    total === null
      ? (whole ?? "no total is held")
      : identified
        ? `${codeLabel(dimension, high.group[dimension] ?? "")} are ${shareSpan(share)} of the weights`
        : "the share of the weights is not identified";
  const depends = worst.deff < 1 ? ", so it depends on the rounding" : "";
  return check(
    "passed",
    `${text}, and of ${shown(worst.deff)} at the worst rounding${depends} (${condition})`,
  );
}

/** The total made up by the two groups; else null, and why. */
function totalOf(totals: readonly Split[], dimension: Dimension, first: Held, second: Held) {
  const split = totals.find(
    ({ dimension: by, parts }) => by === dimension && parts.includes(first) && parts.includes(second),
  );
  if (split === undefined) return { total: null, whole: null };
  const known = heldParts(split);
  if ("why" in known) return { total: null, whole: known.why };
  return known.parts.length === 2
    ? { total: split.total, whole: null }
    : { total: null, whole: "there are other groups in the total" };
}

function hasInterviews(value: Held): value is Held & { interviews: number } {
  return value.interviews !== null && value.interviews > 0;
}

const middle = (value: Held) => value.value ?? (value.low + value.high) / 2;

function effect(high: number, low: number, highN: number, lowN: number): number {
  return criticalDesignEffect({ p: high / 100, n: highN }, { p: low / 100, n: lowN });
}

/** Rounded down, because it follows "up to". */
function shown(deff: number): string {
  return Number.isFinite(deff) ? formatDesignEffect(deff) : "any size";
}
