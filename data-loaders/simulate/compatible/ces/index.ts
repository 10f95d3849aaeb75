import type { SurveyGenerator } from "../../generator.js";
import { watermark } from "../../watermark.js";
import { findWorld } from "../find-world.js";
import { printedOf } from "../printed.js";
import { drawCes } from "./world.js";

/** Interviews of 2023/24, of which the number is printed. */
export const CES: SurveyGenerator = {
  interviews: 2280,
  anyNumber: false,
  simulate(raw, { seed, interviews }) {
    const all = printedOf(raw, "ces-2023-24").base("all");
    if (interviews !== all)
      throw new RangeError(`the report has ${all} interviews, and no other number agrees with it`);
    return findWorld(raw, seed, (stream) => drawCes(raw, stream, watermark("compatible", seed)));
  },
};
