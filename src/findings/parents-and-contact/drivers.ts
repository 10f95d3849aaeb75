import { boundsOf } from "../../analysis/bounds-of.js";
import { INTERVIEW } from "../../analysis/interview-worth.js";
import {
  type BoundProblem,
  countCharts as count,
  oneWayRanges,
  type SignificantStatement,
} from "../../bounds/index.js";
import { memoize } from "../../model/memoize.js";
import type { DriverQuestion } from "./driver-facts.js";
import type { Facts } from "./facts.js";
import { DIRECTION } from "./options.js";
import type { DriverRow, Ends } from "./schema.js";

const countCharts = /* @__PURE__ */ memoize(count);

/** Possible values of an unknown figure or a gap, as intervals in order; empty if infeasible. */
export type DriverSet = readonly (readonly [low: number, high: number])[];

/**
 * The statements about a question: everyone's figure is the weighted mean of both parents', whose difference is
 * significant. Receiving Parents weigh within a tenth of their share of the interviews, since the survey does not
 * weight on parent type; half to double it where the Paying bar excludes a contact reason, on which the survey does
 * weight.
 */
export function driverProblem(
  { receiving, paying, total, payingChangeOnly, locator }: DriverQuestion,
  deff: number,
  direction: "receiving" | "paying" | null,
): BoundProblem {
  const unknown = (id: string, { low, high }: { low: number | null; high: number | null }) =>
    low === null || high === null ? { id } : { id, low, high };
  const said = { deff, name: "the difference between the parents is significant", locator };
  const bases = [receiving.interviews, paying.interviews] as const;
  const significant: SignificantStatement[] =
    direction === null
      ? []
      : direction === "receiving"
        ? [{ ...said, greater: "receiving", less: "paying", bases }]
        : [{ ...said, greater: "paying", less: "receiving", bases: [bases[1], bases[0]] }];
  return {
    unknowns: [unknown("receiving", receiving), unknown("paying", paying)],
    shares: { asked: { bases, ...(payingChangeOnly ? { factor: 2 } : { within: 0.1 }) } },
    identities: [
      {
        total: { printed: total.printed },
        parts: [{ id: "receiving" }, { id: "paying" }],
        shares: "asked",
        name: "everyone is the weighted mean of both parents",
        locator,
      },
    ],
    significant,
    differ: direction === null ? [{ ...said, a: "receiving", b: "paying", bases }] : [],
  };
}

/**
 * The possible values of the two bars and their gap. With a direction the feasible set is connected, so that each has
 * one range; without it there are two such sets, one per direction.
 */
export function driverSets(question: DriverQuestion, deff: number, directed: boolean) {
  const found = (["receiving", "paying"] as const)
    .filter((direction) => !directed || direction === "receiving")
    .map((direction) => {
      const problem: BoundProblem = { ...driverProblem(question, deff, direction), ends: "closed" };
      const { bounds } = boundsOf(
        { ...problem, ask: [{ difference: ["receiving", "paying"] }] },
        { holes: false, leaveOneOut: false, conflict: false },
      );
      const { receiving = [], paying = [] } = bounds.length === 0 ? {} : oneWayRanges(problem);
      return { receiving, paying, gap: bounds[0]?.set ?? [] };
    });
  return {
    receiving: joined(found.flatMap((set) => set.receiving)),
    paying: joined(found.flatMap((set) => set.paying)),
    gap: joined(found.flatMap((set) => set.gap)),
  };
}

/** Number of feasible pairs of whole percentages. */
export function driverPairs(question: DriverQuestion, deff: number, directed: boolean): number {
  const problem = driverProblem(question, deff, directed ? "receiving" : null);
  return countCharts(problem, ["receiving", "paying"]).count;
}

/** The driver questions at each design effect, with and without the direction. */
export function driverRows({ questions }: Pick<Facts, "questions">): DriverRow[] {
  return INTERVIEW.options.flatMap(({ code: interview, deff }) =>
    DIRECTION.options.flatMap(({ code: direction }) => {
      const directed = direction === "said";
      return questions.map((question): DriverRow => {
        const { measure, label, total, receiving, paying } = question;
        const sets = driverSets(question, deff, directed);
        return {
          ...{ interview, direction, measure, label, kind: "bounded", total: total.value },
          ...{ receiving_value: receiving.value, paying_value: paying.value },
          ...ends("receiving", sets.receiving),
          ...ends("paying", sets.paying),
          ...ends("gap", sets.gap),
          pairs: driverPairs(question, deff, directed),
          receiving_interviews: receiving.interviews,
          paying_interviews: paying.interviews,
        };
      });
    }),
  );
}

/** The outer ends of one or two intervals, and those of the hole between two. */
function ends<Name extends string>(name: Name, [first, second]: DriverSet) {
  return {
    [`${name}_low`]: first?.[0] ?? null,
    [`${name}_high`]: (second ?? first)?.[1] ?? null,
    [`${name}_hole_low`]: second === undefined ? null : (first?.[1] ?? null),
    [`${name}_hole_high`]: second?.[0] ?? null,
  } as Ends<Name, number | null>;
}

/** Merges two intervals in order if they overlap. */
function joined(set: readonly (readonly [number, number])[]): DriverSet {
  const [first, second] = [...set].sort(([a], [b]) => a - b);
  if (first === undefined || second === undefined || second[0] > first[1]) {
    return [first, second].filter((interval) => interval !== undefined);
  }
  return [[first[0], Math.max(first[1], second[1])]];
}
