import type { SurveyGenerator } from "../../generator.js";
import { watermark } from "../../watermark.js";
import { findWorld } from "../find-world.js";
import { drawOptions } from "./world.js";

/** With fewer interviews, monthly percentages vary more than the report says. */
const MIN_INTERVIEWS = 6000;

/** Interviews on Options. Their number is not printed: 240 a month by default. */
export const OPTIONS: SurveyGenerator = {
  interviews: 7200,
  anyNumber: true,
  simulate(raw, { seed, interviews }) {
    if (interviews < MIN_INTERVIEWS)
      throw new RangeError(
        `${interviews} interviews are too few for months as steady as the report says; expected ${MIN_INTERVIEWS} or more`,
      );
    return findWorld(raw, seed, (stream) =>
      drawOptions(raw, stream, interviews, watermark("compatible", seed)),
    );
  },
};
