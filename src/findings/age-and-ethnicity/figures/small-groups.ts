import { defineFigure } from "../../../figures/figure.js";
import { colour, groupColour } from "../../../figures/palette.js";
import { rowChart } from "../../../figures/row-chart.js";
import { formatDesignEffect, formatNumber, formatRange } from "../../../model/format.js";
import { SMALL_GROUPS, type SmallGroupRow } from "../schema.js";

/** Which small groups a publication standard would show, by design effect. */
export const smallGroupsFigure = defineFigure(SMALL_GROUPS, {
  title: (rows) =>
    rows.some(({ group, value }) => group === "age=16-24" && value !== null && value > 0 && value < 2)
      ? "By a strict standard the figure of ages 16 to 24 would be printed only up to a design effect of {{small.age-16-24}}"
      : "Up to which design effect a strict standard would print the small groups’ figures",
  subtitle:
    "Largest design effect at which the United States’ health statisticians would print the figure. Rings: figures that we hold.{{unknown or partly ces-2023-24.satisfied.ethnicity-black ces-2023-24.satisfied.ethnicity-other-mixed}} Bands: all that a figure could be that we don’t hold; one that starts at ×0 may be left out even under simple random sampling{{end}}",
  kinds: ["calculated", "bounded"],
  controls: [],
  how: [
    "The standard leaves out a percentage with fewer than {{reliability.effective}} effective interviews, with a 95% Korn-Graubard interval {{reliability.suppressed-width}} wide or more, or with one wider than {{reliability.relative-width}} of the percentage itself. It is not the department’s own; the report asks for caution in words.",
    "Degrees of freedom are the interviews less one: neither strata nor clusters are in the text, and fewer degrees would lower every limit.{{unknown or partly ces-2023-24.satisfied.ethnicity-black ces-2023-24.satisfied.ethnicity-other-mixed}} A figure that we don’t hold is taken at every whole percentage above zero that fits the statements at a design effect of one.{{end}}",
  ],
  code: ["src/findings/age-and-ethnicity/small-groups.ts", "src/stats/intervals/reliability.ts"],
  columns: () => [
    { label: "Group", value: (row) => row.label },
    { label: "Printed up to", value: (row) => text(row) },
    { label: "Interviews", value: (row) => row.interviews },
  ],
  alt: (rows) =>
    `Rings and bands on a scale of design effects: up to which the figure would be printed. ${rows.map((row) => `${row.label} ${text(row)}`).join("; ")}.`,
  draw: (rows, _state, options) =>
    rowChart(
      rows.map((row) => {
        const { group, label, kind, value, low, high, interviews } = row;
        return {
          label,
          detail: `${formatNumber(interviews)} interviews`,
          marks: [
            {
              ...{ kind, low: value ?? low, high, text: text(row) },
              ...(value === null ? {} : { value }),
              colour: group.startsWith("age") ? colour("age") : groupColour(group),
            },
          ],
        };
      }),
      {
        ...options,
        domain: [0, 6],
        ticks: [0, 1, 2, 3, 4, 5],
        tickLabel: (tick) => `×${formatNumber(tick)}`,
      },
    ),
});

function text({ value, low, high }: SmallGroupRow): string {
  return `×${value === null ? formatRange(low, high) : formatDesignEffect(value)}`;
}
