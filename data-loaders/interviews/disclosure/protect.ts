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
 * Primary suppression hides each count below the rule, including sampling zeros: that nobody of a group was found
 * says something about its members. Zeros by definition (`structural`) are shown as [z]. Complementary suppression
 * hides further counts until at least `width` whole numbers, and at least `share` of its size, remain possible for
 * each suppressed count. The attacker is assumed to know all tables, that counts are non-negative whole numbers, how
 * percentages and counts are rounded, the range of the weights, the rule, and which suppressed counts are below it.
 * The same protection covers small numbers that no table shows but two tables reveal: a rest, those outside a nested
 * base, those added since an earlier publication. Estimates, covariances and sums of weights are hidden with their
 * counts; so are estimates that reveal small numbers of answers.
 *
 * @param earlier previous publications, oldest first; all are attacked together
 * @returns what may be published, the audit, and what to keep for the next publication
 * @throws RangeError for invalid rules
 * @throws TablesError for tables that cannot come from one file
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
  const idOf = (i: number) => system.counts[i].id;
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

/** What a stricter rule hid stays hidden under a laxer one. */
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

/** Counts named in a message: the first are enough to see why. */
const MAX_LINES = 10;

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
  const more = lines.length > MAX_LINES ? [`and ${lines.length - MAX_LINES} more`] : [];
  return [...lines.slice(0, MAX_LINES), ...more, `No suppression protects these counts: ${advice}.`].join(
    "\n",
  );
}

const span = (low: number, high: number) => (low === high ? `${low}` : `${low} to ${high}`);
