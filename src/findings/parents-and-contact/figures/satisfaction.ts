import { INTERVIEW } from "../../../analysis/interview-worth.js";
import { defineFigure } from "../../../figures/figure.js";
import { groupColour } from "../../../figures/palette.js";
import { rowChart } from "../../../figures/row-chart.js";
import { chosenOption } from "../../../model/control.js";
import { formatNumber } from "../../../model/format.js";
import { samplingInterval } from "../satisfaction.js";
import { SATISFACTION, type SatisfactionRow } from "../schema.js";

/** Pairs of groups with a bracket for their gap. */
const BRACKETS = [
  { higher: "parent=receiving", lower: "parent=paying" },
  { higher: "contact=new", lower: "contact=change" },
] as const;

const placeOf = (rows: readonly SatisfactionRow[], of: string) => rows.findIndex(({ group }) => group === of);

function gap(rows: readonly SatisfactionRow[], { higher, lower }: (typeof BRACKETS)[number]): number {
  const value = (group: string) => rows[placeOf(rows, group)]?.value ?? 0;
  return value(higher) - value(lower);
}

/** The five printed percentages with their intervals. */
export const satisfactionFigure = defineFigure(SATISFACTION, {
  title: (rows) =>
    BRACKETS.every((groups) => gap(rows, groups) > 0)
      ? "Satisfaction is {{parents.gap}} higher among Receiving than Paying Parents, and {{contact.gap}} higher among New customers than those with a change"
      : "Satisfaction with the service by parent and contact type",
  subtitle:
    "Satisfied with the service overall, % of customers in contact from April 2023 to March 2024 who gave an answer. Dots are printed; brackets and lines (95% intervals) are worked out",
  kinds: ["published", "calculated"],
  controls: [],
  how: [
    "Each dot is a percentage as the report prints it, to the nearest whole number. Percentages are weighted; interviews are not.",
    "Each line is a 95% Wilson interval at an effective number of interviews: the interviews of the group divided by the design effect. The report gives no design effect. One, the default, is simple random sampling, the most favourable of those on offer.",
    "The brackets are differences of printed percentages: {{parents.gap}} ({{parents.gap|range}} with rounding) and {{contact.gap}} ({{contact.gap|range}}).",
  ],
  code: ["src/stats/published/wilson.ts", "src/findings/parents-and-contact/satisfaction.ts"],
  columns: (state) => {
    const deff = chosenOption(INTERVIEW, state).deff;
    return [
      { label: "Group", value: (row) => row.label },
      { label: "Satisfied, %", value: (row) => row.value },
      { label: "95% interval from", value: (row) => samplingInterval(row, deff).low, as: "low" },
      { label: "to", value: (row) => samplingInterval(row, deff).high, as: "high" },
      { label: "Interviews", value: (row) => row.interviews },
    ];
  },
  alt: (rows, state) => {
    const worth = chosenOption(INTERVIEW, state);
    const list = rows.map((row) => `${row.label} ${formatNumber(row.value)}%`).join(", ");
    return `Dot plot of the percentage satisfied: ${list}. Lines show 95% intervals if each interview was worth ${worth.label}.`;
  },
  draw: (rows, state, options) => {
    const deff = chosenOption(INTERVIEW, state).deff;
    return rowChart(
      rows.map((row) => ({
        label: row.label,
        detail: `${formatNumber(row.interviews)} interviews`,
        marks: [
          {
            kind: row.kind,
            value: row.value,
            ...samplingInterval(row, deff),
            text: formatNumber(row.value),
            narrowText: `${formatNumber(row.value)} · ${formatNumber(row.interviews)} interviews`,
            colour: groupColour(row.group),
          },
        ],
      })),
      {
        ...options,
        brackets: BRACKETS.map((groups) => ({
          from: placeOf(rows, groups.higher),
          to: placeOf(rows, groups.lower),
          text: `${formatNumber(gap(rows, groups))} points`,
        })),
      },
    );
  },
});
