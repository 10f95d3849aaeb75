import type { Raw } from "../../../read/index.js";
import type { SurveyGenerator } from "../../generator.js";
import { watermark } from "../../watermark.js";
import { type AgreeingWorld, findAgreeingWorld } from "../find-world.js";
import { printedOf } from "../printed.js";
import { drawCes } from "./world.js";

/**
 * The interviews of 2023/24 for a seed, with what they give beside what is printed.
 *
 * @param most draws after which the search is given up; as many as `findWorld` has where left out
 */
export function cesWorld(raw: Raw, seed: number, most?: number): AgreeingWorld {
  const simulated = watermark("compatible", seed);
  return findAgreeingWorld(raw, seed, (stream) => drawCes(raw, stream, simulated), most);
}

/** Interviews of 2023/24, of which the number is printed. */
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
