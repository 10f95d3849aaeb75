import type { Base } from "./tables.js";

/** Every pair of nested bases, direct or transitive. */
export function inclusions(bases: readonly Base[]): { inner: string; outer: string; guarded: boolean }[] {
  const byId = new Map(bases.map((base) => [base.id, base]));
  return bases.flatMap(({ id: inner }) => {
    const found = new Map<string, boolean>();
    const climb = (id: string, guarded: boolean) => {
      for (const { base, outside } of byId.get(id)?.within ?? []) {
        const here = guarded || outside === "group";
        if (base === inner || (found.has(base) && (found.get(base) || !here))) continue;
        found.set(base, here);
        climb(base, here);
      }
    };
    climb(inner, false);
    return [...found].map(([outer, guarded]) => ({ inner, outer, guarded }));
  });
}
