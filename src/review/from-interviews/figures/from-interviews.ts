import { type ComparedRow, comparedRows } from "../../../analysis/interviews/compared.js";
import { FROM_INTERVIEWS, type FromInterviewsRow } from "../../../analysis/interviews/schema.js";
import { VERDICT_WORDS } from "../../../analysis/interviews/verdict-words.js";
import { defineFigure } from "../../../figures/figure.js";
import { formatNumber } from "../../../model/format.js";
import { comparedChart, signed, surveysOf } from "./compared-chart.js";

/** Each printed percentage with the estimate from a build's interviews: which differences rounding explains. */
export const fromInterviewsFigure = defineFigure<FromInterviewsRow, ComparedRow>(FROM_INTERVIEWS, {
  title: (rows) =>
    comparedRows(rows).some(({ differs }) => differs)
      ? "{{interviews.differ}} of {{interviews.compared}} printed percentages differ from the interviews by more than rounding explains"
      : "All {{interviews.compared}} printed percentages agree with the interviews within rounding",
  subtitle:
    "The percentage from interviews less the printed one, points. The band is all that is printed like this: what lies in it agrees. Withheld, and not drawn: {{interviews.withheld-printed}} of the printed percentages",
  source: "The publications, and interviews that lay beside this build",
  kinds: ["published", "calculated", "simulated"],
  kindsOf: (rows) => ["published", ...new Set(rows.map(({ kind }) => kind))],
  meanings: {
    published: "stands at nothing, in the band of its rounding",
    calculated: "from interviews with people, less the printed percentage",
  },
  none: "This build had no interviews of a survey whose percentages the text prints, so there is nothing to compare. With interviews, a chart stands here of how far each percentage from them is from the printed one, beside what rounding explains.",
  controls: [],
  how: [
    "Each percentage is the weighted estimate from the interviews, of the people and answers that the codebook of the survey defines, to one decimal. From it the printed one is taken; where the text has words alone, the middle of what they mean.",
    "The band goes from the least to the most that is printed like this. An estimate in it agrees, before it is itself rounded. Where the interviews are those behind the publication, sampling error explains no difference: definitions, weights or files do.",
    "Percentages that disclosure control withholds are left out, and are counted below the title. Those that the text does not hold, or that the codebook does not define, have nothing to be compared with.",
  ],
  code: ["src/analysis/interviews/compared.ts"],
  show: comparedRows,
  columns: () => [
    { label: "Percentage", value: (row) => row.label },
    { label: "Whom it is about", value: (row) => row.group },
    { label: "Survey", value: (row) => row.survey },
    { label: "In the report", value: (row) => row.printed },
    { label: "From interviews", value: (row) => row.estimate, decimals: 1 },
    { label: "Difference, points", value: (row) => row.difference, decimals: 1 },
    { label: "Rounding from", value: (row) => row.low, as: "low" },
    { label: "to", value: (row) => row.high, as: "high" },
    { label: "Outcome", value: (row) => (row.differs ? VERDICT_WORDS.differs : VERDICT_WORDS.agrees) },
    { label: "Made up by", value: (row) => row.simulated },
  ],
  alt: (rows) => {
    if (rows.length === 0) return "Nothing to compare.";
    const parts = surveysOf(rows).map(({ survey, simulated, own }) => {
      const list = own.map(
        (row) =>
          `${row.label}, ${row.group}: ${signed(row.difference)}${row.differs ? ", differs" : ""} (printed ${row.printed}, from interviews ${formatNumber(row.estimate, 1)})`,
      );
      return `${survey}${simulated === null ? "" : `, made-up data: ${simulated}`}: ${list.join("; ")}.`;
    });
    return `Points from the printed percentage, each beside the band of its rounding. ${parts.join(" ")}`;
  },
  draw: (rows, _state, options) => comparedChart(rows, options),
});
