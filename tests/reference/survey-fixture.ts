import type { SurveyDesign } from "../../src/stats/design/survey-design.js";
import { readFixture } from "./compare.js";
import { type Dataset, type DesignColumns, designOf } from "./designs.js";

/** What R was asked, and what it said. */
export interface Case<Expected> {
  readonly design: string;
  readonly call: string;
  readonly y: string;
  readonly by?: readonly string[];
  readonly domain?: string;
  readonly expected: Expected;
}

const fixture = readFixture<{
  readonly r: string;
  readonly survey: string;
  readonly datasets: Readonly<Record<string, Dataset>>;
  readonly designs: Readonly<Record<string, DesignColumns>>;
  readonly cases: readonly Case<unknown>[];
}>("survey");

/** What the numbers of survey.R were made with. */
export const MADE_BY = `survey ${fixture.survey} of ${fixture.r}`;

/** All cases of one call; `Each` says what such a case holds. */
export function casesOf<Each extends Case<unknown>>(call: Each["call"]): Each[] {
  return fixture.cases.filter((each): each is Each => each.call === call);
}

/** What a case is called in messages. */
export const nameOf = ({ expected: _, ...rest }: Case<unknown>) => rest;

export function columnsOf(design: string): DesignColumns {
  const columns = fixture.designs[design];
  if (columns === undefined) throw new Error(`there is no design ${design}`);
  return columns;
}

/** The columns and our design of a case. */
export function sampleOf({ design }: Pick<Case<unknown>, "design">): {
  dataset: Dataset;
  design: SurveyDesign;
} {
  const columns = columnsOf(design);
  const dataset = fixture.datasets[columns.dataset];
  if (dataset === undefined) throw new Error(`there is no sample ${columns.dataset}`);
  return { dataset, design: designOf(dataset, columns) };
}
