import { agrees, attack, type FeasibilityInterval } from "./attack.js";
import type { CountSystem } from "./count-system.js";
import { type Deviation, deviationOf } from "./deviations.js";
import { type Boxes, knowledge, type Limits, type Pattern, type Reason } from "./knowledge.js";
import { propagate } from "./propagate.js";
import type { Rules } from "./rules.js";
import { type Target, targetsOf } from "./targets.js";

/** Which numbers a count that is shown may stand for, given what is suppressed. */
export type BoxesOf = (pattern: Pattern) => Boxes;

/**
 * A suppression pattern under attack. Tables that an attack has found are kept: while they agree with a changed pattern,
 * they prove an interval without another linear programme.
 */
export class Defence {
  readonly system: CountSystem;
  readonly rules: readonly Rules[];
  readonly #pattern: Map<number, Reason>;
  readonly #boxesOf: BoxesOf;
  readonly #found = new Map<string, readonly [Deviation, Deviation]>();
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
    this.#raw = this.#limits = this.#targets = null;
  }

  restore(count: number): void {
    this.#pattern.delete(count);
    this.#raw = this.#limits = this.#targets = null;
  }

  /** What the attacker knows of each count by itself. */
  get raw(): Limits {
    const least = this.rules.map((rule) => rule.least);
    this.#raw ??= knowledge(this.system, this.#pattern, least, this.#boxesOf(this.#pattern));
    return this.#raw;
  }

  /** The same after each relation was used by itself. */
  get limits(): Limits {
    this.#limits ??= propagate(this.system, this.raw);
    if (this.#limits === null) throw new Error("the true counts break what is said to be known");
    return this.#limits;
  }

  interval(target: Target): FeasibilityInterval {
    const found = attack(this.system, this.limits, target.form);
    this.#found.set(keyOf(target), found.tables);
    return found;
  }

  /** Whether the limits alone leave the target too little: quick, and never wrong where it says so. */
  isPlainlyNarrow({ form, required }: Target): boolean {
    const { low, high } = this.limits;
    let width = 1;
    for (const i of form.index) width += (high[i] as number) - (low[i] as number);
    return width < required;
  }

  isProtected(target: Target): boolean {
    if (this.isPlainlyNarrow(target)) return false;
    const { form, required } = target;
    const kept = this.#found.get(keyOf(target));
    if (kept !== undefined && deviationOf(form, kept[1]) - deviationOf(form, kept[0]) + 1 >= required)
      if (kept.every((deviation) => agrees(this.system, this.limits, deviation))) return true;
    const { low, high } = this.interval(target);
    return high - low + 1 >= required;
  }

  /** The counts that an attack on one of these could move: those tied to it by rows of counts that are not known. */
  tiedTo(counts: Iterable<number>): ReadonlySet<number> {
    const { low, high } = this.limits;
    const tied = new Set(counts);
    for (const i of tied)
      for (const r of this.system.rowsOf[i] as readonly number[])
        for (const j of this.system.rows[r]?.index ?? [])
          if ((low[j] as number) < (high[j] as number)) tied.add(j);
    return tied;
  }
}

const keyOf = ({ build, id }: Target) => `${build} ${id}`;
