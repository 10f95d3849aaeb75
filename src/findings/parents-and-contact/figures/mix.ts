import { defineFigure } from "../../../figures/figure.js";
import { groupColour } from "../../../figures/palette.js";
import { rowChart } from "../../../figures/row-chart.js";
import { formatNumber, formatRange } from "../../../model/format.js";
import { MIX } from "../schema.js";

/** The mix of contact types, and the mix that would explain the gap between parents. */
export const mixFigure = defineFigure(MIX, {
  title: (rows) =>
    rows.length > 0 &&
    rows.every((row) =>
      row.group === "parent=receiving"
        ? row.needed_low > row.among_interviews
        : row.needed_high < row.among_interviews,
    )
      ? "For contact type alone to make the gap, {{mix.receiving.needed}} of Receiving and {{mix.paying.needed}} of Paying Parents would have to be New customers"
      : "New customers in each parent group, and the share at which contact type alone would make the gap",
  subtitle:
    "New customers, % of each parent group: among the interviews (ring), and as many as it would take with no other difference (band: what rounding allows)",
  kinds: ["calculated", "bounded"],
  controls: [],
  how: [
    "Among interviews: {{ces-2023-24.base.new.parent-receiving.contact-new}} of {{ces-2023-24.base.all.parent-receiving}} Receiving Parents and {{ces-2023-24.base.new.parent-paying.contact-new}} of {{ces-2023-24.base.all.parent-paying}} Paying Parents were New customers.",
    "Needed: if every New customer were as satisfied as New customers are together, and every customer with a change likewise, a group's percentage would follow from its mix. The share needed is (group less Change) divided by (New less Change). Bands show what rounding allows.",
    "The mix that there is makes (share of New customers among Receiving less that among Paying Parents) times (New less Change): {{mix.explained}} over every way the answers can fall and every rounding, if each interview counts the same. With other percentages as the standard it would differ.",
  ],
  code: [
    "src/stats/published/implied-share.ts",
    "src/stats/published/mix.ts",
    "src/findings/parents-and-contact/mix.ts",
  ],
  alt: (rows) => {
    const list = rows.map(
      (row) =>
        `${row.label}: ${formatNumber(row.among_interviews)}% of interviews were with New customers, ${formatNumber(row.needed)}% would be needed`,
    );
    return `Rows with several marks. ${list.join("; ")}.`;
  },
  draw: (rows, _state, options) =>
    rowChart(
      rows.map((row) => ({
        label: row.label,
        detail: `${formatNumber(row.interviews)} interviews`,
        marks: [
          {
            kind: row.kind,
            value: row.among_interviews,
            low: row.among_interviews,
            high: row.among_interviews,
            text: `${formatNumber(row.among_interviews)} of the interviews`,
            narrowText: formatNumber(row.among_interviews),
            colour: groupColour(row.group),
            side: row.needed > row.among_interviews ? "before" : "after",
          },
          {
            kind: "bounded",
            low: row.needed_low,
            high: row.needed_high,
            text: `${formatRange(row.needed_low, row.needed_high)} needed`,
            narrowText: formatRange(row.needed_low, row.needed_high),
            colour: groupColour(row.group),
            side: "above",
          },
        ],
      })),
      options,
    ),
});
