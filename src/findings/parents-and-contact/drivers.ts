import { boundsOf } from "../../analysis/bounds-of.js";
import { INTERVIEW, type InterviewWorth } from "../../analysis/interview-worth.js";
import {
  type BoundProblem,
  countCharts as count,
  oneWayRanges,
  type SignificantStatement,
} from "../../bounds/index.js";
import { memoize } from "../../model/memoize.js";
import { DIRECTION } from "./direction.js";
import type { DriverQuestion } from "./driver-facts.js";
import type { Facts } from "./facts.js";

const countCharts = /* @__PURE__ */ memoize(count);

/** What a lost figure or a gap can be, as intervals in order; none where nothing fits. */
export type DriverSet = readonly (readonly [low: number, high: number])[];

/** One question under one worth of an interview, with or without the direction: what its two bars can have been. */
export interface DriverRow {
  readonly interview: InterviewWorth;
  readonly direction: string;
  readonly measure: string;
  readonly label: string;
  readonly kind: "bounded";
  /** Everyone's printed percentage. */
  readonly total: number;
  /** The bars that are held, as printed or filled in. */
  readonly receiving_value: number | null;
  readonly paying_value: number | null;
  readonly receiving_low: number | null;
  readonly receiving_high: number | null;
  readonly receiving_hole_low: number | null;
  readonly receiving_hole_high: number | null;
  readonly paying_low: number | null;
  readonly paying_high: number | null;
  readonly paying_hole_low: number | null;
  readonly paying_hole_high: number | null;
  /** Receiving less Paying, in points. */
  readonly gap_low: number | null;
  readonly gap_high: number | null;
  readonly gap_hole_low: number | null;
  readonly gap_hole_high: number | null;
  /** The pairs of whole percentages that fit. */
  readonly pairs: number;
  readonly receiving_interviews: number;
  readonly paying_interviews: number;
}

/**
 * What the report says of a question: everyone's figure is the weighted mean of both parents', whose difference is
 * significant. Receiving Parents weigh within a tenth of their share of the interviews, since the survey does not weight
 * on parent type; half to double it where the Paying bar leaves out a contact reason, on which the survey does weight.
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
 * What the two bars and their gap can be. With the direction the figures that fit are one connected set, so that each has
 * one range; without it they are two such sets, one for each direction.
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

/** The pairs of whole percentages that fit. */
export function driverPairs(question: DriverQuestion, deff: number, directed: boolean): number {
  const problem = driverProblem(question, deff, directed ? "receiving" : null);
  return countCharts(problem, ["receiving", "paying"]).count;
}

/** The figure of driver questions: each under each worth of an interview, with and without the direction. */
export function driverRows({ questions }: Pick<Facts, "questions">): DriverRow[] {
  return INTERVIEW.options.flatMap(({ code: interview, deff }) =>
    Object.values(DIRECTION).flatMap((direction) => {
      const directed = direction === DIRECTION.said;
      return questions.map((question): DriverRow => {
        const { receiving, paying, gap } = driverSets(question, deff, directed);
        const [r, p, g] = [receiving, paying, gap].map(ends) as [Ends, Ends, Ends];
        return {
          ...{ interview, direction, measure: question.measure, label: question.label, kind: "bounded" },
          total: question.total.value,
          ...{ receiving_value: question.receiving.value, paying_value: question.paying.value },
          ...{ receiving_low: r.low, receiving_high: r.high },
          ...{ receiving_hole_low: r.holeLow, receiving_hole_high: r.holeHigh },
          ...{ paying_low: p.low, paying_high: p.high },
          ...{ paying_hole_low: p.holeLow, paying_hole_high: p.holeHigh },
          ...{ gap_low: g.low, gap_high: g.high, gap_hole_low: g.holeLow, gap_hole_high: g.holeHigh },
          pairs: driverPairs(question, deff, directed),
          receiving_interviews: question.receiving.interviews,
          paying_interviews: question.paying.interviews,
        };
      });
    }),
  );
}

type Ends = Record<"low" | "high" | "holeLow" | "holeHigh", number | null>;

function ends(set: DriverSet): Ends {
  const [first, second] = set;
  return {
    low: first?.[0] ?? null,
    high: (second ?? first)?.[1] ?? null,
    holeLow: second === undefined ? null : (first?.[1] ?? null),
    holeHigh: second?.[0] ?? null,
  };
}

/** Two intervals in order, as one where they meet. */
function joined(set: readonly (readonly [number, number])[]): DriverSet {
  const [first, second] = [...set].sort(([a], [b]) => a - b);
  if (first === undefined || second === undefined || second[0] > first[1]) {
    return [first, second].filter((interval) => interval !== undefined);
  }
  return [[first[0], Math.max(first[1], second[1])]];
}
