import type { BoundProblem, CompleteSystem, Figure } from "../../../src/bounds/index.js";

const Z = 1.959963984540054;

/**
 * The paths of the statements that a system breaks by more than `room` (points; shares: its hundredth), evaluated from the
 * words of the manual alone: nothing of src is used. Numbers are rounded half up and their intervals closed.
 */
export function brokenStatements(problem: BoundProblem, system: CompleteSystem, room = 1e-5): string[] {
  const broken: string[] = [];
  const claim = (path: string, ...holds: boolean[]) => {
    if (holds.includes(false)) broken.push(path);
  };
  const value = (id: string) => system.values[id] ?? Number.NaN;
  const from = (x: number, low: number, high: number) => x >= low - room && x <= high + room;

  problem.unknowns.forEach(({ id, low = 0, high = 100 }, i) => {
    claim(`unknowns[${i}]`, from(value(id), low, high));
  });
  problem.identities?.forEach(({ total, parts, shares: name, shareTolerance, sum }, i) => {
    const path = `identities[${i}]`;
    const figure = (f: Figure, at: string) => {
      if ("id" in f) return value(f.id);
      const x = system.printed[at] ?? Number.NaN;
      const half = 0.5 / 10 ** (f.printed.split(".")[1]?.length ?? 0);
      claim(path, from(x, Math.max(0, Number(f.printed) - half), Number(f.printed) + half));
      return x;
    };
    const whole = figure(total, `${path}.total`);
    const figures = parts.map((part, k) => figure(part, `${path}.parts[${k}]`));
    if (sum) {
      const together = figures.reduce((s, x) => s + x, 0);
      claim(path, from(together, whole, whole));
      return;
    }
    const w = system.shares[name ?? path] ?? [];
    const mean = figures.reduce((s, x, k) => s + x * (w[k] ?? Number.NaN), 0);
    const set = name === undefined ? { within: shareTolerance } : (problem.shares?.[name] ?? {});
    const own = parts.flatMap(({ base }) => (base === undefined ? [] : [base]));
    const bases = ("bases" in set && set.bases) || (own.length === parts.length ? own : null);
    const all = bases?.reduce((s, b) => s + b, 0) ?? Number.NaN;
    const { factor, growthAtMost, nondecreasing } = {
      factor: undefined,
      growthAtMost: undefined,
      ...set,
    } as {
      factor?: number;
      growthAtMost?: number;
      nondecreasing?: boolean;
    };
    const within = set.within ?? (bases !== null && factor === undefined ? 0.1 : Infinity);
    const slack = room / 100;
    claim(
      path,
      from(mean, whole, whole),
      w.length === parts.length,
      Math.abs(w.reduce((s, x) => s + x, 0) - 1) < slack,
      w.every((x) => x >= -slack),
      bases === null ||
        w.every((x, k) => {
          const base = (bases[k] ?? Number.NaN) / all;
          const near = Math.abs(x - base) <= within * base + slack;
          return near && (factor === undefined || (x >= base / factor - slack && x <= base * factor + slack));
        }),
      !(nondecreasing || growthAtMost !== undefined) ||
        w.every((x, k) => k === 0 || x >= (w[k - 1] ?? 0) - slack),
      growthAtMost === undefined || (w.at(-1) ?? 0) <= growthAtMost * (w[0] ?? 0) + slack,
    );
  });
  problem.order?.forEach(([a, sign, b, least = 0], i) => {
    const lead = value(a) - value(b);
    const holds = { ">": lead >= least - room, "<": -lead >= least - room, "=": Math.abs(lead) <= room };
    claim(`order[${i}]`, holds[sign[0] as "<" | ">" | "="]);
  });
  problem.ranges?.forEach(({ id, low = 0, high = 100 }, i) => {
    claim(`ranges[${i}]`, from(value(id), low, high));
  });
  const beyond = (a: number, b: number, deff: number, [na, nb]: readonly [number, number]) =>
    Math.abs(a - b) -
    Z * Math.sqrt(deff * (Math.max(0, a * (100 - a)) / na + Math.max(0, b * (100 - b)) / nb));
  problem.significant?.forEach(({ greater, less, deff, bases }, i) => {
    const [a, b] = [value(greater), value(less)];
    claim(`significant[${i}]`, a > b && beyond(a, b, deff, bases) >= -room);
  });
  problem.differ?.forEach(({ a, b, deff, bases }, i) => {
    claim(`differ[${i}]`, value(a) !== value(b) && beyond(value(a), value(b), deff, bases) >= -room);
  });
  problem.notSignificant?.forEach(({ a, b, deff, bases }, i) => {
    claim(`notSignificant[${i}]`, beyond(value(a), value(b), deff, bases) <= room);
  });
  return [...new Set(broken)];
}

/** Whether every number lies where a percentage can. */
export function arePercentages(values: Readonly<Record<string, number>>): boolean {
  return Object.values(values).every((x) => x >= -1e-6 && x <= 100 + 1e-6);
}
