import {
  above,
  all,
  atLeast,
  below,
  byDefinition,
  highest,
  leftOpen,
  lowest,
  not,
  reads,
  same,
  values,
} from "../condition.js";
import { coverage } from "../coverage.js";
import { ONLY_PAIR, SAID_ELSEWHERE } from "../only-here.js";
import { datedAsRecorded, type Predicate, printsAsRecorded } from "../predicate.js";
import { mean, minus, number, plus, times, value } from "../term.js";
import { drops, MONTHS, strays } from "./options-2016-months.js";

const ITEMS = ["explained", "easy", "understanding", "information", "options", "best"].map(
  (item) => `options-2016.item-${item}`,
);
const SINCE_2015 = MONTHS.slice(MONTHS.indexOf("2015-01"));
const AFTER_DROP = MONTHS.slice(MONTHS.indexOf("2014-10"));
const WITH_LETTERS = MONTHS.slice(MONTHS.indexOf("2014-06"));

const ALL = values("options-2016.satisfied", MONTHS);
const MAIN = values("options-2016.satisfied.care-main", MONTHS);
const SOME = values("options-2016.satisfied.care-some-or-none", MONTHS);
const LETTER = values("options-2016.satisfied.letter-received", WITH_LETTERS);
const NO_LETTER = values("options-2016.satisfied.letter-not-received", MONTHS);
const NO_LETTER_SINCE_LETTERS = values("options-2016.satisfied.letter-not-received", WITH_LETTERS);

const lowestMonth = value("options-2016.satisfied.2016-07");
const otherMonths = values(
  "options-2016.satisfied",
  MONTHS.filter((month) => month !== "2016-07"),
);
const wait = value("options-2016.call-waiting");
const december = value("options-2016.satisfied.care-some-or-none.2014-12");
const january = value("options-2016.satisfied.care-some-or-none.2015-01");
const JANUARY_FALL = "options-2016.fall-in-satisfaction.care-some-or-none.2015-01";
const januaryFall = minus(december, january);
const otherFalls = drops(SOME).filter((_, i) => MONTHS[i + 1] !== "2015-01");

const interviews = (group: string, months: readonly string[]) =>
  plus(...values(`options-2016.base.all.${group}`, months));

const letterLower = below(mean(LETTER), mean(NO_LETTER_SINCE_LETTERS));
const covered = coverage("options-2016");
const pairOnly = leftOpen(ONLY_PAIR);

export const OPTIONS_2016: Readonly<Record<string, Predicate>> = {
  "options-2016.claim.gateway-date": datedAsRecorded("options-2016.event.gateway"),
  "options-2016.claim.telephone": pairOnly,
  "options-2016.claim.satisfaction-monthly": pairOnly,
  "options-2016.claim.overall-span": covered,
  "options-2016.claim.service-scale": ({ number: printed }) =>
    all(
      ...["lowest", "highest"].map((end) =>
        same(
          value(`options-2016.service-scale-${end}`),
          number(printed(`options-2016.service-scale-${end}`)),
        ),
      ),
    ),
  "options-2016.claim.overall-service-span": covered,

  "options-2016.claim.random-selection": pairOnly,
  "options-2016.claim.month-before": pairOnly,
  "options-2016.claim.satisfied-level": printsAsRecorded("options-2016.satisfied"),
  "options-2016.claim.satisfaction-chart-span": covered,
  "options-2016.claim.consistently-high": all(...ALL.map((month) => reads(month, "consistently high"))),
  "options-2016.claim.lowest-level": printsAsRecorded("options-2016.satisfied.2016-07"),
  "options-2016.claim.lowest-month": lowest(lowestMonth, otherMonths),
  "options-2016.claim.no-month-below-89": ({ span }) => {
    const [lowest] = span("options-2016.satisfied.2016-07");
    return all(...ALL.map((month) => atLeast(month, number(lowest))));
  },

  "options-2016.reading.wait-very-satisfied-rate": reads(wait, "very satisfied"),
  "options-2016.reading.wait-very-satisfied-answer": leftOpen(
    "the rate counts satisfied and very satisfied together; how many chose the second is not in the text",
  ),
  "options-2016.claim.wait-span": covered,
  "options-2016.claim.wait-extremely-high": reads(wait, "extremely high"),
  "options-2016.claim.wait-level": printsAsRecorded("options-2016.call-waiting"),
  "options-2016.claim.wait-of-clients": ({ digits }) =>
    leftOpen(
      `${digits("options-2016.call-waiting")}% is of those who took a side; how many chose the middle answer is not in the text`,
    ),

  "options-2016.claim.service-level": printsAsRecorded("options-2016.client-service"),
  "options-2016.claim.service-chart-span": covered,
  "options-2016.claim.items-consistently-high": all(
    ...ITEMS.flatMap((item) => values(item, MONTHS).map((month) => reads(month, "consistently high"))),
  ),
  "options-2016.claim.six-areas": byDefinition(true, "the list of statements in the definitions has six"),
  "options-2016.claim.items-floor": ({ span }) => {
    const [floor] = span("options-2016.lowest-item-score");
    return all(
      ...ITEMS.flatMap((item) => values(item, SINCE_2015).map((month) => atLeast(month, number(floor)))),
    );
  },
  "options-2016.claim.items-stable": all(
    ...ITEMS.flatMap((item) => {
      const months = item === "options-2016.item-options" ? AFTER_DROP : MONTHS;
      return strays(values(item, months)).map((stray) => reads(stray, "stable scores"));
    }),
  ),
  "options-2016.claim.choices-drop": reads(
    minus(value("options-2016.item-options.2014-04"), value("options-2016.item-options.2014-09")),
    "noticeable drop",
  ),
  "options-2016.claim.only-drop": all(
    ...ITEMS.flatMap((item) => {
      const months = item === "options-2016.item-options" ? AFTER_DROP : MONTHS;
      return drops(values(item, months)).map((drop) => reads(drop, "no noticeable drop"));
    }),
  ),

  "options-2016.claim.main-care-more-satisfied": above(mean(MAIN), mean(SOME)),
  "options-2016.claim.care-chart-span": covered,
  "options-2016.claim.main-care-consistent": all(
    ...MAIN.map((month) => reads(month, "consistently satisfied")),
  ),
  "options-2016.claim.some-care-contrast": not(
    all(...SOME.map((month) => reads(month, "consistently satisfied"))),
  ),
  "options-2016.claim.some-care-fluctuates": not(
    all(...strays(SOME).map((stray) => reads(stray, "largely constant"))),
  ),
  "options-2016.claim.several-large-drops": not(
    all(...otherFalls.map((fall) => reads(fall, "no large drop"))),
  ),
  "options-2016.claim.january-largest-fall": highest(januaryFall, otherFalls),
  "options-2016.reading.january-fall-22-points": printsAsRecorded(JANUARY_FALL, januaryFall),
  "options-2016.reading.january-fall-22-per-cent": ({ span }) => {
    const [low, high] = span(JANUARY_FALL).map((end) => end / 100) as [number, number];
    return all(atLeast(januaryFall, times(low, december)), below(januaryFall, times(high, december)));
  },
  "options-2016.claim.january-fall": ({ span }) =>
    atLeast(januaryFall, times(span(JANUARY_FALL)[0] / 100, december)),
  "options-2016.claim.fewer-with-some-care": below(
    interviews("care-some-or-none", MONTHS),
    interviews("care-main", MONTHS),
  ),
  "options-2016.claim.most-calls": reads(value("options-2016.calls.care-main"), "most calls"),

  "options-2016.claim.csa-replaced": leftOpen(SAID_ELSEWHERE),
  "options-2016.claim.letters-date": datedAsRecorded("options-2016.event.letters"),
  "options-2016.claim.closing-less-satisfied": letterLower,
  "options-2016.claim.letter-chart-span": covered,
  "options-2016.claim.no-letter-constant": all(
    ...strays(NO_LETTER).map((stray) => reads(stray, "largely constant")),
  ),
  "options-2016.claim.letter-erratic": not(
    all(...strays(LETTER).map((stray) => reads(stray, "largely constant"))),
  ),
  "options-2016.reading.letter-generally-lower-other-line": letterLower,
  "options-2016.reading.letter-generally-lower-no-csa": leftOpen(
    "the caption names no line for parents who never had a CSA case, and no figure of theirs is in the text",
  ),
  "options-2016.claim.letter-much-smaller": below(
    interviews("letter-received", WITH_LETTERS),
    times(0.5, interviews("letter-not-received", WITH_LETTERS)),
  ),

  "options-2016.claim.monthly-surveys": pairOnly,
  "options-2016.claim.dwp-agents": leftOpen(
    "the background paper names agents of Options, working with DWP; the same people can be meant, which no text says",
  ),
  "options-2016.claim.population-clients": leftOpen(
    "the background paper has parents interviewed; whether clients are parents only or anyone with an interest is not said",
  ),
  "options-2016.claim.excluded-groups": pairOnly,
};
