import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { drawFigure, type Figure } from "../../../src/figures/figure.js";
import { answersFigure, leftOutFigure } from "../../../src/methods/simulated-interviews/figures/lab.js";
import { worldsFigure } from "../../../src/methods/simulated-interviews/figures/worlds.js";
import type { LabRow, WorldRow } from "../../../src/methods/simulated-interviews/schema.js";
import { defaultState } from "../../../src/model/control.js";
import { rowsOf } from "../site/fixture.js";

const { document } = new JSDOM("").window;
const WIDTHS = [332, 680];

function drawn<Row, Shown>(
  figure: Figure<Row, Shown>,
  rows: readonly Row[],
  chosen: Record<string, string>,
  width: number,
): SVGSVGElement {
  return drawFigure(figure, rows, { ...defaultState(figure.controls), ...chosen }, { width, document });
}

const words = (svg: SVGSVGElement) => [...svg.querySelectorAll("text")].map((text) => text.textContent);

describe("the figure of compatible worlds", () => {
  const rows = rowsOf("compatible-worlds") as unknown as readonly WorldRow[];
  const bars = (svg: SVGSVGElement, fill: string) => {
    const filled = [...svg.querySelectorAll("g[fill]")].filter(
      (g) => g.getAttribute("fill") === `var(--${fill})`,
    );
    return filled.flatMap((g) => [...g.querySelectorAll("rect")]);
  };

  it.each(WIDTHS)(
    "names what made each world up, once a panel and legibly in its text, at %i pixels",
    (width) => {
      const svg = drawn(worldsFigure, rows, {}, width);
      for (const seed of [1, 2, 3]) expect(words(svg)).toContain(`SEED ${seed}`);
      expect(words(svg).filter((text) => text === "MADE UP")).toHaveLength(3);
      expect(words(svg).filter((text) => text?.startsWith("COMPATIBLE"))).toHaveLength(3);
      for (const seed of [1, 2, 3])
        expect(svg.getAttribute("aria-label")).toContain(`compatible world, seed ${seed}, made up:`);
    },
  );

  it.each([
    ["age", 1],
    ["ethnicity", 2],
  ] as const)(
    "draws by %s printed numbers filled, all others open, and says which are the same in all",
    (chart, printed) => {
      for (const width of WIDTHS) {
        const svg = drawn(worldsFigure, rows, { world: chart }, width);
        expect(bars(svg, "everyone")).toHaveLength(3 * printed);
        expect(bars(svg, "ground")).toHaveLength(3 * (5 - printed));
        const alt = svg.getAttribute("aria-label") ?? "";
        expect(alt.match(/\(printed, the same in all\)/g)).toHaveLength(3 * printed);
      }
    },
  );

  it("says so where no world was found, and draws none", () => {
    const svg = drawn(worldsFigure, [], {}, 680);
    expect(words(svg)).toContain("No compatible world was found for what is printed");
    expect(svg.getAttribute("aria-label")).toBe("No compatible world was found.");
  });

  it("marks a number that was filled in since, in each world", () => {
    const filled = rows.map((row) => (row.group === "age=25-34" ? { ...row, filled_in: 41 } : row));
    const before = drawn(worldsFigure, rows, {}, 680).querySelectorAll("path").length;
    expect(drawn(worldsFigure, filled, {}, 680).querySelectorAll("path").length).toBe(before + 3);
    expect(words(drawn(worldsFigure, filled, {}, 680))).toContain("filled in, 41.0");
  });
});

describe("the labs of the limitations", () => {
  const leftOut = rowsOf("left-out-lab") as unknown as readonly LabRow[];
  const answers = rowsOf("answers-lab") as unknown as readonly LabRow[];

  it.each(WIDTHS)("name every group that a paper leaves out, at %i pixels", (width) => {
    const of = (excluded: string) => words(drawn(leftOutFigure, leftOut, { excluded }, width));
    expect(of("options-exclusions")).toEqual(
      expect.arrayContaining(["no English", "+ violence", "+ no consent", "+ no address", "+ six months"]),
    );
    expect(of("arrangements-exclusions")).toEqual(
      expect.arrayContaining(["no English", "+ no consent", "+ arrangement?", "+ children?"]),
    );
  });

  it.each(WIDTHS)("say that they are repeated surveys, and made up, at %i pixels", (width) => {
    for (const svg of [drawn(leftOutFigure, leftOut, {}, width), drawn(answersFigure, answers, {}, width)])
      expect(words(svg)).toEqual(expect.arrayContaining(["REPEATED SURVEYS", "MADE UP"]));
  });

  it("show a mix-up of services as a result that is too low", () => {
    const alt = drawn(answersFigure, answers, { limitation: "confusion" }, 680).getAttribute("aria-label");
    expect(alt).toContain("at 20, \u22122 points expected");
    expect(alt).toContain("Services are mixed up");
  });
});
