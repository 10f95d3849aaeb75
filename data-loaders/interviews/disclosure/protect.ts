import { protectAnswers } from "./answers.js";
import { narrowedAnswers } from "./answers-over-builds.js";
import { auditOf } from "./audit.js";
import { checkTables } from "./check-tables.js";
import { suppressComplementary } from "./complementary.js";
import type { Defence } from "./defence.js";
import {
  type Audit,
  type AuditedCount,
  DisclosureError,
  type Earlier,
  type Kept,
  withoutDetails,
} from "./publication.js";
import { publish, weightlessCounts } from "./publish.js";
import type { PublishedTables } from "./published.js";
import { roundedCounts } from "./rounding.js";
import { type Rules, rulesFrom } from "./rules.js";
import { defenceOf } from "./situation.js";
import type { Tables } from "./tables.js";
import { primary, type Target } from "./targets.js";

export interface Protected<Details> {
  /** For publication. */
  readonly tables: PublishedTables<Details>;
  readonly audit: Audit;
  readonly kept: Kept;
}

/**
 * Disclosure control of all tables that a build publishes together.
 *
 * Primary suppression takes each count below the rule, a sampling zero among them: that nobody of a group was found says
 * something of those who are in it. A zero that holds by definition (`structural`) stays, as [z]. Complementary suppression
 * takes further counts until an attacker who knows all tables, that counts are whole and not below 0, how percentages and
 * counts were rounded, the range of the weights, the rule, and which of the suppressed counts are below it, is left with at
 * least `width` whole numbers for each suppressed count, and at least `share` of its size. The same is asked for few
 * interviews that no table shows but two tables tell of: a rest without a group, those outside a base within another, those
 * added since an earlier publication. Estimates, their covariances and sums of weights go with their counts; estimates that
 * tell of few answers go too.
 *
 * @param earlier publications before this one, the earliest first; all are attacked together
 * @returns what may be published, what the attack found, and what to keep for the next time
 * @throws RangeError for rules that cannot be
 * @throws TablesError for tables that cannot be those of one file
 * @throws DisclosureError where no suppression protects, as when an earlier publication shows what must be hidden now
 * @example
 * const { tables, audit, kept } = protect(all);
 * // the next time, with more interviews
 * protect(more, {}, [{ kept, interviews: "added" }]);
 */
export function protect<Details>(
  tables: Tables<Details>,
  rules: Partial<Rules> = {},
  earlier: readonly Earlier[] = [],
): Protected<Details> {
  const rule = rulesFrom(rules);
  checkTables(tables);
  const few = tables.bases.filter(({ total, within = [] }) => within.length === 0 && total < rule.least);
  if (few.length > 0)
    throw new DisclosureError(
      few
        .map(
          ({ id, total }) =>
            `${id}: has ${total} interviews; nothing of fewer than ${rule.least} is published`,
        )
        .join("\n"),
    );
  const defence = defenceOf(tables, rule, earlier, (system) =>
    primary(system, earlier.length, rule).map((i) => [i, "primary"]),
  );
  const { system } = defence;
  const open = suppressComplementary(defence);
  if (open.length > 0) throw new DisclosureError(refusal(defence, open));
  const found = auditOf(defence);
  const answers = answersOf(tables, found, strictest(rule, earlier), earlier);

  const decided = [...defence.pattern].filter(([i]) => system.counts[i]?.build === earlier.length);
  const idOf = (i: number) => (system.counts[i] as { id: string }).id;
  const rounded =
    rule.rounding === null ? null : roundedCounts(system, defence.pattern, earlier.length, rule.rounding);
  const decision = {
    counts: new Set(decided.map(([i]) => idOf(i))),
    estimates: answers.suppressed,
    rounded: rounded === null ? null : new Map([...rounded].map(([i, shown]) => [idOf(i), shown] as const)),
    weightless: weightlessCounts(system, new Set(decided.map(([i]) => i)), rule.least),
  };
  return {
    tables: publish(tables, decision, rule),
    audit: { counts: found, answers: answers.intervals },
    kept: {
      rules: rule,
      tables: withoutDetails(tables),
      suppressed: decided.map(([i, reason]) => [idOf(i), reason]),
      estimates: [...answers.suppressed],
      answers: answers.intervals,
    },
  };
}

/** What was hidden under a stricter rule stays hidden under a laxer one. */
function strictest(rule: Rules, earlier: readonly Earlier[]): Rules {
  const all = [rule, ...earlier.map(({ kept }) => kept.rules)];
  return {
    ...rule,
    least: Math.max(...all.map(({ least }) => least)),
    width: Math.max(...all.map(({ width }) => width)),
    answers: all.some(({ answers }) => answers),
  };
}

function answersOf(
  tables: Tables,
  found: readonly AuditedCount[],
  rule: Rules,
  earlier: readonly Earlier[],
): ReturnType<typeof protectAnswers> {
  const isSuppressed = ({ build, reason }: AuditedCount) =>
    build === 0 && (reason === "primary" || reason === "complementary");
  const sizes = new Map(found.filter(isSuppressed).map(({ id, low, high }) => [id, { low, high }]));
  const withheld = new Set<string>();
  for (;;) {
    const answers = protectAnswers(tables, sizes, rule, withheld);
    const narrowed = earlier.flatMap(({ kept }) =>
      narrowedAnswers(
        { tables: kept.tables, suppressed: new Set(kept.estimates), intervals: kept.answers },
        { tables, ...answers },
      ),
    );
    if (narrowed.length === 0) return answers;
    const lost = narrowed.filter(({ id }) => answers.suppressed.has(id));
    if (lost.length > 0)
      throw new DisclosureError(
        lost
          .map(
            ({ id, low, high, required }) =>
              `${id}: with an earlier publication the number who answered so can be found to be ${span(low, high)}; ` +
              `expected at least ${required} whole numbers, which suppressing it now does not give`,
          )
          .join("\n"),
      );
    for (const { id } of narrowed) withheld.add(id);
  }
}

/** So many counts are named in a message; with many at fault the first are enough to see why. */
const MOST_LINES = 10;

function refusal(defence: Defence, targets: readonly Target[]): string {
  const last = defence.rules.length - 1;
  const lines = targets.map((target) => {
    const { low, high } = defence.interval(target);
    const where = target.build < last ? ", suppressed in an earlier publication," : "";
    return `${target.id}${where}: could be found to be ${span(low, high)}; expected at least ${target.required} whole numbers`;
  });
  const advice =
    last === 0
      ? "publish fewer tables or bases"
      : "publish under the earlier rules, or wait until more interviews are in";
  const more = lines.length > MOST_LINES ? [`and ${lines.length - MOST_LINES} more`] : [];
  return [...lines.slice(0, MOST_LINES), ...more, `No suppression protects these counts: ${advice}.`].join(
    "\n",
  );
}

const span = (low: number, high: number) => (low === high ? `${low}` : `${low} to ${high}`);
