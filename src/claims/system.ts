import type {
  BoundProblem,
  Identity,
  LinearStatement,
  PairStatement,
  RangeStatement,
  ShareDefinition,
  SignificantStatement,
  Unknown,
} from "../bounds/index.js";
import type { Assumptions } from "./assumptions.js";
import { type Case, idsOfCase, LEAST } from "./cases.js";
import type { Evidence, RecordedNumber } from "./numbers.js";
import { roundingSpan } from "./rounding.js";
import { effectiveDesignEffect } from "./significance.js";
import type { Term } from "./term.js";

/** A number mapped to 0 to 100, which is what the bounds engine knows: number = from + size times x. */
interface Scale {
  readonly from: number;
  readonly size: number;
}

const PERCENT: Scale = { from: 0, size: 1 };

/** The largest number of interviews that a lost base is given: claims only ask which of two is the larger. */
const MOST_INTERVIEWS = 100_000;

/** By how much of itself a design effect is moved, so that a witness is significant or not beyond doubt. */
const OFF_THRESHOLD = 1e-5;

/** The numbers that a claim is judged on, with what ties them together. */
export interface ClaimSystem {
  readonly problem: BoundProblem;
  /** Adds one case of a condition to the problem. */
  readonly with: (of: Case) => BoundProblem;
  /** What the numbers are at a system's values. */
  readonly read: (values: Readonly<Record<string, number>>) => Record<string, number>;
  /** Ids whose number is not known here, for they are lost or stand in the sentence itself. */
  readonly open: readonly string[];
  /** Ids whose number is known to its rounding or its words. */
  readonly held: readonly string[];
}

export interface SystemOptions {
  /** What conditions speak of; what the statements given speak of comes with it. */
  readonly ids: readonly string[];
  /** Numbers that are taken as not known. */
  readonly freed: ReadonlySet<string>;
  /** Statements of other claims. */
  readonly given?: readonly Case[];
  /** Held numbers put at one value. */
  readonly fixed?: ReadonlyMap<string, number>;
  /** Whether shares are those of the interviews, or equal where these are not held: fewer systems, found at once. */
  readonly centred?: boolean;
}

/**
 * The system of numbers that a condition speaks of: its own, and through sums and weighted means those that tie lost ones
 * to others. A held number that ties nothing lost is left out.
 *
 * @throws RangeError for an id that is not recorded
 */
export function claimSystem(
  evidence: Evidence,
  assumptions: Assumptions,
  { ids: asked, freed, given = [], fixed = new Map(), centred = false }: SystemOptions,
): ClaimSystem {
  const ids = [...new Set([...asked, ...given.flatMap(idsOfCase)])];
  const known = (id: string): RecordedNumber => {
    const found = evidence.numbers.get(id);
    if (found === undefined) throw new RangeError(`no number is recorded as "${id}"`);
    return found;
  };
  const { compositions, sums } = tied(evidence, ids, freed);
  const open: string[] = [];
  const held: string[] = [];
  const scales = new Map<string, Scale>();
  const unknowns: Unknown[] = [];
  const all = membersOf(evidence, ids, freed);
  for (const id of all) {
    const number = evidence.numbers.get(id);
    if (number === undefined) {
      // The people in no group: named by the composition alone.
      unknowns.push({ id });
      scales.set(id, PERCENT);
      open.push(id);
      continue;
    }
    const span = isOpen(evidence, freed, id) ? null : spanOfNumber(known(id), assumptions);
    const point = fixed.get(id);
    const [low, high] =
      span === null
        ? number.unit === "percent"
          ? [0, 100]
          : [0, MOST_INTERVIEWS]
        : point === undefined
          ? span
          : [point, point];
    const scale =
      number.unit === "percent" ? PERCENT : { from: low, size: high > low ? (high - low) / 100 : 0 };
    scales.set(id, scale);
    (span === null ? open : held).push(id);
    unknowns.push(number.unit === "percent" ? { id, low, high } : { id });
  }
  const shares: Record<string, ShareDefinition> = {};
  const identities: Identity[] = compositions.map(({ total, parts, bases, weightedOn }, i) => {
    shares[`shares-${i}`] = centred
      ? { bases: bases ?? parts.map(() => 1), within: 0 }
      : bases === null
        ? {}
        : { bases, ...distance(assumptions, weightedOn) };
    return { total: { id: total }, parts: parts.map((id) => ({ id })), shares: `shares-${i}`, name: total };
  });
  const linear: LinearStatement[] = sums.map(({ total, parts, atMost }) => {
    const terms: (readonly [string, number])[] = parts.map((id) => [id, 1] as const);
    const whole = total === null ? 100 : 0;
    if (total !== null) terms.push([total, -1]);
    return { terms, high: whole, ...(atMost ? {} : { low: whole }) };
  });
  const base: Mutable = { linear, significant: [], notSignificant: [], ranges: [] };
  let impossible = false;
  const put = (target: Mutable, of: Case): boolean =>
    of.every((requirement) => {
      if ("atLeastZero" in requirement) return putLinear(target, requirement.atLeastZero, scales);
      const { a, b, significant, deff: own = assumptions.deff } = requirement;
      const bases = [interviewsOf(known(a)), interviewsOf(known(b))] as const;
      // Without interviews any difference may or may not be significant: only its direction is asked.
      if (bases[0] === null || bases[1] === null) {
        return significant === "no" || putLinear(target, lead(a, b), scales);
      }
      const deff = effectiveDesignEffect({ ...assumptions, deff: own }, known(a), known(b));
      // What lies at the very threshold is as near to one side as to the other: systems keep a little off it.
      const pair = {
        deff: deff * (significant === "ab" ? 1 + OFF_THRESHOLD : 1 - OFF_THRESHOLD),
        bases: [bases[0], bases[1]] as const,
      };
      if (significant === "ab") target.significant.push({ greater: a, less: b, ...pair });
      else target.notSignificant.push({ a, b, ...pair });
      return true;
    });
  for (const of of given) impossible = !put(base, of) || impossible;
  const make = (more: Mutable): BoundProblem => ({ unknowns, shares, identities, ...more });
  return {
    problem: make(base),
    with(of) {
      const copy: Mutable = {
        linear: [...base.linear],
        significant: [...base.significant],
        notSignificant: [...base.notSignificant],
        ranges: [...base.ranges],
      };
      const possible = put(copy, of) && !impossible;
      return possible
        ? make(copy)
        : { unknowns: [{ id: "impossible", low: 1, high: 1 }], ranges: [{ id: "impossible", high: 0 }] };
    },
    read: (values) =>
      Object.fromEntries(
        all.map((id) => {
          const { from, size } = scales.get(id) ?? PERCENT;
          return [id, from + size * (values[id] ?? 0)];
        }),
      ),
    open,
    held,
  };
}

interface Mutable {
  readonly linear: LinearStatement[];
  readonly significant: SignificantStatement[];
  readonly notSignificant: PairStatement[];
  readonly ranges: RangeStatement[];
}

/** Adds "the term is at least 0"; false where it is a constant below 0. */
function putLinear(target: Mutable, { of, plus }: Term, scales: ReadonlyMap<string, Scale>): boolean {
  let constant = plus;
  const terms: [string, number][] = [];
  for (const [id, c] of Object.entries(of)) {
    const { from, size } = scales.get(id) ?? PERCENT;
    constant += c * from;
    if (c * size !== 0) terms.push([id, c * size]);
  }
  if (terms.length === 0) return constant >= -LEAST / 10;
  target.linear.push({ terms, low: -constant });
  return true;
}

function lead(a: string, b: string): Term {
  return { of: { [a]: 1, [b]: -1 }, plus: -LEAST };
}

function interviewsOf({ interviews }: RecordedNumber): number | null {
  return interviews;
}

/** Where a held number lies under the rule of rounding; an end that does not belong to it is moved inwards. */
export function spanOfNumber(
  { printed, low, high, rounded }: RecordedNumber,
  { rounding }: Pick<Assumptions, "rounding">,
): readonly [number, number] {
  if (low === null || high === null) throw new RangeError("a number that is not held has no span");
  if (!rounded || printed === null) return [low, high];
  const span = roundingSpan(printed, rounding);
  return [
    Math.max(low - 1, span.low + (span.lowOpen ? 2 * LEAST : 0), 0),
    Math.min(high + 1, span.high - (span.highOpen ? 2 * LEAST : 0)),
  ];
}

function distance({ shares }: Assumptions, weightedOn: boolean): ShareDefinition {
  switch (shares) {
    case "interviews":
      return { within: 0 };
    case "tenth":
      return { within: 0.1 };
    case "double":
      return { factor: 2 };
    case "by-weighting":
      return weightedOn ? { factor: 2 } : { within: 0.1 };
  }
}

/** The numbers of the system of some ids that are not known, without the system. */
export function openIds(
  evidence: Evidence,
  ids: readonly string[],
  freed: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set(membersOf(evidence, ids, freed).filter((id) => isOpen(evidence, freed, id)));
}

/** What of the assumptions the numbers of a system depend on. */
export interface SystemUses {
  readonly rounding: boolean;
  /** Whether a mean of groups with interviews bears on them, and whether the survey weights on what divides the groups. */
  readonly shares: boolean;
  readonly weightedOn: "all" | "some" | "none";
}

/** Which choices bear on the numbers that some ids are tied to. */
export function systemUses(
  evidence: Evidence,
  ids: readonly string[],
  freed: ReadonlySet<string>,
): SystemUses {
  const { compositions } = tied(evidence, ids, freed);
  const means = compositions.filter(({ bases }) => bases !== null);
  const weighted = means.filter(({ weightedOn }) => weightedOn).length;
  return {
    rounding: membersOf(evidence, ids, freed).some(
      (id) => !isOpen(evidence, freed, id) && evidence.numbers.get(id)?.rounded === true,
    ),
    shares: means.length > 0,
    weightedOn: weighted === 0 ? "none" : weighted === means.length ? "all" : "some",
  };
}

function membersOf(evidence: Evidence, ids: readonly string[], freed: ReadonlySet<string>): string[] {
  const { compositions, sums } = tied(evidence, ids, freed);
  return [
    ...new Set([
      ...ids,
      ...compositions.flatMap(({ total, parts }) => [total, ...parts]),
      ...sums.flatMap(({ total, parts }) => [...(total === null ? [] : [total]), ...parts]),
    ]),
  ];
}

/** Whether a number is not known here: lost, of people in no group, or given by the sentence itself. */
function isOpen(evidence: Evidence, freed: ReadonlySet<string>, id: string): boolean {
  return freed.has(id) || evidence.numbers.get(id)?.low == null;
}

/**
 * The sums and means that bear on some numbers: those in which one of them stands, and from there on those in which a
 * number stands that is not known. A mean with free weights over a number that stands nowhere else says nothing.
 */
function tied(evidence: Evidence, ids: readonly string[], freed: ReadonlySet<string>): Ties {
  const kept = ties.get(evidence) ?? new Map<string, Ties>();
  ties.set(evidence, kept);
  const key = `${ids.join()} ${[...freed].join()}`;
  const known = kept.get(key) ?? tiesOf(evidence, ids, (id) => isOpen(evidence, freed, id));
  kept.set(key, known);
  return known;
}

type Ties = Pick<Evidence, "compositions" | "sums">;

/** Cached by numbers: a claim is looked at several times, under other shares, design effects and readings. */
const ties = new WeakMap<Evidence, Map<string, Ties>>();

function tiesOf(
  { compositions, sums }: Evidence,
  ids: readonly string[],
  open: (id: string) => boolean,
): Ties {
  const reached = new Set(ids);
  const keptCompositions = new Set<Evidence["compositions"][number]>();
  const keptSums = new Set<Evidence["sums"][number]>();
  const grow = (members: readonly string[]) => {
    for (const id of members) if (open(id)) reached.add(id);
  };
  for (let size = -1; size !== keptCompositions.size + keptSums.size; ) {
    size = keptCompositions.size + keptSums.size;
    for (const composition of compositions) {
      const members = [composition.total, ...composition.parts];
      if (!members.some((id) => reached.has(id)) || keptCompositions.has(composition)) continue;
      keptCompositions.add(composition);
      grow(members);
    }
    for (const sum of sums) {
      const members = [...sum.parts, ...(sum.total === null ? [] : [sum.total])];
      if (!members.some((id) => reached.has(id)) || keptSums.has(sum)) continue;
      keptSums.add(sum);
      grow(members);
    }
  }
  // What ties together numbers that are all there already costs nothing, and a witness must agree with it.
  const members = new Set([
    ...ids,
    ...[...keptCompositions].flatMap(({ total, parts }) => [total, ...parts]),
    ...[...keptSums].flatMap(({ total, parts }) => [...parts, ...(total === null ? [] : [total])]),
  ]);
  for (const composition of compositions) {
    if ([composition.total, ...composition.parts].every((id) => members.has(id)))
      keptCompositions.add(composition);
  }
  const asked = new Set(ids);
  for (let dropped = true; dropped; ) {
    dropped = false;
    const uses = new Map<string, number>();
    for (const { total, parts } of keptCompositions)
      for (const id of [total, ...parts]) uses.set(id, (uses.get(id) ?? 0) + 1);
    for (const { total, parts } of keptSums)
      for (const id of [...parts, ...(total === null ? [] : [total])]) uses.set(id, (uses.get(id) ?? 0) + 1);
    const alone = (id: string) => open(id) && !asked.has(id) && uses.get(id) === 1;
    for (const composition of keptCompositions) {
      if (composition.bases !== null && !alone(composition.total)) continue;
      if ([composition.total, ...composition.parts].some(alone)) {
        keptCompositions.delete(composition);
        dropped = true;
      }
    }
  }
  return { compositions: [...keptCompositions], sums: [...keptSums] };
}
