import { CES_2023_24 } from "../../../../../data-loaders/codebooks/ces-2023-24.js";
import { fromInterviews } from "../../../../../data-loaders/interviews/beside-printed/from-interviews.js";
import {
  type KeptPublication,
  publishSurvey,
} from "../../../../../data-loaders/interviews/publish/publish-survey.js";
import { type Raw, readRaw } from "../../../../../data-loaders/read/index.js";
import type { Codebook } from "../../../../../src/model/codebook.js";
import { coded } from "../../../analysis/interviews/coded.js";
import { RAW } from "../../tables/filled-copy.js";
import type { Row } from "./ces-interviews.js";

export const raw: Raw = readRaw(RAW);

/** What may be published of rows of text, as those of a CSV file. */
export function publishRows(
  rows: readonly Row[],
  known: KeptPublication | null = null,
  { codebook = CES_2023_24, simulated = null as string | null } = {},
): ReturnType<typeof publishSurvey> {
  const interviews = coded(codebook, rows.map(numbered(codebook)), simulated);
  return publishSurvey(interviews, fromInterviews(raw, interviews), JSON.stringify(rows), known);
}

/** Scales, counts and numbers as numbers, where they are no special answer. */
const numbered =
  ({ variables }: Codebook) =>
  (row: Row) =>
    Object.fromEntries(
      Object.entries(row).map(([id, cell]): [string, string | number] => {
        const kind = variables.find((variable) => variable.id === id)?.kind ?? "text";
        const isNumber = ["scale", "count", "number"].includes(kind) && !Number.isNaN(Number(cell));
        return [id, isNumber ? Number(cell) : cell];
      }),
    );
