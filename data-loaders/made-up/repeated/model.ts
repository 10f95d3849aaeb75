import type { Codebook } from "../../../src/model/codebook.js";
import type { Settings } from "./settings.js";

/** What the generator has to know of a survey beside its codebook. */
export interface SurveyModel {
  readonly codebook: Codebook;
  /** The measure whose truth is known, and the one variable that it is made of. */
  readonly outcome: {
    readonly measure: string;
    readonly variable: string;
    /** Answers that count, and those that do not, each as likely as the others. */
    readonly yes: readonly (string | number)[];
    readonly no: readonly (string | number)[];
    /** Answers that are in no base, with their part of all. */
    readonly neither: Readonly<Record<string, number>>;
  };
  /** The variable by which both parents of a case differ, with its two answers; null where contacts are no parts of cases. */
  readonly pair: { readonly variable: string; readonly answers: readonly [string, string] } | null;
  readonly settings: Settings;
}

/**
 * The variables that a population is described by: those of sampling, weighting and truth. All others are filled in for the
 * people who are interviewed.
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
