import type { BoundProblem, PairStatement } from "../../bounds/index.js";
import { type Facts, type GroupFigure, groupOf, isHeldFigure } from "./facts.js";
import { type AgeReading, type Chart, type Reading, weightsOf } from "./readings.js";

/** Id of the unknown for customers who did not know their ethnicity. */
const NOT_KNOWN = "dont-know";
/** Id of the unknown for customers aged 35 to 54, where they are read as one group. */
const MIDDLE = "35-54";

/** The text's statements about satisfaction in a chart, as a bounds problem. */
export function problemOf(chart: Chart, facts: Facts, reading: AgeReading): BoundProblem {
  return chart === "age" ? ageProblem(facts, reading) : ethnicityProblem(facts, reading);
}

/**
 * The statements about satisfaction by ethnicity: two figures, the total as weighted mean of the groups and those who
 * did not know, the highest and the lowest group, and two significant differences without direction.
 */
export function ethnicityProblem(facts: Facts, { deff, shares, silence }: Reading): BoundProblem {
  const groups = facts.ethnicities;
  const [asian, black, white] = [
    groupOf(groups, "asian"),
    groupOf(groups, "black"),
    groupOf(groups, "white"),
  ];
  const undisclosed = groupOf(groups, "prefer-not-to-say");
  const locator = asian.locator;
  const parts = [
    ...groups.map(({ code, interviews }) => ({ id: code, base: interviews })),
    { id: NOT_KNOWN, base: Number(facts.ethnicityNotKnown.value) },
  ];
  const differ = [
    pair(asian, white, deff, { name: "the Asian and the White group differ significantly", locator }),
    pair(white, black, deff, { name: "the White and the Black group differ significantly", locator }),
  ];
  return {
    unknowns: [...groups.map(unknown), { id: NOT_KNOWN }],
    shares: {
      answered: { bases: parts.map(({ base }) => base), ...weightsOf(shares) },
    },
    identities: [
      {
        total: { printed: facts.everyone.printed ?? "" },
        parts,
        shares: "answered",
        name: meanInWords(facts),
        locator: facts.everyone.locator,
      },
    ],
    order: [
      ...groups
        .filter((group) => group !== asian)
        .map(
          ({ code }) =>
            [asian.code, ">", code, 0, { name: "Asian customers are the most satisfied", locator }] as const,
        ),
      ...groups
        .filter((group) => group !== asian && group !== undisclosed)
        .map(
          ({ code }) =>
            [
              code,
              ">",
              undisclosed.code,
              0,
              { name: "those who prefer not to say are the least satisfied", locator },
            ] as const,
        ),
    ],
    differ,
    notSignificant: silence ? unmentioned(groups, differ, deff) : [],
  };
}

/**
 * The statements about satisfaction by age: one figure, the total as weighted mean, the youngest above all others,
 * and the significant differences. The older ages that 25-34 is compared with are two groups, or one whose inner
 * weights are a separate set.
 */
export function ageProblem(facts: Facts, { deff, shares, silence, older }: AgeReading): BoundProblem {
  const ages = facts.ages;
  const [youngest, young] = [groupOf(ages, "16-24"), groupOf(ages, "25-34")];
  const [early, late, oldest] = [groupOf(ages, "35-44"), groupOf(ages, "45-54"), groupOf(ages, "55-plus")];
  const locator = youngest.locator;
  const name = "the youngest differ significantly from each group of 35 and over";
  const middle = { code: MIDDLE, interviews: early.interviews + late.interviews };
  const together = older === "together";
  const parts = together ? [youngest, young, middle, oldest] : ages;
  const total = { printed: facts.everyone.printed ?? "" };
  const mean = meanInWords(facts);
  const weights = weightsOf(shares);
  const significant = [
    ...[early, late, oldest].map((group) => greater(youngest, group, deff, { name, locator })),
    ...(together ? [middle] : [early, late]).map((group) =>
      greater(young, group, deff, {
        name: "ages 25 to 34 are significantly more satisfied than 35 to 54",
        locator,
      }),
    ),
  ];
  return {
    unknowns: [...ages.map(unknown), ...(together ? [{ id: MIDDLE }] : [])],
    shares: {
      answered: { bases: parts.map(({ interviews }) => interviews), ...weights },
      ...(together ? { middle: { bases: [early.interviews, late.interviews], ...weights } } : {}),
    },
    identities: [
      {
        total,
        parts: parts.map(({ code }) => ({ id: code })),
        shares: "answered",
        name: mean,
        locator: facts.everyone.locator,
      },
      ...(together
        ? [
            {
              total: { id: MIDDLE },
              parts: [{ id: early.code }, { id: late.code }],
              shares: "middle",
              name: "35 to 54 is the weighted mean of its two groups",
            },
          ]
        : []),
    ],
    order: ages
      .filter((group) => group !== youngest)
      .map(
        ({ code }) =>
          [youngest.code, ">", code, 0, { name: "the youngest are the most satisfied", locator }] as const,
      ),
    significant,
    notSignificant: silence
      ? unmentioned(
          ages,
          [
            ...[early, late, oldest].map((group) => pair(youngest, group, deff, {})),
            ...[early, late].map((group) => pair(young, group, deff, {})),
          ],
          deff,
        )
      : [],
  };
}

/** A figure as an unknown of the problem; a known one with the ends of its rounding. */
function unknown({ code, low, high, label, locator, ...rest }: GroupFigure) {
  return isHeldFigure({ code, low, high, label, locator, ...rest })
    ? { id: code, low: low as number, high: high as number, name: figureInWords(rest, label), locator }
    : { id: code };
}

function figureInWords({ printed, words }: Pick<GroupFigure, "printed" | "words">, label: string): string {
  return `${label}: ${printed === null ? `“${words ?? ""}”` : `${printed}%`} were satisfied`;
}

function meanInWords({ everyone }: Facts): string {
  return `${everyone.printed ?? ""}% of everyone were satisfied, the weighted mean of the groups`;
}

type Compared = Pick<GroupFigure, "code" | "interviews">;
type Cited = { readonly name?: string; readonly locator?: string };

function pair(a: Compared, b: Compared, deff: number, cited: Cited): PairStatement {
  return { a: a.code, b: b.code, deff, bases: [a.interviews, b.interviews], ...cited };
}

function greater(a: Compared, b: Compared, deff: number, cited: Cited) {
  return { greater: a.code, less: b.code, deff, bases: [a.interviews, b.interviews] as const, ...cited };
}

/** All unmentioned pairs as not significant: an assumption by the reader, which the text does not state. */
function unmentioned(
  groups: readonly GroupFigure[],
  mentioned: readonly PairStatement[],
  deff: number,
): PairStatement[] {
  const said = new Set(mentioned.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
  return groups.flatMap((a, i) =>
    groups
      .slice(i + 1)
      .filter((b) => !said.has(`${a.code} ${b.code}`))
      .map((b) => pair(a, b, deff, { name: `${a.label} and ${b.label} do not differ significantly` })),
  );
}
