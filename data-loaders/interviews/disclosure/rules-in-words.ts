import { DEFAULT_RULES, type Rules } from "./rules.js";

/** The rules in sentences, for readers. Never includes the seed. */
export function rulesInWords(rules: Rules): string[] {
  const { least, answers, rounding } = rules;
  return [
    `Fewer than ${least} interviews are not shown, nor is what rests on them.`,
    `Each count that is withheld can be any of ${spread(rules)}.`,
    answers
      ? `A percentage is withheld too where it tells that fewer than ${least} gave an answer, or that all but fewer than ${least} did.`
      : "Percentages that tell how few gave an answer are shown.",
    roundingInWords(rounding) ?? "Counts that are shown are not rounded.",
    ...(isLaxer(rules)
      ? [
          `These rules are laxer than the default, under which fewer than ${DEFAULT_RULES.least} are not shown, each count that is withheld can be any of ${spread(DEFAULT_RULES)}, and percentages that tell of few answers are withheld.`,
        ]
      : []),
  ];
}

/** How shown counts are rounded; null if they are not. */
export function roundingInWords(rounding: Rules["rounding"]): string | null {
  if (rounding === null) return null;
  return rounding.kind === "plain"
    ? `Counts are rounded to the nearest ${rounding.base}.`
    : `Counts are rounded up or down at random to a multiple of ${rounding.base}.`;
}

const spread = ({ width, share }: Pick<Rules, "width" | "share">) =>
  `at least ${width} whole numbers${share === 0 ? "" : `, and of at least ${Number((100 * share).toFixed(3))}% as many as it is`}`;

const isLaxer = ({ least, width, share, answers }: Rules) =>
  least < DEFAULT_RULES.least ||
  width < DEFAULT_RULES.width ||
  share < DEFAULT_RULES.share ||
  (DEFAULT_RULES.answers && !answers);
