import * as Plot from "@observablehq/plot";
import { ASSUMPTION_CONTROLS } from "../../analysis/review/assumptions.js";
import { VERDICT_COUNTS, type VerdictCount } from "../../analysis/review/schema.js";
import { VERDICT_LABELS, VERDICTS, type Verdict } from "../../claims/claim.js";
import { CLAIM_ENDS } from "../../figures/ends.js";
import { defineFigure } from "../../figures/figure.js";
import { colour } from "../../figures/palette.js";
import { type ChartOptions, plot } from "../../figures/plot.js";
import { rowCentre, rowFrame, rowLabels } from "../../figures/rows.js";
import { formatNumber } from "../../model/format.js";

/** Verdict labels in two lines. */
const BAR_LABELS: Readonly<Record<Verdict, { readonly label: string; readonly detail: string }>> = {
  reproduced: { label: "Holds", detail: "whatever the rounding" },
  "up-to-design-effect": { label: "Stands", detail: "up to a design effect" },
  consistent: { label: "Depends", detail: "on rounding" },
  reading: { label: "Depends", detail: "on the reading" },
  undecidable: { label: "Cannot be checked", detail: "from the text" },
  "other-source": { label: "Another source", detail: "differs" },
  contradicted: { label: "Does not fit", detail: "in any reading" },
  "not-numbers": { label: "No question", detail: "of numbers" },
};

interface Bar {
  readonly verdict: Verdict;
  readonly claims: number;
}

/** The number of claims with each verdict, over all publications; controlled by the panel of assumptions. */
export const verdictsFigure = defineFigure<VerdictCount, Bar>(VERDICT_COUNTS, {
  title: (rows) => {
    const one = claimsWith(rows, "contradicted") === 1;
    return `{{claims.contradicted}} of {{claims.judged}} claims ${one ? "does" : "do"} not fit, {{claims.reading}} depend on the reading, {{claims.undecidable}} cannot be checked from the text`;
  },
  subtitle:
    "Claims of the {{collection.publications|words}} publications by verdict, each judged without its own sentence, under the assumptions chosen here. Repetitions are counted once.",
  source: "The publications, each sentence judged without itself",
  kinds: ["calculated"],
  controls: ASSUMPTION_CONTROLS,
  controlsBelow: true,
  ends: CLAIM_ENDS,
  onDemand: true,
  how: [
    "Each claim is a condition on recorded numbers. Complete sets of numbers are looked for that agree with everything but the claim, in which it is true and in which it is false: printed numbers within their rounding, numbers that the text does not hold anywhere that sums, weighted means and sentences on other charts allow.",
    "True in all: it holds. False in all: it does not fit. Where rounding of printed numbers alone turns it, it depends on rounding; where a number turns it that is not in the text, it cannot be checked from the text. A difference that is called significant stands up to a design effect.",
    "A sentence that can fairly be taken in more than one way is judged in each. It depends on the reading where one reading does not fit and another does. A reading is fair if it adds no “all” and drops no “may”, if a named place of the same publication or a recorded band of its phrase allows it, and if numbers could make it false.",
    "What only a source outside the publication contradicts counts apart: another source differs. Claims that say another claim again are not counted.",
  ],
  code: ["src/claims/judge.ts", "src/claims/search.ts"],
  show: (rows) => VERDICTS.map((verdict) => ({ verdict, claims: claimsWith(rows, verdict) })),
  columns: () => [
    { label: "Verdict", value: (bar) => VERDICT_LABELS[bar.verdict] },
    { label: "Claims", value: (bar) => bar.claims },
  ],
  alt: (bars) =>
    `Bars of the number of claims by verdict. ${bars.map((bar) => `${VERDICT_LABELS[bar.verdict]}: ${bar.claims}`).join("; ")}.`,
  draw: (bars, _state, options) => chart(bars, options),
});

function claimsWith(rows: readonly VerdictCount[], verdict: Verdict): number {
  return rows.reduce((sum, row) => sum + (row.verdict === verdict ? row.claims : 0), 0);
}

function chart(bars: readonly Bar[], { width = 640, ...options }: ChartOptions): SVGSVGElement {
  const { narrow, options: frame } = rowFrame(bars.length, width);
  const most = Math.max(1, ...bars.map((bar) => bar.claims));
  const rows = bars.map((bar, index) => ({
    ...bar,
    ...(narrow ? { label: VERDICT_LABELS[bar.verdict], detail: "" } : BAR_LABELS[bar.verdict]),
    y: rowCentre(index, narrow),
  }));
  return plot(
    {
      ...frame,
      marginRight: 60,
      x: { domain: [0, most], axis: null },
      marks: [
        Plot.rect(rows, {
          x1: 0,
          x2: "claims",
          y1: (d: { y: number }) => d.y - 0.22,
          y2: (d: { y: number }) => d.y + 0.22,
          fill: (d: Bar) => (d.verdict === "not-numbers" ? colour("rule") : verdictColour(d.verdict)),
        }),
        Plot.text(rows, {
          x: "claims",
          y: "y",
          text: (d: Bar) => formatNumber(d.claims),
          dx: 8,
          textAnchor: "start",
          fill: colour("ink"),
          fontWeight: 600,
          fontSize: 14,
        }),
        ...rowLabels(rows, narrow),
      ],
    },
    options,
  );
}

function verdictColour(verdict: Verdict): string {
  switch (verdict) {
    case "contradicted":
      return colour("rust");
    case "consistent":
    case "reading":
    case "other-source":
      return colour("violet");
    case "undecidable":
      return colour("everyone");
    default:
      return colour("blue");
  }
}
