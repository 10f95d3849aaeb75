import { INTERVIEW } from "../../../analysis/interview-worth.js";
import { INTERNET_END } from "../../../figures/ends.js";
import { defineFigure } from "../../../figures/figure.js";
import { colour } from "../../../figures/palette.js";
import { rowChart } from "../../../figures/row-chart.js";
import { chosenOption } from "../../../model/control.js";
import { formatNumber, formatRange } from "../../../model/format.js";
import { gapInterval } from "../gaps.js";
import { GAPS } from "../schema.js";

/** The two gaps with their sampling error, at the chosen design effect. */
export const gapsFigure = defineFigure(GAPS, {
  title: (rows) => {
    const least = Math.max(...INTERVIEW.options.map(({ deff }) => deff));
    return rows.every((row) => gapInterval(row, least).low > 0)
      ? "Both gaps stay clear of zero, even if an interview was worth a third of one"
      : "How sure both gaps are depends on what an interview was worth";
  },
  subtitle:
    "Difference in satisfaction, points; 0 is no gap. Lines are 95% intervals: the gaps among customers that the survey does not rule out, if chance in who was interviewed is the only error",
  source: "CES CMS 2023/24, Figures 2 and 3, and calculations from them",
  kinds: ["calculated"],
  controls: [INTERVIEW],
  ends: [
    {
      result: "parents.critical-design-effect",
      says: "The report calls the gap between parents significant: at the printed numbers it is, up to a design effect of {{parents.critical-design-effect}}.",
      beyond: "gap between parents not significant",
    },
    INTERNET_END,
  ],
  how: [
    "A gap is the difference of printed percentages. Its 95% interval is the normal one with the unpooled variance, multiplied by the design effect: an interview worth a half is a design effect of two.",
    "The largest design effect at which a gap would still be significant at 95% is (z / 1.96)², the same effect in both groups and the groups independent: {{parents.critical-design-effect}} for parents and {{contact.critical-design-effect}} for contact types at the printed numbers, {{parents.critical-design-effect.worst}} and {{contact.critical-design-effect.worst}} at the worst rounding that agrees with the total.",
    "The report calls differences between parents significant at 95% and names neither its test nor a design effect. The parents of a case have opposed interests; where both were interviewed, the groups are not independent.",
  ],
  code: ["src/stats/published/difference.ts", "src/stats/published/critical-design-effect.ts"],
  columns: (state) => {
    const deff = chosenOption(INTERVIEW, state).deff;
    return [
      { label: "Gap", value: (row) => row.label },
      { label: "Points", value: (row) => row.value },
      { label: "95% interval from", value: (row) => gapInterval(row, deff).low, as: "low" },
      { label: "to", value: (row) => gapInterval(row, deff).high, as: "high" },
      { label: "Stands up to a design effect of", value: (row) => row.critical_deff, as: "design effect" },
      { label: "at the worst rounding", value: (row) => row.critical_deff_worst, as: "design effect" },
    ];
  },
  alt: (rows, state) => {
    const deff = chosenOption(INTERVIEW, state).deff;
    const list = rows.map((row) => {
      const { low, high } = gapInterval(row, deff);
      return `${row.label} ${formatNumber(row.value)} points, interval ${formatRange(low, high)}`;
    });
    const clear = rows.every((row) => gapInterval(row, deff).low > 0)
      ? " Neither interval reaches zero."
      : "";
    return `Gaps with 95% intervals at a design effect of ${deff}: ${list.join("; ")}.${clear}`;
  },
  draw: (rows, state, options) => {
    const deff = chosenOption(INTERVIEW, state).deff;
    return rowChart(
      rows.map((row) => {
        const interval = gapInterval(row, deff);
        const range = formatRange(interval.low, interval.high);
        return {
          label: row.gap === "parent" ? "Between parents" : "Between contact types",
          detail:
            row.gap === "parent"
              ? `Receiving ${formatNumber(row.higher)}, Paying ${formatNumber(row.lower)}`
              : `New customers ${formatNumber(row.higher)}, others ${formatNumber(row.lower)}`,
          marks: [
            {
              kind: row.kind,
              value: row.value,
              ...interval,
              text: `${formatNumber(row.value)} points (${range})`,
              narrowText: `${formatNumber(row.value)} (${range})`,
              colour: colour(row.gap === "parent" ? "receiving" : "new"),
              side: "above",
            },
          ],
        };
      }),
      {
        ...options,
        domain: [0, 40],
        ticks: [0, 10, 20, 30, 40],
        tickLabel: (tick) => formatNumber(tick),
      },
    );
  },
});
