import { defineFigure } from "../../../figures/figure.js";
import { groupColour } from "../../../figures/palette.js";
import { rowChart } from "../../../figures/row-chart.js";
import { formatNumber, formatRange } from "../../../model/format.js";
import { SHARES } from "../schema.js";

/** Each group's share of the interviews, and the implied range of its share of the weights. */
export const sharesFigure = defineFigure(SHARES, {
  title: () =>
    "What each group weighed may equal its share of the interviews, or differ from it by several points",
  subtitle: "Share of all who gave an answer, %: of the interviews (ring) and of the weights (band)",
  kinds: ["calculated", "bounded"],
  controls: [],
  how: [
    "Everyone's percentage is the weighted mean of the groups' percentages, so that a group's weight is (everyone less the other group) divided by (the group less the other group). Over all roundings Receiving Parents weigh {{shares.receiving.weight}} and New customers {{shares.new.weight}}.",
    "It is a share of the weights in the survey, not of customers. Quotas set a least number of interviews for each parent type and contact reason. The weights use age, gender, length of service use and contact reason; parent type is not among them.",
  ],
  code: ["src/stats/published/implied-share.ts", "src/findings/parents-and-contact/shares.ts"],
  alt: (rows) => {
    const list = rows.map(
      (row) =>
        `${row.label}: ${formatNumber(row.among_interviews, 1)}% of the interviews, anywhere from ${formatRange(row.low, row.high)}% of the weights`,
    );
    return `Rows, each with a ring inside a band. ${list.join("; ")}.`;
  },
  draw: (rows, _state, options) =>
    rowChart(
      rows.map((row) => ({
        label: row.label,
        detail: `${formatNumber(row.interviews)} of ${formatNumber(row.all_interviews)}`,
        marks: [
          {
            kind: row.kind,
            low: row.low,
            high: row.high,
            text: `${formatRange(row.low, row.high)} of the weights`,
            narrowText: `${formatRange(row.low, row.high)}, ring ${formatNumber(row.among_interviews, 1)}`,
            colour: groupColour(row.group),
          },
          {
            kind: "calculated",
            value: row.among_interviews,
            low: row.among_interviews,
            high: row.among_interviews,
            text: `${formatNumber(row.among_interviews, 1)} of the interviews`,
            narrowText: "",
            colour: groupColour(row.group),
            side: "above",
          },
        ],
      })),
      options,
    ),
});
