import type { SurveyGenerator } from "../../generator.js";
import { watermark } from "../../watermark.js";
import { findWorld } from "../find-world.js";
import { drawCms } from "./world.js";

/** Below this a quarter has too few interviews for its percentages to come as near as a history needs. */
const LEAST = 3600;

/** Interviews on the CMS, of which no number is printed: 7,200 unless another number is asked for. */
export const CMS: SurveyGenerator = {
  interviews: 7200,
  anyNumber: true,
  simulate(raw, { seed, interviews }) {
    if (interviews < LEAST)
      throw new RangeError(
        `${interviews} interviews are too few for the history that the report tells; expected ${LEAST} or more`,
      );
    return findWorld(raw, seed, (stream) => drawCms(raw, stream, interviews, watermark("compatible", seed)));
  },
};
