import type { Codebook } from "../../../src/model/codebook.js";
import type { Settings } from "./settings.js";

/** What the generator needs of a survey besides its codebook. */
export interface SurveyModel {
  readonly codebook: Codebook;
  /** The measure with a known truth, and the one variable that defines it. */
  readonly outcome: {
    readonly measure: string;
    readonly variable: string;
    /** Answers that count and answers that do not, equally likely within each list. */
    readonly yes: readonly (string | number)[];
    readonly no: readonly (string | number)[];
    /** Answers outside the base, with their share of all. */
    readonly neither: Readonly<Record<string, number>>;
  };
  /** The variable that distinguishes the two parents of a case; null where contacts do not belong to cases. */
  readonly pair: { readonly variable: string; readonly answers: readonly [string, string] } | null;
  readonly settings: Settings;
}

/**
 * The variables of a population: those of sampling, weighting and outcome. Others are filled in for interviewed
 * people.
 */
export function coreVariables({ codebook, pair, settings }: SurveyModel): string[] {
  const { sampling, weighting, roles, variables } = codebook;
  const named = new Set([
    roles.period,
    ...sampling.strata,
    ...(sampling.quotas ?? []),
    ...weighting.flatMap((step) => step.variables),
    ...Object.keys(settings.points),
    ...(pair === null ? [] : [pair.variable]),
    ...(settings.response.byGroup === undefined ? [] : [settings.response.byGroup.variable]),
  ]);
  return variables.flatMap(({ id, asked }) => {
    if (!named.has(id)) return [];
    if (asked !== undefined)
      throw new RangeError(`${id} is not asked of everyone, so that no population has it`);
    return [id];
  });
}

/** A model with some of its settings changed. */
export const withSettings = (model: SurveyModel, changed: Partial<Settings>): SurveyModel => ({
  ...model,
  settings: { ...model.settings, ...changed },
});
