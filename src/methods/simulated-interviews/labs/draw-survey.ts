import { chanceLeftOut, chanceToSayOtherwise, leaveOut } from "../../../analysis/leave-out.js";
import type { Random } from "../../../analysis/seeded.js";
import { wilsonInterval } from "../../../stats/published/wilson.js";
import { EXCLUDED_EACH, GROUP_SHARE, interviewsUnder, type LimitationId, TRUTH } from "./limitations.js";

/** The error of one made-up survey in points, with its 95% interval minus the truth. */
export interface DrawnError {
  readonly error: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Simulates one survey under a limitation, person by person: opinions, who can be asked and answers, and the answers
 * given. The interval is Wilson's for a simple random sample, as if nothing were wrong.
 *
 * @throws RangeError for a difference that no population can have
 */
export function drawSurvey(
  limitation: LimitationId,
  knob: number,
  difference: number,
  random: Random,
): DrawnError {
  const n = interviewsUnder(limitation, knob);
  const { truth, interview } = interviewer(limitation, knob, difference / 100, random);
  let yes = 0;
  for (let i = 0; i < n; i++) if (interview()) yes += 1;
  const { low, high } = wilsonInterval(yes / n, n, { deff: 1 });
  const points = (share: number) => 100 * (share - truth);
  return { error: points(yes / n), low: points(low), high: points(high) };
}

/** A function that finds the next person interviewed and returns their answer, and the true value. */
function interviewer(
  limitation: LimitationId,
  knob: number,
  difference: number,
  random: Random,
): { readonly truth: number; readonly interview: () => boolean } {
  const truth = TRUTH / 100;
  const part = knob / 100;
  switch (limitation) {
    case "non-response":
    case "six-months":
    case "telephone": {
      const left = chanceLeftOut(truth, limitation === "non-response" ? 1 - part : part, difference);
      const interview = () => {
        for (;;) {
          const thinks = random() < truth;
          if (random() >= (thinks ? left.yes : left.no)) return thinks;
        }
      };
      return { truth, interview };
    }
    case "options-exclusions":
    case "arrangements-exclusions": {
      const each = EXCLUDED_EACH / 100;
      const level = leaveOut(truth, knob * each, difference);
      const interview = () => {
        for (;;) {
          // Groups of equal size, in order, then everyone else.
          const group = Math.floor(random() / each);
          const thinks = random() < (group < knob ? level.left : level.kept);
          if (group >= knob) return thinks;
        }
      };
      return { truth, interview };
    }
    case "agents": {
      const otherwise = chanceToSayOtherwise(truth, difference);
      const interview = () => {
        const thinks = random() < truth;
        const byAgent = random() < part;
        const turns = random() < (thinks ? otherwise.yes : otherwise.no);
        return thinks !== (byAgent && turns);
      };
      return { truth, interview };
    }
    case "interviewers": {
      let left = 0;
      let told = truth;
      const interview = () => {
        if (left === 0) {
          left = knob;
          told = truth + (random() < 0.5 ? -difference : difference);
        }
        left -= 1;
        return random() < told;
      };
      return { truth, interview };
    }
    case "confusion": {
      const interview = () => {
        const ofThis = random() < truth;
        const ofOther = random() < truth - difference;
        return random() < part ? ofOther : ofThis;
      };
      return { truth, interview };
    }
    case "small-group": {
      const own = truth - difference;
      return { truth: own, interview: () => random() < own };
    }
    case "unweighted": {
      const others = truth + (GROUP_SHARE / 100) * difference;
      return {
        truth,
        interview: () => {
          const level = random() < part ? others - difference : others;
          return random() < level;
        },
      };
    }
  }
}
