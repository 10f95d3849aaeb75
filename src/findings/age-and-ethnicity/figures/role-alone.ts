import * as Plot from "@observablehq/plot";
import { defineFigure } from "../../../figures/figure.js";
import { colour } from "../../../figures/palette.js";
import { NARROW, plot } from "../../../figures/plot.js";
import { formatRange } from "../../../model/format.js";
import { asInterviewed, gendersOf, roleAlone, type ShareStrip } from "../gender.js";
import { ROLE_ALONE } from "../schema.js";

const HEIGHT = 356;
const [TOP, BOTTOM, LEFT] = [34, 54, 40];

/** Women who receive by men who pay, and the line on which parental role alone explains both genders' figures. */
export const roleAloneFigure = defineFigure(ROLE_ALONE, {
  title: (rows) => {
    const { women, men } = gendersOf(rows);
    return women !== undefined && men !== undefined && women.low > 90 && men.low > 80
      ? "Parental role alone could make the gap between women and men, if {{gender.women-receiving}} of women were Receiving and {{gender.men-paying}} of men were Paying Parents"
      : "Where parental role alone would make the gap between women and men";
  },
  subtitle:
    "Each point of the square is a share of women who are Receiving and of men who are Paying Parents, %. Solid: parental role alone makes both figures. Stripe: agrees with the interviews, each counting the same",
  kinds: ["bounded"],
  controls: [],
  how: [
    "Role alone means that every Receiving Parent is as satisfied as Receiving Parents are together, and every Paying Parent likewise. Then women’s {{ces-2023-24.satisfied.gender-female}} is a mix of {{ces-2023-24.satisfied.parent-receiving}} and {{ces-2023-24.satisfied.parent-paying}}, and so is men’s {{ces-2023-24.satisfied.gender-male}}. The solid region holds every pair of shares for which some unrounded figures do that.",
    "The stripe holds the shares for which women, men and the {{gender.unknown}} who answered and whose gender is not on record, whoever they are, make up the {{ces-2023-24.base.answered.parent-receiving}} Receiving and {{ces-2023-24.base.answered.parent-paying}} Paying Parents interviewed, each interview counting the same. Weights could move it.",
  ],
  code: ["src/findings/age-and-ethnicity/gender.ts"],
  columns: () => [
    { label: "Share", value: (row) => row.label },
    { label: "If role alone, %", value: (row) => range(row.low, row.high) },
    { label: "and as interviewed, %", value: (row) => range(row.agreed_low, row.agreed_high) },
    { label: "Interviews with the gender", value: (row) => row.interviews },
    { label: "Interviews with the role", value: (row) => row.role_interviews },
  ],
  alt: (rows) =>
    `A square of shares, with a small solid region in its upper right corner, where parental role alone makes both figures, and a stripe along the diagonal that agrees with the interviews. ${rows
      .map(
        (row) =>
          `${row.label}: ${range(row.low, row.high)}%, with the interviews ${range(row.agreed_low, row.agreed_high)}%`,
      )
      .join("; ")}.`,
  draw: (rows, _state, { width = 640, ...options }) => {
    const { women, men } = gendersOf(rows);
    const side = Math.min(HEIGHT - TOP - BOTTOM, width - LEFT - 16);
    const narrow = width < NARROW;
    const region = women === undefined || men === undefined ? [] : roleAlone(women, men, 0.25);
    const stripe =
      women === undefined || men === undefined
        ? []
        : Array.from({ length: 101 }, (_, share) => clipped(asInterviewed(women, men, share))).filter(
            ({ low, high }) => low < high,
          );
    const axis = { tickSize: 0, label: null, fill: colour("mute"), fontSize: 13 } as const;
    const name = { fill: colour("ink"), fontSize: 13.5, fontWeight: 600 } as const;
    const area = { x: "women", y1: "low", y2: "high" } as const;
    const note = {
      fill: colour("ink"),
      fontSize: narrow ? 12.5 : 14,
      fontWeight: 600,
      textAnchor: "end",
    } as const;
    return plot(
      {
        width,
        height: HEIGHT,
        marginTop: TOP,
        marginBottom: BOTTOM,
        marginLeft: LEFT,
        marginRight: width - LEFT - side,
        x: { domain: [0, 100], axis: null },
        y: { domain: [0, 100], axis: null },
        marks: [
          Plot.rect([0], {
            x1: () => 0,
            x2: () => 100,
            y1: () => 0,
            y2: () => 100,
            stroke: colour("rule"),
            fill: "none",
          }),
          Plot.gridX([25, 50, 75], { stroke: colour("rule"), strokeOpacity: 1 }),
          Plot.gridY([25, 50, 75], { stroke: colour("rule"), strokeOpacity: 1 }),
          Plot.axisX([0, 25, 50, 75, 100], { ...axis, tickFormat: String }),
          Plot.axisY([0, 25, 50, 75, 100], { ...axis, tickFormat: String }),
          Plot.areaY(stripe, { ...area, fill: colour("everyone"), fillOpacity: 0.18 }),
          Plot.areaY(region, {
            ...area,
            fill: colour("ink"),
            fillOpacity: 0.55,
            stroke: colour("ink"),
            strokeWidth: 1.25,
          }),
          Plot.dot(region.slice(-1), { x: "women", y: "high", r: 2.5, fill: colour("ink") }),
          Plot.text(narrow ? [["role alone"]] : [["parental role alone", "makes both figures"]], {
            ...note,
            ...(narrow ? { x: () => 90, y: () => 95 } : { x: () => 104, y: () => 94, textAnchor: "start" }),
            text: (lines: readonly string[]) => lines.join("\n"),
            fill: colour("ink"),
          }),
          Plot.text([narrow ? "as interviewed" : "agrees with the interviews"], {
            ...note,
            x: () => 57,
            y: () => 46,
            textAnchor: "start",
            fill: colour("everyone"),
          }),
          Plot.text(["Women who are Receiving Parents, %"], { ...name, frameAnchor: "bottom", dy: 44 }),
          Plot.text(["Men who are Paying Parents, %"], {
            ...name,
            frameAnchor: "top-left",
            textAnchor: "start",
            dx: -32,
            dy: -20,
          }),
        ],
      },
      options,
    );
  },
});

function clipped({ women, low, high }: ShareStrip): ShareStrip {
  return { women, low: Math.max(0, low), high: Math.min(100, high) };
}

function range(low: number | null, high: number | null): string {
  return low === null || high === null ? "none" : formatRange(low, high);
}
