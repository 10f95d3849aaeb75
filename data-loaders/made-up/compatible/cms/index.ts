import type { SurveyGenerator } from "../../generator.js";
import { watermark } from "../../watermark.js";
import { findWorld } from "../find-world.js";
import { drawCms } from "./world.js";

/** With fewer interviews, percentages of a quarter are too coarse for a history. */
const MIN_INTERVIEWS = 3600;

/** Interviews on the CMS. Their number is not printed: 7,200 by default. */
export const CMS: SurveyGenerator = {
  interviews: 7200,
  anyNumber: true,
  simulate(raw, { seed, interviews }) {
    if (interviews < MIN_INTERVIEWS)
      throw new RangeError(
        `${interviews} interviews are too few for the history that the report tells; expected ${MIN_INTERVIEWS} or more`,
      );
    return findWorld(raw, seed, (stream) => drawCms(raw, stream, interviews, watermark("compatible", seed)));
  },
};
