import {
  above,
  all,
  any,
  atMost,
  below,
  byDefinition,
  type Condition,
  differSignificantly,
  highest,
  leftOpen,
  lowest,
  not,
  prints,
  reads,
  same,
  significantlyAbove,
} from "../condition.js";
import { type Predicate, type Printed, printsAsRecorded, sameAsRecorded } from "../predicate.js";
import { minus, number, plus, type Term, value } from "../term.js";

/** A number of this report, the satisfaction of one of its groups, the number of interviews of one. */
const ces = (end: string): Term => value(`ces-2023-24.${end}`);
const satisfied = (group: string): Term => ces(`satisfied.${group}`);
const satisfiedId = (group: string): string => `ces-2023-24.satisfied.${group}`;
const interviews = (end: string): Term => ces(`base.${end}`);
const answered = (group: string): Term => interviews(`answered.${group}`);
const health = (code: string): Term => ces(`health-profile.health-${code}`);

const AGES = ["16-24", "25-34", "35-44", "45-54", "55-plus"].map((code) => `age-${code}`);
const SMALL_ETHNIC_GROUPS = ["black", "other-mixed", "asian", "prefer-not-to-say"].map(
  (code) => `ethnicity-${code}`,
);
const ETHNIC_GROUPS = ["ethnicity-white", ...SMALL_ETHNIC_GROUPS];
const HEALTH_DISCLOSED = ["physical", "mental", "both", "none"].map((code) => `health-${code}`);
const HEALTH_UNDISCLOSED = "health-prefer-not-to-say";
const HEALTH_GROUPS = [...HEALTH_DISCLOSED, HEALTH_UNDISCLOSED];

/** One group is more, or less, satisfied than all others. */
const mostSatisfied = (group: string, groups: readonly string[]): Condition =>
  highest(satisfied(group), groups.filter((other) => other !== group).map(satisfied));
const leastSatisfied = (group: string, groups: readonly string[]): Condition =>
  lowest(satisfied(group), groups.filter((other) => other !== group).map(satisfied));

const pairsOf = (groups: readonly string[]): (readonly [string, string])[] =>
  groups.flatMap((a, i) => groups.slice(i + 1).map((b) => [a, b] as const));

const ethnicGroups = plus(...ETHNIC_GROUPS.map(answered));
const womenAboveMen = above(satisfied("gender-female"), satisfied("gender-male"));
const parentsMakeAll = same(
  interviews("all"),
  plus(interviews("all.parent-receiving"), interviews("all.parent-paying")),
);
const allInterviewed = sameAsRecorded(
  "ces-2023-24.base.all",
  plus(interviews("all.parent-receiving"), interviews("all.parent-paying")),
);

/** The shares of Receiving and Paying Parents. */
const ofParents = (measure: string): readonly [receiving: Term, paying: Term] => [
  ces(`${measure}.parent-receiving`),
  ces(`${measure}.parent-paying`),
];
const receivingSignificantlyAbove = (measure: string): Condition =>
  significantlyAbove(`ces-2023-24.${measure}.parent-receiving`, `ces-2023-24.${measure}.parent-paying`);

/** Percentages that the text prints, by claim. */
const LEVELS: Readonly<Record<string, string>> = {
  "satisfied-16-24": "satisfied.age-16-24",
  "satisfied-women": "satisfied.gender-female",
  "satisfied-men": "satisfied.gender-male",
  "satisfied-ethnicity-undisclosed": "satisfied.ethnicity-prefer-not-to-say",
  "satisfied-health-undisclosed": "satisfied.health-prefer-not-to-say",
  "health-physical": "health-profile.health-physical",
  "health-mental": "health-profile.health-mental",
  "health-any": "health-profile.health-any",
  "internet-access": "internet-access",
  "internet-access-receiving": "internet-access.parent-receiving",
  "internet-access-paying": "internet-access.parent-paying",
  "online-unaided": "online-unaided",
  "online-unaided-receiving": "online-unaided.parent-receiving",
  "online-unaided-paying": "online-unaided.parent-paying",
  "online-helped": "online-helped",
};

const levels = Object.fromEntries(
  Object.entries(LEVELS).map(([claim, end]) => [
    `ces-2023-24.claim.level.${claim}`,
    printsAsRecorded(`ces-2023-24.${end}`),
  ]),
);

/** Pairs of age groups that the text says differ, the more satisfied first: those with 16-24, and those with 25-34. */
const YOUNGEST_PAIRS = [
  ["age-16-24", "age-35-44"],
  ["age-16-24", "age-45-54"],
  ["age-16-24", "age-55-plus"],
] as const;
const SECOND_PAIRS = [
  ["age-25-34", "age-35-44"],
  ["age-25-34", "age-45-54"],
] as const;

const youngestSignificant = Object.fromEntries(
  YOUNGEST_PAIRS.map(([younger, older]) => [
    `ces-2023-24.claim.significant.${younger}-${older.replace("age-", "")}`,
    significantlyAbove(satisfiedId(younger), satisfiedId(older)),
  ]),
);
const youngerAbove = all(
  ...[...YOUNGEST_PAIRS, ...SECOND_PAIRS].map(([younger, older]) =>
    above(satisfied(younger), satisfied(older)),
  ),
);

/** The printed base of an age group equals all who answered minus the other groups. */
const leftOver = (group: string): Predicate =>
  sameAsRecorded(
    `ces-2023-24.base.answered.${group}`,
    minus(interviews("answered"), plus(...AGES.filter((age) => age !== group).map(answered))),
  );

/** The printed percentages sum to 100 with two others, the first of which is limited by the printed 31. */
const healthMakes100 = ({ number: printed, span }: Printed): Condition => {
  const [any_, physical, mental] = ["any", "physical", "mental"].map((code) =>
    span(`ces-2023-24.health-profile.health-${code}`),
  ) as [Ends, Ends, Ends];
  const [low, high] = span("ces-2023-24.health-profile.health-none");
  const held =
    printed("ces-2023-24.health-profile.health-physical") +
    printed("ces-2023-24.health-profile.health-mental") +
    (low + high) / 2;
  const first = Math.round(any_[0] - physical[1] - mental[1]);
  const last = Math.round(any_[1] - physical[0] - mental[0]);
  const both = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
    (figure) => figure >= 0 && figure <= 100 - held,
  );
  return any(
    ...both.map((figure) =>
      all(prints(health("both"), `${figure}`), prints(health("prefer-not-to-say"), `${100 - held - figure}`)),
    ),
  );
};

type Ends = readonly [low: number, high: number];

/** The printed shares with a physical condition only, a mental one only and both do not sum to the share with any. */
const healthPartsMiss = ({ digits, number: printed }: Printed): Condition => {
  const [any_, physical, mental] = ["any", "physical", "mental"].map(
    (code) => `ces-2023-24.health-profile.health-${code}`,
  ) as [string, string, string];
  const rest = printed(any_) - printed(physical) - printed(mental);
  return all(
    ...[any_, physical, mental].map((id) => prints(value(id), digits(id))),
    // If two parts alone exceed the total, no third part can complete it.
    ...(rest < 0 ? [] : [not(prints(health("both"), `${rest}`))]),
  );
};

export const CES_CUSTOMERS: Readonly<Record<string, Predicate>> = {
  ...levels,
  ...youngestSignificant,

  "ces-2023-24.claim.age-younger-higher": youngerAbove,
  "ces-2023-24.claim.age-younger-higher-again": youngerAbove,
  "ces-2023-24.claim.age-youngest-highest": mostSatisfied("age-16-24", AGES),
  "ces-2023-24.claim.significant.age-25-34-35-54.each": all(
    ...SECOND_PAIRS.map(([younger, older]) => significantlyAbove(satisfiedId(younger), satisfiedId(older))),
  ),
  "ces-2023-24.claim.significant.age-25-34-35-54.together": leftOpen(
    "no share is given for customers aged 35 to 54 together",
  ),
  "ces-2023-24.claim.base-16-24": leftOver("age-16-24"),
  "ces-2023-24.claim.base-55-plus": leftOver("age-55-plus"),
  "ces-2023-24.claim.age-low-bases": all(
    reads(answered("age-16-24"), "low base size"),
    reads(answered("age-55-plus"), "low base size"),
  ),
  "ces-2023-24.claim.parts.answered-age": same(interviews("answered"), plus(...AGES.map(answered))),

  "ces-2023-24.claim.women-above-men": womenAboveMen,
  "ces-2023-24.claim.women-above-men-again": womenAboveMen,
  "ces-2023-24.claim.significant.gender": significantlyAbove(
    satisfiedId("gender-female"),
    satisfiedId("gender-male"),
  ),
  "ces-2023-24.claim.men-more-paying": above(
    ces("paying-parents.gender-male"),
    ces("paying-parents.gender-female"),
  ),
  "ces-2023-24.claim.paying-lower": below(satisfied("parent-paying"), satisfied("parent-receiving")),
  "ces-2023-24.claim.parts.answered-gender": same(
    interviews("answered-gender-known"),
    plus(interviews("answered-gender-known.gender-female"), interviews("answered-gender-known.gender-male")),
  ),
  "ces-2023-24.claim.gender-missing": below(interviews("answered-gender-known"), interviews("answered")),

  "ces-2023-24.claim.asian-highest": mostSatisfied("ethnicity-asian", ETHNIC_GROUPS),
  "ces-2023-24.claim.words.satisfied-asian": reads(satisfied("ethnicity-asian"), "six out of ten"),
  "ces-2023-24.claim.significant.ethnicity-asian-white": significantlyAbove(
    satisfiedId("ethnicity-asian"),
    satisfiedId("ethnicity-white"),
  ),
  "ces-2023-24.claim.significant.ethnicity-white-black": differSignificantly(
    satisfiedId("ethnicity-white"),
    satisfiedId("ethnicity-black"),
  ),
  "ces-2023-24.claim.ethnicity-undisclosed-lowest": leastSatisfied(
    "ethnicity-prefer-not-to-say",
    ETHNIC_GROUPS,
  ),
  "ces-2023-24.claim.ethnicity-bases-around-100": all(
    ...SMALL_ETHNIC_GROUPS.map((group) => reads(answered(group), "below or around 100")),
  ),
  "ces-2023-24.claim.within.answered-ethnicity": atMost(ethnicGroups, interviews("answered")),
  "ces-2023-24.claim.ethnicity-combined-larger": byDefinition(
    true,
    "two groups put together have the interviews of both",
  ),
  "ces-2023-24.claim.ethnicity-two-unknown": sameAsRecorded(
    "ces-2023-24.ethnicity-not-known.ethnicity-dont-know",
    minus(interviews("answered"), ethnicGroups),
  ),
  "ces-2023-24.claim.ethnicity-two-in-total": same(
    interviews("answered"),
    plus(ethnicGroups, ces("ethnicity-not-known.ethnicity-dont-know")),
  ),

  "ces-2023-24.claim.health-similar": all(
    ...pairsOf(HEALTH_GROUPS).map(([a, b]) => reads(minus(satisfied(a), satisfied(b)), "similar levels")),
  ),
  "ces-2023-24.claim.health-some-higher": any(
    ...HEALTH_DISCLOSED.map((group) => above(satisfied(group), satisfied(HEALTH_UNDISCLOSED))),
  ),
  "ces-2023-24.claim.health-slightly": any(
    ...HEALTH_DISCLOSED.map((group) =>
      all(
        above(satisfied(group), satisfied(HEALTH_UNDISCLOSED)),
        reads(minus(satisfied(group), satisfied(HEALTH_UNDISCLOSED)), "slightly higher"),
      ),
    ),
  ),
  "ces-2023-24.claim.not-significant.health": all(
    ...pairsOf(HEALTH_GROUPS).map(([a, b]) => not(differSignificantly(satisfiedId(a), satisfiedId(b)))),
  ),
  "ces-2023-24.claim.health-undisclosed-lowest": leastSatisfied(HEALTH_UNDISCLOSED, HEALTH_GROUPS),
  "ces-2023-24.claim.health-twelve-months": sameAsRecorded("ces-2023-24.health-months"),
  "ces-2023-24.claim.parts.answered-health": same(
    interviews("answered"),
    plus(...HEALTH_GROUPS.map(answered)),
  ),

  "ces-2023-24.claim.words.health-any": reads(health("any"), "around three out of ten"),
  "ces-2023-24.claim.words.health-none": reads(health("none"), "six out of ten"),
  "ces-2023-24.claim.health-parts-not-31": healthPartsMiss,
  "ces-2023-24.claim.health-named-parts-not-31.chart": healthPartsMiss,
  "ces-2023-24.claim.health-named-parts-not-31.named": same(
    health("any"),
    plus(health("physical"), health("mental")),
  ),
  "ces-2023-24.claim.base-figure-14": allInterviewed,
  "ces-2023-24.claim.health-groups-not-100": (printed) => not(healthMakes100(printed)),

  "ces-2023-24.claim.words.internet-access": reads(ces("internet-access"), "more than nine out of ten"),
  "ces-2023-24.claim.internet-both-high": all(
    ...ofParents("internet-access").map((share) => reads(share, "high levels")),
  ),
  "ces-2023-24.claim.parents-differ.internet-access": receivingSignificantlyAbove("internet-access"),
  "ces-2023-24.claim.parts.figure-15": parentsMakeAll,

  "ces-2023-24.claim.words.online-any.without-help": reads(ces("online-unaided"), "around eight out of ten"),
  "ces-2023-24.claim.words.online-any.with-or-without": reads(
    plus(ces("online-unaided"), ces("online-helped")),
    "around eight out of ten",
  ),
  "ces-2023-24.claim.online-further": atMost(plus(ces("online-unaided"), ces("online-helped")), number(100)),
  "ces-2023-24.claim.parents-differ.online-unaided": receivingSignificantlyAbove("online-unaided"),
  "ces-2023-24.claim.parts.figure-16": parentsMakeAll,
};
