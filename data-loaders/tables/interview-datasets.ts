import type { CodedInterviews } from "../../src/analysis/interviews/index.js";
import {
  ABOUT,
  DIFFERENCE,
  ESTIMATE,
  LOCATOR,
  MADE_UP,
  PUBLISHED,
} from "../../src/analysis/interviews/schema.js";
import { VERDICT_WORDS } from "../../src/analysis/interviews/verdict-words.js";
import {
  interviews as counted,
  type Dataset,
  datasetOf,
  defineTable,
  number,
  open,
  text,
} from "../../src/model/table.js";
import type { FromInterviews } from "../interviews/beside-printed/from-interviews.js";
import type { Raw } from "../read/index.js";
import { about, published } from "./beside-cells.js";

const VERDICT = text(
  Object.entries(VERDICT_WORDS)
    .filter(([verdict]) => verdict !== "withheld")
    .map(([verdict, words]) => (verdict === words ? verdict : `${verdict}: ${words}`))
    .join("; "),
);

const ESTIMATE_COLUMNS = {
  ...PUBLISHED,
  ...MADE_UP,
  ...ESTIMATE,
  degrees_of_freedom: open(number("interviews")("Degrees of freedom of the standard error")),
  design_effect: open(number("times")("Variance against simple random sampling with replacement")),
  interviews: open(counted("Interviews behind the estimate, unweighted")),
  difference: DIFFERENCE,
  verdict: VERDICT,
  locator: open(LOCATOR),
};

const COUNT_COLUMNS = {
  id: text("Name of the base"),
  definition: text("Who is counted"),
  ...ABOUT,
  printed: open(text("The number as printed")),
  published: open(counted("The published number")),
  ...MADE_UP,
  interviews: open(counted("Interviews of the file")),
  difference: open(counted("Of the file less published")),
  verdict: VERDICT,
  locator: LOCATOR,
};

/** The published percentages beside those from the interviews. **Not for publication**: small groups are in it. */
export function estimatesDataset(
  { kind, simulated, values }: FromInterviews,
  { codebook }: CodedInterviews,
  { measures }: Pick<Raw, "measures">,
): Dataset {
  const table = defineTable({
    name: `estimates-${codebook.id}`,
    title: `${codebook.title}: published percentages and those from the interviews`,
    description:
      "One row a published percentage, and one a measure that is not published, with the weighted estimate from the interviews, its sampling error and whether the two agree within rounding.",
    source: "Interviews, and the publication named in the locator",
    columns: ESTIMATE_COLUMNS,
  });
  return datasetOf(table, () =>
    values.map(({ asked, value, estimate, number: shown, difference, verdict }) => {
      const scale = estimate?.statistic === "mean" ? 1 : 100;
      const scaled = (one: number | null | undefined) => {
        const known = finite(one);
        return known === null ? null : known * scale;
      };
      return {
        ...published(asked, value, codebook, measures),
        kind,
        simulated,
        estimate: shown,
        standard_error: scaled(estimate?.standardError),
        low: scaled(estimate?.low),
        high: scaled(estimate?.high),
        level: estimate?.level ?? null,
        method: estimate?.method ?? null,
        degrees_of_freedom: finite(estimate?.df),
        design_effect: estimate?.deff ?? null,
        interviews: estimate?.n ?? null,
        difference,
        verdict,
        locator: value?.locator ?? null,
      };
    }),
  );
}

/** The published numbers of interviews beside those of the file. **Not for publication**: small groups are in it. */
export function countsDataset(
  { kind, simulated, bases }: FromInterviews,
  { codebook }: CodedInterviews,
): Dataset {
  const table = defineTable({
    name: `counts-${codebook.id}`,
    title: `${codebook.title}: published numbers of interviews and those of the file`,
    description: "One row a published base, with the interviews of the file that it counts.",
    source: "Interviews, and the publication named in the locator",
    columns: COUNT_COLUMNS,
  });
  return datasetOf(table, () =>
    bases.map(({ base, number: shown, verdict }) => ({
      id: base.id,
      definition: base.definition,
      ...about(base.publication, base),
      printed: base.printed,
      published: base.interviews,
      kind,
      simulated,
      interviews: shown,
      difference: shown === null || base.interviews === null ? null : shown - base.interviews,
      verdict,
      locator: base.locator,
    })),
  );
}

const finite = (one: number | null | undefined) => (Number.isFinite(one) ? (one as number) : null);
