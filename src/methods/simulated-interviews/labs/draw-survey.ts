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

/** The true value, and a function that finds the next person interviewed and returns their answer. */
interface Surveyed {
  readonly truth: number;
  readonly interview: () => boolean;
}

type Survey = (knob: number, difference: number, random: Random) => Surveyed;

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
  const { truth, interview } = SURVEYED[limitation](knob, difference / 100, random);
  let yes = 0;
  for (let i = 0; i < n; i++) if (interview()) yes += 1;
  const { low, high } = wilsonInterval(yes / n, n, { deff: 1 });
  const points = (share: number) => 100 * (share - truth);
  return { error: points(yes / n), low: points(low), high: points(high) };
}

const SHARE = TRUTH / 100;

/** Some do not answer or cannot be asked; `partOf` gives the part left out. */
const leavesOut =
  (partOf: (knob: number) => number): Survey =>
  (knob, difference, random) => {
    const left = chanceLeftOut(SHARE, partOf(knob), difference);
    const interview = () => {
      for (;;) {
        const thinks = random() < SHARE;
        if (random() >= (thinks ? left.yes : left.no)) return thinks;
      }
    };
    return { truth: SHARE, interview };
  };

/** Groups of clients are excluded; the knob is their number. */
const excludes: Survey = (knob, difference, random) => {
  const each = EXCLUDED_EACH / 100;
  const level = leaveOut(SHARE, knob * each, difference);
  const interview = () => {
    for (;;) {
      // Groups of equal size, in order, then everyone else.
      const group = Math.floor(random() / each);
      const thinks = random() < (group < knob ? level.left : level.kept);
      if (group >= knob) return thinks;
    }
  };
  return { truth: SHARE, interview };
};

/** Agents hold some interviews and change some answers. */
const byAgents: Survey = (knob, difference, random) => {
  const otherwise = chanceToSayOtherwise(SHARE, difference);
  const interview = () => {
    const thinks = random() < SHARE;
    const byAgent = random() < knob / 100;
    const turns = random() < (thinks ? otherwise.yes : otherwise.no);
    return thinks !== (byAgent && turns);
  };
  return { truth: SHARE, interview };
};

/** Each interviewer moves all of their interviews one way. */
const byInterviewers: Survey = (knob, difference, random) => {
  let left = 0;
  let told = SHARE;
  const interview = () => {
    if (left === 0) {
      left = knob;
      told = SHARE + (random() < 0.5 ? -difference : difference);
    }
    left -= 1;
    return random() < told;
  };
  return { truth: SHARE, interview };
};

/** Some answer about the other service. */
const confuses: Survey = (knob, difference, random) => {
  const interview = () => {
    const ofThis = random() < SHARE;
    const ofOther = random() < SHARE - difference;
    return random() < knob / 100 ? ofOther : ofThis;
  };
  return { truth: SHARE, interview };
};

/** Only a small group is asked, and it has a level of its own. */
const ofSmallGroup: Survey = (_knob, difference, random) => {
  const own = SHARE - difference;
  return { truth: own, interview: () => random() < own };
};

/** A group has more interviews than its part of everyone, without weights. */
const unweighted: Survey = (knob, difference, random) => {
  const others = SHARE + (GROUP_SHARE / 100) * difference;
  const part = knob / 100;
  const interview = () => {
    const level = random() < part ? others - difference : others;
    return random() < level;
  };
  return { truth: SHARE, interview };
};

const SURVEYED: Readonly<Record<LimitationId, Survey>> = {
  "non-response": leavesOut((knob) => 1 - knob / 100),
  "six-months": leavesOut((knob) => knob / 100),
  telephone: leavesOut((knob) => knob / 100),
  "options-exclusions": excludes,
  "arrangements-exclusions": excludes,
  agents: byAgents,
  interviewers: byInterviewers,
  confusion: confuses,
  "small-group": ofSmallGroup,
  unweighted,
};
