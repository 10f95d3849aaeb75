import { type AnswerInterval, protectAnswers } from "./answers.js";
import { narrowedAnswers } from "./answers-over-builds.js";
import { boxesOf } from "./boxes.js";
import { checkTables } from "./check-tables.js";
import { suppressComplementary } from "./complementary.js";
import { type Build, type CountSystem, countSystem } from "./count-system.js";
import { Defence } from "./defence.js";
import { breaks } from "./deviations.js";
import type { Reason } from "./knowledge.js";
import { publish, weightlessCounts } from "./publish.js";
import type { PublishedTables } from "./published.js";
import { roundedCounts } from "./rounding.js";
import { type Rules, rulesFrom } from "./rules.js";
import type { Tables } from "./tables.js";
import { primary, type Target } from "./targets.js";

/** The tables cannot be published so that what is suppressed stays protected; the message says which counts, and why. */
export class DisclosureError extends Error {
  override readonly name = "DisclosureError";
}

/** A count that is suppressed, or small though no table shows it, under the attacker's problem. */
export interface AuditedCount {
  readonly id: string;
  /** 0 for the tables to be published, -1 for those published before them, and so on. */
  readonly build: number;
  readonly reason: Target["reason"];
  readonly count: number;
  /** The feasibility interval: the least and greatest whole number that the count can be. */
  readonly low: number;
  readonly high: number;
  /** How many whole numbers the interval must hold at least. */
  readonly required: number;
}

/** What the attack found. It holds true counts: it is for those who publish, and not for publication. */
export interface Audit {
  readonly counts: readonly AuditedCount[];
  readonly answers: readonly AnswerInterval[];
}

/** What a later publication must know of this one. Plain data that JSON can hold, with true counts: never for publication. */
export interface Kept {
  readonly rules: Rules;
  readonly tables: Tables<null>;
  readonly suppressed: readonly (readonly [id: string, reason: Reason])[];
  readonly estimates: readonly string[];
  readonly answers: readonly AnswerInterval[];
}

/** A publication before this one, and how its interviews relate to those of the next: the same, or more were added. */
export interface Earlier {
  readonly kept: Kept;
  readonly interviews: "same" | "added";
}

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
  const { system, builds, rulesOf, pattern } = systemOf(tables, rule, earlier);
  for (const i of primary(system, earlier.length, rule)) pattern.set(i, "primary");
  const defence = new Defence(system, rulesOf, pattern, (now) => boxesOf(system, builds, rulesOf, now));
  const open = suppressComplementary(defence);
  if (open.length > 0) throw new DisclosureError(refusal(defence, open));
  const found = auditOf(defence);
  const answers = answersOf(tables, found, rule, earlier.at(-1));

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

/**
 * Attacks a suppression pattern as it stands, without adding to it: what an attacker finds of each count that is suppressed,
 * or small though no table shows it.
 *
 * @param suppressed ids of the suppressed counts of the last build
 */
export function auditPattern(
  tables: Tables,
  suppressed: readonly (readonly [id: string, reason: Reason])[],
  rules: Partial<Rules> = {},
  earlier: readonly Earlier[] = [],
): AuditedCount[] {
  const rule = rulesFrom(rules);
  checkTables(tables);
  const { system, builds, rulesOf, pattern, at } = systemOf(tables, rule, earlier);
  for (const [id, reason] of suppressed) pattern.set(at(earlier.length, id), reason);
  return auditOf(new Defence(system, rulesOf, pattern, (now) => boxesOf(system, builds, rulesOf, now)));
}

/** Whether the attacker is left with too little room. */
export const isTooNarrow = ({
  low,
  high,
  required,
}: Pick<AuditedCount, "low" | "high" | "required">): boolean => high - low + 1 < required;

interface Situation {
  readonly system: CountSystem;
  readonly builds: readonly Build[];
  readonly rulesOf: readonly Rules[];
  readonly pattern: Map<number, Reason>;
  readonly at: (build: number, id: string) => number;
}

function systemOf(tables: Tables, rule: Rules, earlier: readonly Earlier[]): Situation {
  const builds: Build[] = [
    ...earlier.map(({ kept, interviews }) => ({ tables: kept.tables, next: interviews })),
    { tables },
  ];
  const rulesOf = [...earlier.map(({ kept }) => kept.rules), rule];
  const system = countSystem(builds, rule.added);
  const broken = system.rows.flatMap((row, r) => (breaks(system, r, new Map()) ? [row] : []));
  if (broken.length > 0)
    throw new DisclosureError(
      broken
        .map(({ index }) => {
          const [now, before] = index.map((i) => system.counts[i] as { id: string; value: number });
          return `${now?.id}: ${before?.value} in an earlier publication, ${now?.value} now; expected ${
            builds.at(-2)?.next === "same" ? "the same interviews" : "those interviews and more"
          }`;
        })
        .join("\n"),
    );
  const places = new Map(system.counts.map(({ build, id }, i) => [`${build} ${id}`, i]));
  const at = (build: number, id: string) => {
    const i = places.get(`${build} ${id}`);
    if (i === undefined) throw new RangeError(`there is no count "${id}"`);
    return i;
  };
  const pattern = new Map<number, Reason>();
  earlier.forEach(({ kept }, build) => {
    for (const [id, reason] of kept.suppressed) pattern.set(at(build, id), reason);
  });
  return { system, builds, rulesOf, pattern, at };
}

function auditOf(defence: Defence): AuditedCount[] {
  const last = defence.rules.length - 1;
  return defence.targets.map((target) => {
    const { low, high } = defence.interval(target);
    const { id, build, reason, value, required } = target;
    return { id, build: build - last, reason, count: value, low, high, required };
  });
}

function answersOf(
  tables: Tables,
  found: readonly AuditedCount[],
  rule: Rules,
  before: Earlier | undefined,
): ReturnType<typeof protectAnswers> {
  const isSuppressed = ({ build, reason }: AuditedCount) =>
    build === 0 && (reason === "primary" || reason === "complementary");
  const sizes = new Map(found.filter(isSuppressed).map(({ id, low, high }) => [id, { low, high }]));
  const withheld = new Set<string>();
  for (;;) {
    const answers = protectAnswers(tables, sizes, rule, withheld);
    if (before === undefined) return answers;
    const { kept } = before;
    const narrowed = narrowedAnswers(
      { tables: kept.tables, suppressed: new Set(kept.estimates), intervals: kept.answers },
      { tables, ...answers },
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
  return [...lines, `No suppression protects these counts: ${advice}.`].join("\n");
}

const span = (low: number, high: number) => (low === high ? `${low}` : `${low} to ${high}`);

function withoutDetails({ bases, counts, measures, weights }: Tables): Tables<null> {
  return {
    bases,
    counts,
    weights,
    measures: measures.map(({ id, base, all, groups }) => ({
      id,
      base,
      all: { ...shareOf(all), details: null },
      groups: groups.map(({ dimension, cells }) => ({
        dimension,
        cells: cells.map((cell) => ({ code: cell.code, ...shareOf(cell), details: null })),
      })),
    })),
  };
}

const shareOf = ({ share }: Tables["measures"][number]["all"]) => (share === undefined ? {} : { share });
