import type { Value } from "../../src/model/value.js";
import type { Raw } from "../read/index.js";
import type { Check } from "./check.js";
import { held, plain, quoted, span, TOLERANCE } from "./words.js";

/** Parts that make a whole, but for rounding: exactly it, or at most it. */
interface Sum {
  readonly id: string;
  /** Id of a value, or a number. */
  readonly whole: string | number;
  readonly parts: readonly string[];
  readonly relation: "equal" | "at most";
  /** What in the text says so. */
  readonly says: string;
  /** Why the relation is shown and not judged. */
  readonly open?: string;
}

const CES = "ces-2023-24";

const SUMS: readonly Sum[] = [
  {
    id: `${CES}.rounding-sum.health-any`,
    whole: `${CES}.health-profile.health-any`,
    parts: ["physical", "mental", "both"].map((code) => `${CES}.health-profile.health-${code}`),
    relation: "equal",
    says: "any condition is physical only, mental only or both; the text puts the difference down to rounding",
  },
  {
    id: `${CES}.rounding-sum.health-profile`,
    whole: 100,
    parts: ["any", "none", "prefer-not-to-say"].map((code) => `${CES}.health-profile.health-${code}`),
    relation: "equal",
    says: "the note of Figure 14 says that its groups miss 100 only through rounding",
  },
  {
    id: `${CES}.rounding-sum.satisfied`,
    whole: 100,
    parts: [`${CES}.satisfied`, `${CES}.dissatisfied`],
    relation: "equal",
    says: "they are the two parts of one chart, and the text says that a chart misses 100 only through rounding",
  },
  {
    id: `${CES}.rounding-sum.online`,
    whole: 100,
    parts: [`${CES}.online-unaided`, `${CES}.online-helped`],
    relation: "at most",
    says: "both are answers to one question: the text calls the second a further share",
  },
  ...["receiving", "paying"].map(
    (parent): Sum => ({
      id: `${CES}.rounding-sum.online.parent-${parent}`,
      whole: 100,
      parts: [`${CES}.online-unaided.parent-${parent}`, `${CES}.online-helped.parent-${parent}`],
      relation: "at most",
      says: "both are answers to one question",
    }),
  ),
  {
    id: `${CES}.rounding-sum.online-of-internet`,
    whole: `${CES}.internet-access`,
    parts: [`${CES}.online-unaided`, `${CES}.online-helped`],
    relation: "at most",
    says: "",
    open: "the text does not say that only people with internet access could use services online",
  },
];

/** Percentages of one profile make their whole within rounding; so do the weights of a pooled figure. */
export function checkRoundingSums(raw: Raw): Check[] {
  const values = new Map(raw.values.map((value) => [value.id, value]));
  return [...SUMS, ...weightSums(raw)].flatMap((sum) => {
    const parts = sum.parts.flatMap((id) => values.get(id) ?? []);
    const whole = typeof sum.whole === "number" ? sum.whole : values.get(sum.whole);
    if (parts.length < sum.parts.length || whole === undefined) return [];
    const rows = typeof whole === "number" ? parts : [whole, ...parts];
    const inputs = rows.filter(held).map(({ id }) => id);
    return [{ id: sum.id, kind: "rounding-sum", inputs, ...outcome(sum, whole, parts) }];
  });
}

function outcome(
  { relation, says, open }: Sum,
  whole: Value | number,
  parts: readonly Value[],
): Pick<Check, "status" | "because"> {
  const known = parts.filter(held);
  const unheld = parts.length - known.length;
  const notChecked = (reason: string) => ({ status: "not checked", because: reason }) as const;
  if (known.length === 0 || (typeof whole !== "number" && !held(whole))) {
    return notChecked(`the numbers are not in the text we hold; ${says}`);
  }
  const { low, high } = typeof whole === "number" ? { low: whole, high: whole } : whole;
  const printed = typeof whole === "number" ? plain(whole) : quoted(whole);
  const sum = {
    low: known.reduce((total, part) => total + part.low, 0),
    high: known.reduce((total, part) => total + part.high, 0),
  };
  const added = `${known.map((part) => part.printed ?? part.words).join(" + ")}, that is ${span(sum)},`;
  if (open !== undefined) return notChecked(`${added} beside ${printed}: ${open}`);

  // What is not held is 0 or more.
  const tooMuch = sum.low > high + TOLERANCE;
  const tooLittle = relation === "equal" && unheld === 0 && sum.high < low - TOLERANCE;
  if (tooMuch || tooLittle) {
    const because = `${added} is ${tooMuch ? "more" : "less"} than ${printed}: ${says}`;
    return { status: "failed", because };
  }
  if (unheld === 0) {
    const verb = relation === "equal" ? "agrees with" : "is at most";
    return { status: "passed", because: `${added} ${verb} ${printed}: ${says}` };
  }
  const rest = unheld === 1 ? "the part that is" : `the ${unheld} parts that are`;
  if (relation === "at most") return notChecked(`${added} without ${rest} not in the text we hold: ${says}`);
  const left = { low: Math.max(0, low - sum.high), high: Math.max(0, high - sum.low) };
  return {
    status: "passed",
    because: `${added} leaves ${span(left)} of ${printed} for ${rest} not in the text we hold: ${says}`,
  };
}

/** Weights of the periods of one pooled figure make 1. */
function weightSums({ values }: Pick<Raw, "values">): Sum[] {
  const parts = values.filter(({ measure }) => measure === "cms16.quarter-weight").map(({ id }) => id);
  if (parts.length === 0) return [];
  return [
    {
      id: "cms-2016.rounding-sum.quarter-weight",
      whole: 1,
      parts,
      relation: "equal",
      says: "the quarters make up the pooled figure",
    },
  ];
}
