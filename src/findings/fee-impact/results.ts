import { inWorlds, worlds } from "../../analysis/worlds.js";
import type { Ask } from "../../bounds/index.js";
import {
  countResult,
  exactResult,
  type Format,
  infeasible,
  POINTS,
  type Result,
  rangeResult,
  TENTHS_OF_PERCENT,
  TENTHS_OF_POINTS,
} from "../../model/result.js";
import type { Options } from "../../model/variants.js";
import { changeRows } from "./change.js";
import type { FeeFacts } from "./facts.js";
import { ladderRows } from "./ladder.js";
import {
  AROUND,
  type Around,
  BEFORE_WITHIN,
  DECREASED,
  type Decreased,
  EXAMPLES,
  FALLING,
  type Falling,
  type Mix,
  SWING_FALLS,
  SWING_GAPS,
} from "./options.js";
import { swingOf } from "./parents.js";
import { parentsRows, swingNeeded } from "./parents-rows.js";
import { aroundRange, changeAsk, fallAsk, type Reading, WORDS } from "./problem.js";
import type { ParentsRow, SettlesRow } from "./schema.js";
import { lowerFirst } from "./sentences.js";
import { settlesRows } from "./settles.js";
import { solveOne } from "./solve.js";

interface Range {
  readonly low: number;
  readonly high: number;
}

/** All results of the page on the fee: for the default options, with variants for the others. */
export function feeResults(facts: FeeFacts): Result[] {
  const context = contextOf(facts);
  return [
    ...fallResults(context),
    ...changeResults(context),
    ...parentResults(context),
    ...swingResults(),
    ...aroundResults(context),
    ...quarterResults(context),
    ...exampleResults(),
    ...settleResults(context),
  ];
}

type Context = ReturnType<typeof contextOf>;

const BECAUSE = {
  words: "the least and the most over all figures and weights that agree with the report’s sentences",
  two: "the same, with no two quarters before the fee further apart than assumed and all quarters weighing the same",
  parents:
    "the least and the most over all figures and weights that agree with these sentences and the report’s sentences on both parents",
  weights: "the least and the most over all figures that agree with the report’s sentences and these weights",
};

const isWorld = (row: Pick<ParentsRow, "falling" | "around">, { falling, around }: Options) =>
  row.falling === falling && row.around === around;

/** The rows of the page's tables, by the chosen options. */
function rowsOf(facts: FeeFacts) {
  const ladder = ladderRows(facts);
  const changes = changeRows(facts);
  const settles = settlesRows(facts);
  const parents = parentsRows(facts);
  const solve = ({ falling, around }: Options, assumes: Partial<Reading>, ask: Ask) =>
    solveOne(facts, { ...WORDS, falling, around, ...assumes } as Reading, ask);
  return {
    rung: (name: string, chosen: Options) => {
      const row = ladder.find((r) => isWorld(r, chosen) && r.rung === name);
      if (row === undefined) throw new Error(`the ladder has no rung ${name}`);
      return row;
    },
    free: (chosen: Options) => ladder.filter((r) => isWorld(r, chosen) && r.rung !== "words"),
    change: (chosen: Options, growth: number | null) =>
      changes.find((r) => isWorld(r, chosen) && r.growth === growth) as Range,
    alone: (chosen: Options, assumes: Partial<Reading>) => solve(chosen, assumes, fallAsk(facts)),
    /** With the sentences on parents at a constant mix, and any weights. */
    oneMix: (chosen: Options, decreased: Decreased, ask: Ask) =>
      solve(chosen, { parents: { decreased, mix: "constant" } }, ask),
    usualSettles: settles.filter((r) => isWorld(r, EVERYWHERE[0]?.chosen ?? {})),
    settled: ({ label, example }: Pick<SettlesRow, "label" | "example">, chosen: Options) =>
      settles.find((r) => r.label === label && r.example === example && isWorld(r, chosen)),
    parentsAt: (decreased: Decreased, mix: Mix, chosen: Options) =>
      parents.find((r) => r.decreased === decreased && r.mix === mix && isWorld(r, chosen)) as ParentsRow,
  };
}

const EVERYWHERE = worlds([FALLING, AROUND]);

/** A result for each combination of options; without a number if `fits` is false. */
function byWorld(make: (chosen: Options) => Result, fits: (chosen: Options) => boolean = () => true) {
  return inWorlds(EVERYWHERE, ({ chosen, when }) => {
    const result = make(chosen);
    return Object.keys(when).length === 0 || fits(chosen) ? result : infeasible(result);
  });
}

/** Shared by the results: rows by reading, and a builder for each kind of result. */
function contextOf(facts: FeeFacts) {
  const inputs = [facts.pooled.id, facts.around.id, facts.falls.id];
  const common = { unit: "points", inputs, madeBy: "bounds.boundProblem" } as const;
  const range = (id: string, label: string, { low, high }: Range, because: string): Result =>
    rangeResult({ ...common, id, label, range: { low, high }, because, format: TENTHS_OF_POINTS });
  const most = (id: string, label: string, { low, high }: Range, because: string): Result => ({
    ...rangeResult({ ...common, id, label, range: { low, high }, because }),
    ...upTo(high),
  });
  const rows = rowsOf(facts);
  const { rung, alone } = rows;
  const mostOfRung = (id: string, label: string, name: string, why: string) =>
    byWorld(
      (chosen) => most(id, label, rung(name, chosen), why),
      (chosen) => rung(name, chosen).fits,
    );
  const mostAlone = (id: string, label: string, assumes: Partial<Reading>) =>
    byWorld(
      (chosen) => most(id, label, alone(chosen, assumes) ?? rung("words", chosen), BECAUSE.weights),
      (chosen) => alone(chosen, assumes) !== null,
    );
  const wide = aroundRange(facts, AROUND.default);
  return { facts, inputs, common, range, most, mostOfRung, mostAlone, wide, ...rows };
}

/** The range of the fall from May 2014 to February 2015, by rung of the ladder. */
function fallResults({ inputs, range, rung, mostOfRung, mostAlone, free }: Context): Result[] {
  return [
    ...mostOfRung(
      "fee.fall.most",
      "Most that satisfaction can have fallen, by the report’s words on all clients",
      "words",
      BECAUSE.words,
    ),
    ...byWorld((chosen) =>
      range(
        "fee.fall.words",
        "Fall from May 2014 to February 2015, by the report’s words on all clients",
        rung("words", chosen),
        BECAUSE.words,
      ),
    ),
    ...mostOfRung(
      "fee.fall.two-most",
      "Most that satisfaction can have fallen, under both assumptions",
      "same",
      BECAUSE.two,
    ),
    ...mostOfRung(
      "fee.fall.before-alone",
      "Most that satisfaction can have fallen, if only the quarters before the fee were alike",
      "before",
      BECAUSE.weights,
    ),
    ...mostAlone(
      "fee.fall.same-alone",
      "Most that satisfaction can have fallen, if only the weights were the same",
      { weights: { growth: 1 } },
    ),
    ...mostOfRung(
      "fee.fall.growth-2",
      "Most that satisfaction can have fallen, if the last quarter weighs at most twice the first and those before were alike",
      "growth-2",
      BECAUSE.weights,
    ),
    ...mostOfRung(
      "fee.fall.growth-3",
      "Most that satisfaction can have fallen, if the last quarter weighs at most three times the first and those before were alike",
      "growth-3",
      BECAUSE.weights,
    ),
    // About the other reading of the falls, whichever is chosen.
    ...inWorlds(worlds([AROUND]), ({ chosen }) =>
      range(
        "fee.fall.later",
        "Change from May 2014 to February 2015 if the falls began one quarter later; below 0 it rose",
        rung("words", { ...chosen, falling: "november" satisfies Falling }),
        BECAUSE.words,
      ),
    ),
    ...byWorld((chosen) =>
      countResult({
        id: "fee.rungs.nothing",
        label: "Rungs of the ladder that narrow the range by nothing",
        madeBy: "analysis.feeFacts",
        value: free(chosen).filter(({ buys }) => buys < 0.05).length,
        inputs,
        because: "rungs after the first whose range is that of the rung above",
      }),
    ),
  ];
}

/** Mean before minus mean after, without the sentences on parents. */
function changeResults({ range, change }: Context): Result[] {
  return [
    ...byWorld((chosen) =>
      range(
        "fee.change.words",
        "Before less after, by the report’s words on all clients",
        change(chosen, null),
        BECAUSE.words,
      ),
    ),
    ...byWorld((chosen) =>
      range(
        "fee.change.same",
        "Before less after, if all quarters weigh the same",
        change(chosen, 1),
        BECAUSE.weights,
      ),
    ),
    ...inWorlds(worlds([FALLING]), ({ chosen }) =>
      range(
        "fee.change.same.narrow",
        "Before less after, if all quarters weigh the same and “around” is within 2 points",
        change({ ...chosen, around: "two" satisfies Around }, 1),
        BECAUSE.weights,
      ),
    ),
  ];
}

/** Mean before minus mean after, with the sentences on both parents. */
function parentResults({ facts, range, most, rung, change, parentsAt, oneMix }: Context): Result[] {
  return [
    ...DECREASED.flatMap(({ code, label }) =>
      byWorld(
        (chosen) =>
          range(
            `fee.change.parents.${code}`,
            `Before less after, with the sentences on parents and one mix of them throughout. “Decreased”: ${lowerFirst(label)}`,
            oneMix(chosen, code, changeAsk(facts)) ?? change(chosen, null),
            BECAUSE.parents,
          ),
        (chosen) => oneMix(chosen, code, changeAsk(facts)) !== null,
      ),
    ),
    ...byWorld(
      (chosen) =>
        range(
          "fee.change.parents.means.ten",
          "Before less after, if all quarters weigh the same, with the sentences on parents read as means and a mix within 10 points",
          parentsAt("means", "ten", chosen),
          BECAUSE.parents,
        ),
      (chosen) => parentsAt("means", "ten", chosen).fits,
    ),
    ...byWorld(
      (chosen) =>
        most(
          "fee.fall.parents-most",
          "Most that satisfaction can have fallen, by the words and the sentences on parents, read as means with one mix throughout",
          oneMix(chosen, "means", fallAsk(facts)) ?? rung("words", chosen),
          BECAUSE.parents,
        ),
      (chosen) => oneMix(chosen, "means", fallAsk(facts)) !== null,
    ),
  ];
}

/** The swing of the mix of parents that hides the fall of both. */
function swingResults(): Result[] {
  const swing = swingNeeded(SWING.fall, SWING.gap);
  if (swing === null) throw new RangeError("the example of a swing has none that is large enough");
  return [
    assumed("fee.mix.swing", "Example for the swing of the mix of parents", swingOf("ten"), "points"),
    assumed("fee.swing.fall", "Example for the fall of both parents", SWING.fall, "points"),
    assumed("fee.swing.gap", "Example for the lead of Receiving Parents", SWING.gap, "points"),
    exactResult({
      id: "fee.swing",
      label: "Swing of the mix at which the fall of both parents no longer shows",
      value: swing,
      unit: "points",
      inputs: ["fee.swing.fall", "fee.swing.gap"],
      madeBy: "analysis.swingNeeded",
      because: "the fall of both parents divided by the gap between them",
    }),
  ];
}

/** The meaning of "around". */
function aroundResults({ facts, wide }: Context): Result[] {
  const common = {
    unit: "percent",
    inputs: [facts.around.id],
    madeBy: "analysis.aroundRange",
    because: "the width given to the word in the table of values, which is our reading",
    format: TENTHS_OF_PERCENT,
  };
  return [
    rangeResult({ ...common, id: "fee.around", label: "What “around” is taken to be", range: wide }),
    exactResult({
      ...common,
      kind: "bounded",
      id: "fee.around.low",
      label: "The low end of “around”",
      value: wide.low,
    }),
  ];
}

/** Counts of quarters. */
function quarterResults({ facts }: Context): Result[] {
  return [
    countResult({
      id: "fee.quarters",
      label: "Quarters of the series",
      madeBy: "analysis.feeFacts",
      value: facts.quarters.length,
      inputs: [facts.pooled.id],
      because: "rows of the table of values",
    }),
    countResult({
      id: "fee.quarters.before",
      label: "Quarters before the one in which the fee began",
      madeBy: "analysis.feeFacts",
      value: facts.feeQuarter,
      inputs: [facts.pooled.id],
      because: "rows of the table of values and the date of the fee",
    }),
    countResult({
      id: "fee.quarters.around",
      label: "Quarters that are around one level",
      madeBy: "analysis.feeFacts",
      value: facts.aroundTo - facts.aroundFrom + 1,
      inputs: [facts.around.id],
      because: "rows of the table of values and the period of the sentence",
    }),
  ];
}

/** Assumptions and examples of the page. */
function exampleResults(): Result[] {
  return [
    assumed(
      "fee.before-within",
      "Most that quarters before the fee are taken to differ",
      BEFORE_WITHIN,
      "points",
    ),
    assumed("fee.example.before", "Example for a quarter before the fee", Number(EXAMPLES.before), "percent"),
    assumed("fee.example.after", "Example for a quarter after the fee", Number(EXAMPLES.after), "percent"),
  ];
}

/** Widths of the range of the fall once a number is known: the narrowest and the widest. */
function settleResults({ common, usualSettles, settled }: Context): Result[] {
  return [
    ...usualSettles.flatMap((row, i): Result[] =>
      i === 0 || i === usualSettles.length - 1
        ? byWorld(
            (chosen) => {
              const { width } = settled(row, chosen) as SettlesRow;
              return {
                ...rangeResult({
                  ...common,
                  id: i === 0 ? "fee.settles.best" : "fee.settles.nothing",
                  label: `Width of the range of the fall: ${row.label}, ${row.example}`,
                  range: { low: width, high: width },
                  because: "greatest less least, with the quarters before the fee alike",
                }),
                ...upTo(width),
              };
            },
            (chosen) => settled(row, chosen)?.fits === true,
          )
        : [],
    ),
  ];
}

/** The fall and the gap of the page's example of a swing. */
const SWING = { fall: SWING_FALLS[1], gap: SWING_GAPS[1] };

/** A high end on its own, after "at most": formatted as `formatEnd` does for the end of a range. */
function upTo(end: number): { value: number; format: Format } {
  const value = Math.ceil(end * 10 - 1e-6) / 10;
  return { value, format: Number.isInteger(value) ? POINTS : TENTHS_OF_POINTS };
}

/** An assumed number, used by other results. */
function assumed(id: string, label: string, value: number, unit: "points" | "percent"): Result {
  return exactResult({
    ...{ id, label, value, unit, inputs: [], madeBy: "as supposed" },
    because: "an assumption or an example of this page",
  });
}
