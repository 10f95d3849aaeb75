import * as Plot from "@observablehq/plot";
import { defineFigure } from "../../../figures/figure.js";
import { colour } from "../../../figures/palette.js";
import { type ChartOptions, plot } from "../../../figures/plot.js";
import { rowCentre, rowFrame, rowLabels } from "../../../figures/rows.js";
import { formatNumber } from "../../../model/format.js";
import { SIZES, type SizeRow } from "../schema.js";

/** Interviews needed to find a gap. */
export const sizesFigure = defineFigure(SIZES, {
  title: () =>
    "At the level of Options a gap of {{closure.needed.10.gap}} takes {{closure.needed.10}} interviews in each group at best, one of {{closure.needed.3.gap}} takes {{closure.needed.3}}",
  subtitle:
    "Interviews in each of a pair of equal groups, below the level printed for everyone ({{options-2016.satisfied}} for Options, {{cms-2016.satisfied}} for the CMS): simple random sampling, the most favourable (left), design effects of 1.5 and 2 (right). Each step of the axis is a multiple",
  source: "Calculated, at the levels printed in Options 2016 and CMS 2016",
  kinds: ["calculated"],
  controls: [],
  how: [
    "The interviews with which a two-sided test at 5% finds the gap in {{closure.needed.power}} of surveys: the normal approximation with each group's own variance. Groups of unequal size need more in all.",
    "A design effect of 2 means that two interviews are worth one independent one. Neither report gives one, so several stand there. The lowest is simple random sampling, the most favourable.",
    "The CMS's scale and cut are not in our text. Everyone's level is taken for the higher one{{unknown cms-2016.satisfied.csa-* options-2016.satisfied.letter-*}}, since no level of a group is known{{end}}.",
  ],
  code: ["src/findings/case-closure/survey-size.ts", "src/stats/planning/two-proportions.ts"],
  alt: (rows) => {
    const list = rows.map(
      (row) =>
        `${row.label}: ${formatNumber(row.deff_1)} interviews in each group, ${formatNumber(row.deff_1_5)} and ${formatNumber(row.deff_2)} at the greater design effects`,
    );
    return `A row for each gap, a ring for each design effect. ${list.join("; ")}.`;
  },
  draw: (rows, _state, options) => sizesChart(rows, options),
});

const TICKS = [100, 300, 1000, 3000, 10_000];

function sizesChart(rows: readonly SizeRow[], { width = 640, ...options }: ChartOptions): SVGSVGElement {
  const { narrow, options: frame } = rowFrame(rows.length, width);
  const shown = rows.map((row, index) => ({
    ...row,
    detail: `${formatNumber(row.level)} against ${formatNumber(row.lower)}%`,
    narrowLabel: `${row.label}: ${formatNumber(row.level)} against ${formatNumber(row.lower)}%`,
    y: rowCentre(index, narrow),
  }));
  const ring = { fill: colour("ground"), stroke: colour("everyone"), strokeWidth: 2.25, y: "y" } as const;
  const label = { y: "y", fill: colour("everyone"), fontWeight: 600, fontSize: narrow ? 12.5 : 14 } as const;
  return plot(
    {
      ...frame,
      x: { type: "log", domain: narrow ? [70, 17_000] : [90, 16_000], axis: null },
      marks: [
        Plot.ruleX(TICKS, { stroke: colour("rule") }),
        Plot.text(TICKS, {
          x: (tick: number) => tick,
          frameAnchor: "bottom",
          dy: 18,
          text: (tick: number) => formatNumber(tick),
          fill: colour("mute"),
          fontSize: 13,
        }),
        ...(narrow ? [] : effectLabels(shown.at(-1))),
        Plot.link(shown, {
          x1: "deff_1",
          x2: "deff_2",
          y1: "y",
          y2: "y",
          stroke: colour("everyone"),
          strokeWidth: 2.5,
          strokeOpacity: 0.55,
        }),
        Plot.dot(shown, { ...ring, x: "deff_2", r: 3.5 }),
        Plot.dot(shown, { ...ring, x: "deff_1_5", r: 3.5 }),
        Plot.dot(shown, { ...ring, x: "deff_1", r: 5.5 }),
        Plot.text(shown, {
          ...label,
          x: "deff_1",
          text: (d: SizeRow) => formatNumber(d.deff_1),
          dx: -11,
          textAnchor: "end",
        }),
        Plot.text(shown, {
          ...label,
          x: "deff_2",
          text: (d: SizeRow) => formatNumber(d.deff_2),
          dx: 10,
          textAnchor: "start",
          fontWeight: 400,
        }),
        ...rowLabels(shown, narrow),
      ],
    },
    options,
  );
}

/** Labels of the design effects' rings, above the last row. */
function effectLabels(row: (SizeRow & { readonly y: number }) | undefined): Plot.Markish[] {
  if (row === undefined) return [];
  const style = { y: row.y, dy: -17, fill: colour("mute"), fontSize: 12.5 } as const;
  const rings = [
    { n: row.deff_1, deff: 1 },
    { n: row.deff_1_5, deff: 1.5 },
    { n: row.deff_2, deff: 2 },
  ];
  return [
    Plot.text(rings, { ...style, x: "n", text: ({ deff }) => String(deff) }),
    Plot.text([row], { ...style, x: "deff_1", text: () => "design effect", dx: -14, textAnchor: "end" }),
  ];
}
