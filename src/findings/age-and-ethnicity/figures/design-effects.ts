import { defineFigure } from "../../../figures/figure.js";
import { colour } from "../../../figures/palette.js";
import { rowChart } from "../../../figures/row-chart.js";
import { formatDesignEffect, formatNumber } from "../../../model/format.js";
import { DESIGN_EFFECTS } from "../schema.js";

/** What the sentences about significance imply about the survey's design effect. */
export const designEffectsFigure = defineFigure(DESIGN_EFFECTS, {
  title: (rows) =>
    rows.some(({ code, value }) => code === "online-worst" && value < 1)
      ? "A difference called significant limits the design effect: to {{online.critical-design-effect.best}} for internet access, which at its worst rounding would not be significant at all"
      : "A difference called significant limits the design effect",
  subtitle:
    "Largest design effect at which what is called significant at 95% can be so. ×1 is simple random sampling, each interview worth one in full; ×2 is an interview worth a half",
  kinds: ["calculated"],
  controls: [],
  how: [
    "Ages: the largest design effect at which some complete chart of ages agrees with the total and with all differences called significant, under each choice of weights; bisection over the feasibility of the same problem that gives the bands above. One effect for all pairs.",
    "Internet access: (z / 1.96)² with the unpooled variance and independent groups: {{online.critical-design-effect}} at the printed {{ces-2023-24.internet-access.parent-receiving}} and {{ces-2023-24.internet-access.parent-paying}}. Over all roundings that agree with the total it goes from {{online.critical-design-effect.worst}} to {{online.critical-design-effect.best}}; the worst needs Receiving Parents to weigh at most {{online.share-of-worst}}. Where they weigh as interviewed, the worst is {{online.critical-design-effect.interviews}}.",
    "If one design effect held for all, the least of the upper limits would be the limit. In practice it differs between questions and groups.",
  ],
  code: ["src/findings/age-and-ethnicity/design-effects.ts", "src/stats/published/critical-design-effect.ts"],
  columns: () => [
    ...DESIGN_EFFECTS.shown,
    { label: "Largest design effect", value: (row) => formatDesignEffect(row.value) },
  ],
  alt: (rows) =>
    `Rings on a scale of design effects. ${rows.map((row) => `${row.label}, ${row.detail}: ${formatDesignEffect(row.value)}`).join("; ")}.`,
  draw: (rows, _state, options) =>
    rowChart(
      rows.map(({ code, label, detail, kind, value }) => ({
        label,
        detail,
        marks: [
          {
            kind,
            value,
            low: 0,
            high: value,
            text: `×${formatDesignEffect(value)}`,
            colour: colour(code.startsWith("age") ? "age" : "everyone"),
          },
        ],
      })),
      {
        ...options,
        domain: [0, 11],
        ticks: [0, 1, 2, 4, 6, 8, 10],
        tickLabel: (tick) => `×${formatNumber(tick)}`,
      },
    ),
});
