import { crossFactors, type Factor, type SurveyDesign, surveyDesign } from "../../stats/index.js";
import type { CodedInterviews } from "./coded-interviews.js";

/**
 * The sample design of a codebook: final weights, and the combinations of its stratum variables that occur as strata.
 * A stratum with one interview is centred on the mean of all, which errs towards larger standard errors.
 *
 * Weights are taken as fixed. The file does not have the totals they were fitted to, so the variance that fitting
 * removes is still counted: standard errors are too large rather than too small.
 *
 * @param weights other weights than those of the file, one a row, such as those that a weighting begins with
 */
export function designOf(interviews: CodedInterviews, weights?: ArrayLike<number>): SurveyDesign {
  const { codebook, rows } = interviews;
  const { sampling, roles } = codebook;
  const column = weights !== undefined || roles.weight === null ? null : interviews.column(roles.weight);
  const strata = sampling.strata.map((id) => factorOf(interviews, id));
  return surveyDesign({
    n: rows,
    ...(weights === undefined ? {} : { weights }),
    ...(column?.form === "numbers" ? { weights: column.numbers } : {}),
    ...(strata.length === 0
      ? {}
      : { strata: strata.length === 1 ? (strata[0] as Factor) : crossFactors(strata) }),
    singlePsu: "adjust",
  });
}

/** A variable as a factor; those not asked are a level of their own. */
function factorOf(interviews: CodedInterviews, id: string): Factor {
  const read = interviews.reader(id);
  const levels: string[] = [];
  const places = new Map<string, number>();
  const codes = Int32Array.from({ length: interviews.rows }, (_, row) => {
    const value = String(read(row) ?? "not asked");
    const place = places.get(value) ?? levels.push(value) - 1;
    places.set(value, place);
    return place;
  });
  return { name: id, levels, codes };
}
