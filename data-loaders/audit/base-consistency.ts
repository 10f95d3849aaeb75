import { DIMENSION_NAMES, type Group, groupKey } from "../../src/model/dimensions.js";
import { formatNumber } from "../../src/model/format.js";
import type { Base } from "../../src/model/value.js";
import type { Raw } from "../read/index.js";
import type { Check } from "./check.js";
import { AUDIT_RULES } from "./rules/index.js";
import type { Inside } from "./rules/rules.js";

/**
 * Checks that no base exceeds one that contains it: by definition, or as a group of a population in one period.
 * Groups that a reconciliation sums are checked there.
 */
export function checkBaseConsistency(raw: Raw): Check[] {
  return [
    ...AUDIT_RULES.flatMap(({ publication, populations }) => {
      const bases = raw.bases.filter((base) => base.publication === publication);
      return populations.flatMap((inside) => definitionChecks(bases, inside));
    }),
    ...groupChecks(raw),
  ];
}

function definitionChecks(bases: readonly Base[], inside: Inside): Check[] {
  const of = (population: string) => bases.filter((base) => base.population === population);
  return inside.inner.flatMap((population) => {
    const own = of(population);
    return own.flatMap((inner) => {
      const outer = closest(of(inside.outer), inner);
      if (outer === undefined) return [];
      const same = groupKey(outer.group) === groupKey(inner.group);
      if (inside.sameGroup && !same) return [];
      // A group inside a larger group of the same population is checked against that one.
      const between = own.some((base) => base !== inner && contains(base, inner) && contains(outer, base));
      return between ? [] : [compare(inner, outer, inside.says)];
    });
  });
}

function groupChecks({ bases, reconciliations }: Raw): Check[] {
  const added = new Set(
    reconciliations.flatMap(({ total, parts }) => parts.map((part) => `${part} in ${total}`)),
  );
  return bases.flatMap((inner) => {
    const others = bases.filter(
      (base) =>
        base !== inner && base.publication === inner.publication && base.population === inner.population,
    );
    const outer = closest(others, inner);
    if (outer === undefined || added.has(`${inner.id} in ${outer.id}`)) return [];
    // Most unknown ones are not in the text; a line for each would be noise.
    if (inner.interviews === null || outer.interviews === null) return [];
    return [compare(inner, outer, "a group is among those of whom it is a part")];
  });
}

function compare(inner: Base, outer: Base, says: string): Check {
  const common = {
    id: `${inner.id}.within.${outer.id.split(".base.")[1] ?? outer.id}`,
    kind: "base-consistency",
    inputs: [inner.id, outer.id],
  } as const;
  if (inner.interviews === null || outer.interviews === null) {
    const absent = [inner, outer].filter(({ interviews }) => interviews === null).map(({ id }) => id);
    return { ...common, status: "not checked", because: `not in the text we hold: ${absent.join(", ")}` };
  }
  const inside = inner.interviews <= outer.interviews;
  return {
    ...common,
    status: inside ? "passed" : "failed",
    because: `${formatNumber(inner.interviews)} ${inside ? "of" : "is more than"} ${formatNumber(outer.interviews)}: ${says}`,
  };
}

/** The base with the narrowest group that contains the group of `inner`, in the same period. */
function closest(bases: readonly Base[], inner: Base): Base | undefined {
  return bases
    .filter((base) => contains(base, inner))
    .toSorted((a, b) => Object.keys(b.group).length - Object.keys(a.group).length)[0];
}

function contains(outer: Base, inner: Base): boolean {
  return outer.period === inner.period && holds(outer.group, inner.group);
}

function holds(outer: Group, inner: Group): boolean {
  return DIMENSION_NAMES.every((d) => outer[d] === undefined || outer[d] === inner[d]);
}
