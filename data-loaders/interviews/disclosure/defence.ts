import { agrees, attack, type FeasibilityInterval, farApart } from "./attack.js";
import type { CountSystem } from "./counts.js";
import { type Deviation, deviationOf, leastDeviation, trueValue } from "./deviations.js";
import { type Boxes, knowledge, type Limits, type Pattern, type Reason } from "./knowledge.js";
import { propagate } from "./propagate.js";
import type { Rules } from "./rules.js";
import { type Target, targetsOf } from "./targets.js";

/** The possible numbers of shown counts under a pattern. */
export type BoxesOf = (pattern: Pattern) => Boxes;

/**
 * A suppression pattern under attack. Tables found by attacks are cached: while consistent with a changed pattern,
 * they prove intervals without another linear programme.
 */
export class Defence {
  readonly system: CountSystem;
  readonly rules: readonly Rules[];
  readonly #pattern: Map<number, Reason>;
  readonly #boxesOf: BoxesOf;
  readonly #found = new Map<string, readonly [Deviation, Deviation]>();
  /** Keys of cached tables known to be consistent with the current pattern. */
  readonly #agreeing = new Set<string>();
  /** How often each target failed in bulk checks. */
  readonly #failures = new Map<string, number>();
  #raw: Limits | null = null;
  #limits: Limits | null = null;
  #targets: Target[] | null = null;

  constructor(
    system: CountSystem,
    rules: readonly Rules[],
    pattern: Pattern,
    boxesOf: BoxesOf = () => new Map(),
  ) {
    this.system = system;
    this.rules = rules;
    this.#pattern = new Map(pattern);
    this.#boxesOf = boxesOf;
  }

  get pattern(): Pattern {
    return this.#pattern;
  }

  get targets(): readonly Target[] {
    this.#targets ??= targetsOf(this.system, this.#pattern, this.rules);
    return this.#targets;
  }

  suppress(count: number, reason: Reason): void {
    this.#pattern.set(count, reason);
    this.#forget();
    // Suppressing invalidates no table, but with rounding it reduces the room of others.
    if (this.rules.some(({ rounding }) => rounding !== null)) this.#agreeing.clear();
  }

  restore(count: number): void {
    this.#pattern.delete(count);
    this.#forget();
    const { table } = this.system.counts[count];
    const known = this.system.tables[table] ?? [count];
    for (const key of this.#agreeing)
      if (this.#found.get(key)?.some((deviation) => known.some((i) => deviation.has(i))))
        this.#agreeing.delete(key);
  }

  /** Replaces the pattern. */
  reset(pattern: Pattern): void {
    this.#pattern.clear();
    for (const [i, reason] of pattern) this.#pattern.set(i, reason);
    this.#forget();
    this.#agreeing.clear();
  }

  #forget(): void {
    this.#raw = this.#limits = this.#targets = null;
  }

  #keep(target: Target, tables: readonly [Deviation, Deviation]): void {
    const key = keyOf(target);
    this.#found.set(key, tables);
    this.#agreeing.add(key);
  }

  /** The attacker's limits of each count alone. */
  get raw(): Limits {
    const least = this.rules.map((rule) => rule.least);
    this.#raw ??= knowledge(this.system, this.#pattern, least, this.#boxesOf(this.#pattern));
    return this.#raw;
  }

  /** Limits after propagating each relation alone. */
  get limits(): Limits {
    this.#limits ??= propagate(this.system, this.raw);
    if (this.#limits === null) throw new Error("the true counts break what is said to be known");
    return this.#limits;
  }

  interval(target: Target): FeasibilityInterval {
    const { form } = target;
    const kept = this.#proof(target);
    // Tables that reach a count's limits are the best possible.
    const [least, greatest] = this.#reach(target);
    const truth = trueValue(this.system, form);
    if (kept !== null) {
      const [low, high] = kept.map((table) => truth + deviationOf(form, table)) as [number, number];
      if (low === least && high === greatest) return { low, high, tables: kept };
    }
    return attack(this.system, this.limits, form);
  }

  /** Quick check by limits alone: true means too narrow. */
  isPlainlyNarrow(target: Target): boolean {
    const [least, greatest] = this.#reach(target);
    return greatest - least + 1 < target.required;
  }

  isProtected(target: Target): boolean {
    if (this.isPlainlyNarrow(target)) return false;
    if (this.#proof(target) !== null) return true;
    const tables = farApart(this.system, this.limits, target.form, target.required - 1);
    if (tables !== null) this.#keep(target, tables);
    return tables !== null;
  }

  /** Whether all are protected; first moves many together, which proves most with two programmes. */
  areProtected(targets: readonly Target[]): boolean {
    if (targets.some((target) => this.isPlainlyNarrow(target))) return false;
    // Frequent failures first.
    const failures = (target: Target) => this.#failures.get(keyOf(target)) ?? 0;
    const [first, ...others] = targets.toSorted((a, b) => failures(b) - failures(a));
    if (first === undefined) return true;
    const stands = (target: Target) => {
      const is = this.isProtected(target);
      if (!is) this.#failures.set(keyOf(target), failures(target) + 1);
      return is;
    };
    if (!stands(first)) return false;
    this.#moveTogether(others);
    return others.every(stands);
  }

  /** The unprotected targets. */
  narrow(targets: readonly Target[]): Target[] {
    this.#moveTogether(targets.filter((target) => !this.isPlainlyNarrow(target)));
    return targets.filter((target) => !this.isProtected(target));
  }

  /** The target's range given the limits. */
  #reach({ form: { index, coefficient } }: Target): readonly [number, number] {
    const { low, high } = this.limits;
    let [least, greatest] = [0, 0];
    index.forEach((i, k) => {
      const isPlus = coefficient[k] > 0;
      least += isPlus ? low[i] : -high[i];
      greatest += isPlus ? high[i] : -low[i];
    });
    return [least, greatest];
  }

  /** Two tables, consistent with the pattern, that are far enough apart for the target. */
  #proof(target: Target): readonly [Deviation, Deviation] | null {
    const { form, required } = target;
    const key = keyOf(target);
    const kept = this.#found.get(key);
    if (kept === undefined || deviationOf(form, kept[1]) - deviationOf(form, kept[0]) + 1 < required)
      return null;
    if (this.#agreeing.has(key)) return kept;
    if (!kept.every((table) => agrees(this.system, this.raw, table))) return null;
    this.#agreeing.add(key);
    return kept;
  }

  /** Moves all linked targets up, and down, together: two tables that prove many intervals. */
  #moveTogether(targets: readonly Target[]): void {
    let open = targets.filter((target) => this.#proof(target) === null);
    while (open.length > 1) {
      const tied = this.tiedTo(open[0].form.index);
      const here = open.filter(({ form }) => form.index.some((i) => tied.has(i)));
      open = open.filter((target) => !here.includes(target));
      // Complementary counts compensate by themselves.
      const moved = here.filter(({ reason }) => reason !== "complementary");
      if (moved.length < 2) continue;
      const tables = [-1, 1].map((sign) => this.#together(moved, sign));
      if (tables.includes(null)) continue;
      const [up, down] = tables as [Deviation, Deviation];
      for (const target of here) {
        const width = deviationOf(target.form, up) - deviationOf(target.form, down);
        if (Math.abs(width) + 1 >= target.required) this.#keep(target, width > 0 ? [down, up] : [up, down]);
      }
    }
  }

  /** The table with the least signed sum of targets; null unless integral, which is fine for a shortcut. */
  #together(targets: readonly Target[], sign: number): Deviation | null {
    const sum = new Map<number, number>();
    for (const { form } of targets)
      form.index.forEach((i, k) => {
        sum.set(i, (sum.get(i) ?? 0) + sign * form.coefficient[k]);
      });
    const form = { index: [...sum.keys()], coefficient: [...sum.values()] };
    const found = leastDeviation(this.system, { limits: this.limits, form });
    if (found === null) return null;
    const whole = new Map([...found].map(([i, y]) => [i, Math.round(y)] as const));
    return agrees(this.system, this.limits, whole) ? whole : null;
  }

  /** Counts that an attack on these can move: linked by rows of unknown counts. */
  tiedTo(counts: Iterable<number>): ReadonlySet<number> {
    const { low, high } = this.limits;
    const tied = new Set(counts);
    for (const i of tied)
      for (const r of this.system.rowsOf[i])
        for (const j of this.system.rows[r]?.index ?? []) if (low[j] < high[j]) tied.add(j);
    return tied;
  }
}

const keyOf = ({ build, id }: Target) => `${build} ${id}`;
