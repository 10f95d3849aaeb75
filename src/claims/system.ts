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
import { type Case, idsOfCase, MIN_DIFFERENCE } from "./cases.js";
import type { Composition, Evidence, RecordedNumber, Sum } from "./numbers.js";
import { roundingSpan } from "./rounding.js";
import { effectiveDesignEffect } from "./significance.js";
import type { Term } from "./term.js";

/** Maps a number to the 0 to 100 of the bounds engine: number = from + size times x. */
interface Scale {
  readonly from: number;
  readonly size: number;
}

const PERCENT: Scale = { from: 0, size: 1 };

/** Upper limit for an unknown base: claims only ask which of two is larger. */
const MAX_INTERVIEWS = 100_000;

/** Relative margin on a design effect, so that witnesses are clearly significant or clearly not. */
const OFF_THRESHOLD = 1e-5;

/** The unknowns of a claim's system, with their relations. */
export interface ClaimSystem {
  readonly problem: BoundProblem;
  /** Adds one case of a condition to the problem. */
  readonly with: (of: Case) => BoundProblem;
  /** Translates a system's values back to numbers. */
  readonly read: (values: Readonly<Record<string, number>>) => Record<string, number>;
  /** Ids with an unknown number: lost, or given by the sentence itself. */
  readonly open: readonly string[];
  /** Ids with a known number, up to rounding or wording. */
  readonly held: readonly string[];
}

export interface SystemOptions {
  /** The ids of the conditions; those of the assumed claims are added. */
  readonly ids: readonly string[];
  /** Numbers to treat as unknown. */
  readonly freed: ReadonlySet<string>;
  /** Statements of other claims. */
  readonly given?: readonly Case[];
  /** Known numbers fixed at one value. */
  readonly fixed?: ReadonlyMap<string, number>;
  /** Whether to fix shares at those of the interviews, or at equal shares: fewer systems, found quickly. */
  readonly centred?: boolean;
}

/**
 * The system of the numbers in a condition: its own, and those that sums and weighted means tie to unknown ones.
 * Known numbers that tie nothing unknown are left out.
 *
 * @throws RangeError for an id that is not recorded
 */
export function claimSystem(
  evidence: Evidence,
  assumptions: Assumptions,
  { ids: asked, freed, given = [], fixed = new Map(), centred = false }: SystemOptions,
): ClaimSystem {
  const ids = [...new Set([...asked, ...given.flatMap(idsOfCase)])];
  const { compositions, sums } = tied(evidence, ids, freed);
  const all = membersOf(evidence, ids, freed);
  const { unknowns, scales, open, held } = unknownsOf(all, evidence, assumptions, { freed, fixed });
  const means = meansOf(compositions, assumptions, centred);
  const context = { evidence, assumptions, scales };
  const base: Statements = {
    linear: sums.map(sumStatement),
    significant: [],
    notSignificant: [],
    ranges: [],
  };
  let impossible = false;
  for (const of of given) impossible = !addCase(base, of, context) || impossible;
  const make = (statements: Statements): BoundProblem => ({ unknowns, ...means, ...statements });
  return {
    problem: make(base),
    with(of) {
      const copy: Statements = {
        linear: [...base.linear],
        significant: [...base.significant],
        notSignificant: [...base.notSignificant],
        ranges: [...base.ranges],
      };
      const possible = addCase(copy, of, context) && !impossible;
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

/** The unknowns of the bounds engine for some numbers, with their scales and whether each number is known. */
interface Unknowns extends Pick<ClaimSystem, "open" | "held"> {
  readonly unknowns: readonly Unknown[];
  readonly scales: ReadonlyMap<string, Scale>;
}

function unknownsOf(
  ids: readonly string[],
  evidence: Evidence,
  assumptions: Assumptions,
  { freed, fixed }: Required<Pick<SystemOptions, "freed" | "fixed">>,
): Unknowns {
  const open: string[] = [];
  const held: string[] = [];
  const scales = new Map<string, Scale>();
  const unknowns: Unknown[] = [];
  for (const id of ids) {
    const number = evidence.numbers.get(id);
    if (number === undefined) {
      // The residual exists only in its composition.
      unknowns.push({ id });
      scales.set(id, PERCENT);
      open.push(id);
      continue;
    }
    const span = isOpen(evidence, freed, id) ? null : spanOfNumber(number, assumptions);
    const point = fixed.get(id);
    const [low, high] =
      span === null
        ? number.unit === "percent"
          ? [0, 100]
          : [0, MAX_INTERVIEWS]
        : point === undefined
          ? span
          : [point, point];
    const scale =
      number.unit === "percent" ? PERCENT : { from: low, size: high > low ? (high - low) / 100 : 0 };
    scales.set(id, scale);
    (span === null ? open : held).push(id);
    unknowns.push(number.unit === "percent" ? { id, low, high } : { id });
  }
  return { unknowns, scales, open, held };
}

/** The weighted means as identities, each with the weights that the assumptions allow. */
function meansOf(
  compositions: readonly Composition[],
  assumptions: Assumptions,
  centred: boolean,
): Required<Pick<BoundProblem, "shares" | "identities">> {
  const shares: Record<string, ShareDefinition> = {};
  const identities: Identity[] = compositions.map(({ total, parts, bases, weightedOn }, i) => {
    shares[`shares-${i}`] = centred
      ? { bases: bases ?? parts.map(() => 1), within: 0 }
      : bases === null
        ? {}
        : { bases, ...distance(assumptions, weightedOn) };
    return { total: { id: total }, parts: parts.map((id) => ({ id })), shares: `shares-${i}`, name: total };
  });
  return { shares, identities };
}

/** A sum as a linear statement: its parts add up to its total, or to 100, or to no more. */
function sumStatement({ total, parts, atMost }: Sum): LinearStatement {
  const terms: (readonly [string, number])[] = parts.map((id) => [id, 1] as const);
  const whole = total === null ? 100 : 0;
  if (total !== null) terms.push([total, -1]);
  return { terms, high: whole, ...(atMost ? {} : { low: whole }) };
}

/** The statements of a problem; extended in place. */
interface Statements {
  readonly linear: LinearStatement[];
  readonly significant: SignificantStatement[];
  readonly notSignificant: PairStatement[];
  readonly ranges: RangeStatement[];
}

/** What the requirements of a case are translated with. */
interface CaseContext {
  readonly evidence: Evidence;
  readonly assumptions: Assumptions;
  readonly scales: ReadonlyMap<string, Scale>;
}

/** Adds the requirements of a case; false where one of them can never hold. */
function addCase(target: Statements, of: Case, { evidence, assumptions, scales }: CaseContext): boolean {
  return of.every((requirement) => {
    if ("atLeastZero" in requirement) return putLinear(target, requirement.atLeastZero, scales);
    const { a, b, significant, deff: own = assumptions.deff } = requirement;
    const [first, second] = [numberAt(evidence, a), numberAt(evidence, b)];
    // Without bases any difference may or may not be significant: only its direction is tested.
    if (first.interviews === null || second.interviews === null) {
      return significant === "no" || putLinear(target, lead(a, b), scales);
    }
    const deff = effectiveDesignEffect({ ...assumptions, deff: own }, first, second);
    // A difference at the threshold is ambiguous: systems keep a little distance.
    const pair = {
      deff: deff * (significant === "ab" ? 1 + OFF_THRESHOLD : 1 - OFF_THRESHOLD),
      bases: [first.interviews, second.interviews] as const,
    };
    if (significant === "ab") target.significant.push({ greater: a, less: b, ...pair });
    else target.notSignificant.push({ a, b, ...pair });
    return true;
  });
}

function numberAt(evidence: Evidence, id: string): RecordedNumber {
  const found = evidence.numbers.get(id);
  if (found === undefined) throw new RangeError(`no number is recorded as "${id}"`);
  return found;
}

/** Adds "term >= 0"; false where the term is a negative constant. */
function putLinear(target: Statements, { of, plus }: Term, scales: ReadonlyMap<string, Scale>): boolean {
  let constant = plus;
  const terms: [string, number][] = [];
  for (const [id, c] of Object.entries(of)) {
    const { from, size } = scales.get(id) ?? PERCENT;
    constant += c * from;
    if (c * size !== 0) terms.push([id, c * size]);
  }
  if (terms.length === 0) return constant >= -MIN_DIFFERENCE / 10;
  target.linear.push({ terms, low: -constant });
  return true;
}

function lead(a: string, b: string): Term {
  return { of: { [a]: 1, [b]: -1 }, plus: -MIN_DIFFERENCE };
}

/** The range of a known number under the rounding rule; open ends are moved inwards. */
export function spanOfNumber(
  { printed, low, high, rounded }: RecordedNumber,
  { rounding }: Pick<Assumptions, "rounding">,
): readonly [number, number] {
  if (low === null || high === null) throw new RangeError("a number that is not held has no span");
  if (!rounded || printed === null) return [low, high];
  const span = roundingSpan(printed, rounding);
  return [
    Math.max(low - 1, span.low + (span.lowOpen ? 2 * MIN_DIFFERENCE : 0), 0),
    Math.min(high + 1, span.high - (span.highOpen ? 2 * MIN_DIFFERENCE : 0)),
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

/** The unknown numbers of a system, without building it. */
export function openIds(
  evidence: Evidence,
  ids: readonly string[],
  freed: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set(membersOf(evidence, ids, freed).filter((id) => isOpen(evidence, freed, id)));
}

/** The assumptions that the numbers of a system depend on. */
export interface SystemUses {
  readonly rounding: boolean;
  /** Whether a mean with known bases is involved, and whether the survey weights on what divides its groups. */
  readonly shares: boolean;
  readonly weightedOn: "all" | "some" | "none";
}

/** The choices that affect the numbers tied to some ids. */
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
  return [...new Set([...ids, ...[...compositions, ...sums].flatMap(idsOfTie)])];
}

/** The ids in a mean or a sum: its total, if it has one, and its parts. */
function idsOfTie({ total, parts }: Composition | Sum): string[] {
  return total === null ? [...parts] : [total, ...parts];
}

/** Whether a number is unknown: lost, a residual, or given by the sentence itself. */
function isOpen(evidence: Evidence, freed: ReadonlySet<string>, id: string): boolean {
  return freed.has(id) || evidence.numbers.get(id)?.low == null;
}

/** The sums and means that bear on some numbers; see `tiesOf`. */
function tied(evidence: Evidence, ids: readonly string[], freed: ReadonlySet<string>): Ties {
  const cache = tiesCache.get(evidence) ?? new Map<string, Ties>();
  tiesCache.set(evidence, cache);
  const key = `${ids.join()} ${[...freed].join()}`;
  const ties = cache.get(key) ?? tiesOf(evidence, ids, (id) => isOpen(evidence, freed, id));
  cache.set(key, ties);
  return ties;
}

type Ties = Pick<Evidence, "compositions" | "sums">;

/** Cache by ids: a claim is judged several times, under different shares, design effects and readings. */
const tiesCache = new WeakMap<Evidence, Map<string, Ties>>();

/**
 * The sums and means ("ties") that bear on the numbers `ids`, found by two fixpoints: ties are collected along unknown
 * numbers, then means that constrain nothing are dropped.
 *
 * Collecting. Invariant, before and after each round: `reached` holds `ids` and every unknown number of a collected tie,
 * and a tie is collected only if it contains a number that was reached. A round collects every tie with a reached number.
 * Ties are only added, so it ends: with a round that adds none, after which no other tie contains a reached number. Known
 * numbers are not followed: their rounding limits them already, and a tie left out only widens what is possible.
 *
 * Dropping. Invariant: solutions for `ids` under the remaining ties are those under all collected ones. A round drops means
 * with a lone number, which is unknown, not in `ids` and in no other remaining tie. Whatever the mean's other numbers are,
 * the lone one can make it true: as the total, which may be any mean of its parts; or, with free weights, as any member.
 * A part under limited weights is kept, since it is limited by them. Dropping may leave another number alone, hence the
 * rounds; ties are only removed, so it ends.
 */
function tiesOf(
  { compositions, sums }: Evidence,
  ids: readonly string[],
  open: (id: string) => boolean,
): Ties {
  const reached = new Set(ids);
  const means = new Set<Composition>();
  const keptSums = new Set<Sum>();
  const collect = <Tie extends Composition | Sum>(ties: readonly Tie[], kept: Set<Tie>) => {
    for (const tie of ties) {
      const members = idsOfTie(tie);
      if (kept.has(tie) || !members.some((id) => reached.has(id))) continue;
      kept.add(tie);
      for (const id of members) if (open(id)) reached.add(id);
    }
  };
  for (let size = -1; size !== means.size + keptSums.size; ) {
    size = means.size + keptSums.size;
    collect(compositions, means);
    collect(sums, keptSums);
  }
  // Means among numbers that are all in the system cost nothing, and a witness must satisfy them.
  const members = new Set([...ids, ...[...means, ...keptSums].flatMap(idsOfTie)]);
  for (const mean of compositions) if (idsOfTie(mean).every((id) => members.has(id))) means.add(mean);

  const asked = new Set(ids);
  for (let dropped = true; dropped; ) {
    dropped = false;
    const uses = new Map<string, number>();
    for (const id of [...means, ...keptSums].flatMap(idsOfTie)) uses.set(id, (uses.get(id) ?? 0) + 1);
    const alone = (id: string) => open(id) && !asked.has(id) && uses.get(id) === 1;
    for (const mean of means) {
      if (mean.bases === null ? !idsOfTie(mean).some(alone) : !alone(mean.total)) continue;
      means.delete(mean);
      dropped = true;
    }
  }
  return { compositions: [...means], sums: [...keptSums] };
}
