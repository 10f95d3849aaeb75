/** A share of yes among those who are left out and those who are kept, 0 to 1. */
export interface TwoParts {
  readonly kept: number;
  readonly left: number;
}

/**
 * What is true of two parts of a population of which `truth` say yes: a part `share` is left out, and those kept say yes by
 * `difference` more often. Kept: truth + share × difference; left: truth - (1 - share) × difference.
 *
 * @param truth share of yes among all, 0 to 1
 * @param share part that is left out, 0 to below 1: who refuses, is excluded or cannot be reached
 * @param difference share of yes among those kept less that among those left out, -1 to 1
 * @throws RangeError where a part would have a share below 0 or above 1, since no population is like that
 * @example leaveOut(0.5, 0.8, 0.1) // { kept: 0.58, left: 0.48 }
 */
export function leaveOut(truth: number, share: number, difference: number): TwoParts {
  if (!(truth >= 0 && truth <= 1)) throw new RangeError(`the truth is ${truth}; expected 0 to 1`);
  if (!(share >= 0 && share < 1)) throw new RangeError(`${share} are left out; expected 0 to below 1`);
  const parts = { kept: truth + share * difference, left: truth - (1 - share) * difference };
  for (const part of Object.values(parts))
    if (!(part >= -1e-12 && part <= 1 + 1e-12))
      throw new RangeError(
        `with ${truth} of all and ${share} left out, a difference of ${difference} would need a share of ${part}`,
      );
  return { kept: bounded(parts.kept), left: bounded(parts.left) };
}

/** How likely those who say yes, and those who say no, are left out. */
export function chanceLeftOut(
  truth: number,
  share: number,
  difference: number,
): { readonly yes: number; readonly no: number } {
  const { left } = leaveOut(truth, share, difference);
  return {
    yes: truth > 0 ? (share * left) / truth : share,
    no: truth < 1 ? (share * (1 - left)) / (1 - truth) : share,
  };
}

/**
 * How likely someone says the opposite of what they think so that the share of yes among answers is `points` higher: those
 * who think no where it is above 0, else those who think yes.
 *
 * @throws RangeError where fewer think so than would have to say otherwise
 */
export function chanceToSayOtherwise(
  truth: number,
  points: number,
): { readonly yes: number; readonly no: number } {
  const shifted = truth + points;
  if (!(shifted >= -1e-12 && shifted <= 1 + 1e-12))
    throw new RangeError(`a shift of ${points} takes the share ${truth} to ${shifted}; expected 0 to 1`);
  return {
    yes: points < 0 ? bounded(-points / truth) : 0,
    no: points > 0 ? bounded(points / (1 - truth)) : 0,
  };
}

const bounded = (value: number) => Math.min(1, Math.max(0, value));
