import type { Raw } from "../../../read/index.js";
import type { SurveyGenerator } from "../../generator.js";
import { watermark } from "../../watermark.js";
import { type AgreeingWorld, findAgreeingWorld } from "../find-world.js";
import { printedOf } from "../printed.js";
import { drawCes } from "./world.js";

/**
 * The compatible world of 2023/24 for a seed.
 *
 * @param most maximum number of draws; that of `findWorld` by default
 */
export function cesWorld(raw: Raw, seed: number, most?: number): AgreeingWorld {
  const simulated = watermark("compatible", seed);
  return findAgreeingWorld(raw, seed, (stream) => drawCes(raw, stream, simulated), most);
}

/** Interviews of 2023/24; their number is printed. */
export const CES: SurveyGenerator = {
  interviews: 2280,
  anyNumber: false,
  simulate(raw, { seed, interviews }) {
    const all = printedOf(raw, "ces-2023-24").base("all");
    if (interviews !== all)
      throw new RangeError(`the report has ${all} interviews, and no other number agrees with it`);
    return cesWorld(raw, seed).interviews;
  },
};
