import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { checksOf } from "../../data-loaders/audit/index.js";
import { claimRowsIn } from "../../data-loaders/tables/claims.js";
import { figureTable } from "../../src/components/figure-table.js";
import { claimCard } from "../../src/components/review/claim-card.js";
import { type AnyFigure, drawFigure, shownRows } from "../../src/figures/figure.js";
import { defaultState } from "../../src/model/control.js";
import { formatResult } from "../../src/model/result.js";
import type { Options } from "../../src/model/variants.js";
import { claimSteps } from "../../tools/audit/claim-steps.js";
import { FIGURES } from "../../tools/site/figures.js";
import { built as builtOfRaw } from "./site/fixture.js";
import { numbersOfRow, type WrittenNumber, writtenNumbers, writtenOtherwise } from "./written-numbers.js";

/** Results that a figure has another number like, to all digits: the weight of one quarter in twelve is 8.333…, too. */
const COINCIDES: Readonly<Record<string, string>> = { "histories-that-fit": "mix.paying.needed is" };

const built = builtOfRaw();
const { raw } = built;
const { document } = new JSDOM("").window;
const written: ReadonlyMap<string, WrittenNumber> = writtenNumbers(built.results);

/** The default state, and each other option alone. Draws of made-up data are left at the first. */
function statesOf({ controls }: AnyFigure): Options[] {
  const state = defaultState(controls);
  return [
    state,
    ...controls
      .filter(({ type }) => type !== "redraw" && type !== "text")
      .flatMap(({ name, options }) => options.slice(1).map(({ code }) => ({ ...state, [name]: code }))),
  ];
}

/** Every text of a figure in a state that can hold a number of its rows: chart, table, text alternative, readout. */
function textsOf(figure: AnyFigure, rows: readonly object[], state: Options): string[] {
  const shown = shownRows(figure, rows, state) as object[];
  const charts = [332, 680].map((width) => drawFigure(figure, rows, state, { width, document }));
  const table = figureTable(figure, rows, state, { document, caption: "" });
  const texts = [
    ...charts.flatMap((svg) => [
      ...[...svg.querySelectorAll("text, tspan, title")].map((e) => e.textContent ?? ""),
      svg.getAttribute("aria-label") ?? "",
    ]),
    ...[...table.querySelectorAll("tbody th, tbody td")].map((cell) => cell.textContent ?? ""),
    figure.readout?.(shown, state) ?? "",
  ];
  // The names of groups have numbers of their own.
  const names = [...new Set(shown.flatMap((row) => Object.values(row)))]
    .filter((x): x is string => typeof x === "string" && x !== "")
    .sort((a, b) => b.length - a.length);
  return [...new Set(texts)].map((text) => names.reduce((rest, name) => rest.replaceAll(name, ""), text));
}

/** Labels of axes, which are round numbers. */
const TICKS = [...Array.from({ length: 41 }, (_, i) => 5 * (i - 20)), 1, 2, 3, 4, 6, 8];

function faultsOf(figure: AnyFigure, rows: readonly object[]): string[] {
  return statesOf(figure).flatMap((state) => {
    const numbers = (shownRows(figure, rows, state) as object[]).map((row) => numbersOfRow(row, written));
    const among = numbers.flatMap((row) => row.among);
    const others = [...numbers.flatMap((row) => row.others), ...TICKS];
    return textsOf(figure, rows, state).flatMap((text) => writtenOtherwise(text, among, others));
  });
}

const tableOf = (id: string) => (built.tables.get(id)?.rows ?? []) as readonly object[];

describe("one number is written one way", () => {
  it("by every result that has it, in prose and in the list of a page’s numbers", () => {
    for (const result of built.results) {
      if (result.nothingFits) continue;
      const among = [result.value, result.low, result.high, ...(result.ranges ?? []).flat()].flatMap((x) =>
        x === null ? [] : (written.get(x.toPrecision(9)) ?? []),
      );
      expect(writtenOtherwise(formatResult(result), among, [result.value ?? 0])).toEqual([]);
    }
  });

  it.each(FIGURES.map((figure) => [figure.id, figure] as const))(
    "in chart, table, text alternative and readout of %s",
    (id, figure) => {
      const faults = faultsOf(figure, tableOf(id)).filter((fault) => !fault.startsWith(`${COINCIDES[id]} `));
      expect(faults).toEqual([]);
    },
  );

  it("on the cards of claims, in the audit and in its account of a claim", () => {
    /** The results that are made from the numbers of a claim or a check, two of them or more. */
    const about = (ids: readonly string[]): WrittenNumber[] =>
      built.results
        .filter(({ inputs }) => inputs.filter((id) => ids.includes(id)).length > 1)
        .flatMap(({ value, low, high }) => [value, low, high])
        .flatMap((x) => (x === null ? [] : (written.get(x.toPrecision(9)) ?? [])));
    /** The ends of rounding of what is printed: 38.5 of 39. */
    const ends = (ids: readonly string[]) =>
      raw.values.filter(({ id }) => ids.includes(id)).flatMap(({ low, high }) => [low ?? 0, high ?? 0]);
    const faults: string[] = [];
    // Whole numbers are printed ones, interviews and counts.
    const look = (text: string, ids: readonly string[]) => {
      const fractions =
        text.replaceAll(/[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+/g, "").match(/\u2212?\d+\.\d+/g) ?? [];
      faults.push(...writtenOtherwise(fractions.join(" "), about(ids), ends(ids)));
    };
    const claims = claimRowsIn(built.tables);
    for (const row of claims) {
      const card = claimCard(row, {
        ...{ document, publication: "", numbers: [], needs: [], given: [], outside: [] },
      });
      look(card.textContent ?? "", row.values.split(";"));
    }
    const tested = claims.filter(({ worst }) => worst !== null).slice(0, 3);
    expect(tested).toHaveLength(3);
    for (const { id, values } of tested)
      for (const line of claimSteps(raw, id)?.split("\n") ?? [])
        if (line.startsWith("Stands up to")) look(line, values.split(";"));
    for (const { because, inputs } of checksOf(raw)) look(because, inputs);
    expect(faults).toEqual([]);
  });
});

describe("a number written in another way", () => {
  const [text, number] = ["33.2", 33.17];
  const among = [{ number, results: ["a.b"], texts: new Set([text]) }];

  it.each([["19 to 34"], ["up to 33.17"], ["33%"], ["33.1 points"]])("is found in “%s”", (wrong) => {
    expect(writtenOtherwise(wrong, among, [])).toHaveLength(1);
  });

  it("is none where the text has it as it should, or has another number", () => {
    expect(writtenOtherwise("19.5 to 33.2 or 45.3", among, [])).toEqual([]);
    expect(writtenOtherwise("33 interviews", among, [33])).toEqual([]);
  });

  it("is found between two results", () => {
    const result = (id: string, decimals: number) =>
      ({
        ...(built.results[0] as never as object),
        id,
        value: number,
        low: null,
        high: null,
        ranges: undefined,
        format: { style: "plain", decimals },
      }) as never;
    expect(() => writtenNumbers([result("a.b", 1), result("a.c", 2)])).toThrow(
      new Error("33.17 is 33.2 as a.b and 33.17 as a.c"),
    );
  });
});
