import type { Interview } from "./random-interviews.js";

/**
 * 2,280 interviews that give every printed base of the survey of 2023/24, put together from the printed numbers by hand.
 * Who has which answer beyond that is arbitrary: people are numbered, and the first so many have it.
 */
export function cesWorld(): Interview[] {
  const people = CELLS.flatMap(({ parent, contact, interviews, dontKnow }) =>
    Array.from({ length: interviews }, (_, i) => ({ parent, contact, answered: i >= dontKnow })),
  );
  const order = { parent: counter(), answered: counter(), parentAndContact: counter() };
  return people.map(({ parent, contact, answered }) => {
    const n = order.parent(parent);
    const k = order.parentAndContact(`${parent} ${contact}`);
    const a = answered ? order.answered("all") : 0;
    const of = NUMBERS[parent];
    const live = n < of.live;
    const interview = new Map<string, string>([
      ["parent", parent],
      ["contact", contact],
      ["satisfaction", answered ? "very-satisfied" : "dont-know"],
      ["age", nth(a, { "16-24": 65, "25-34": 506, "35-44": 970, "45-54": 575, "55-plus": 115 })],
      ["gender", nth(a, { female: 1096, male: 1093, missing: 42 })],
      ["ethnicity", nth(a, ETHNICITY)],
      ["health", nth(a, { physical: 170, mental: 317, both: 183, none: 1357, "prefer-not-to-say": 204 })],
      ["contact-by-phone", live ? "yes" : "no"],
      ["contact-online", "no"],
      ["contact-in-person", "no"],
      ["contact-by-video", "no"],
      ["contact-other", live ? "no" : "yes"],
      ["used-govuk", n < of.govuk ? "yes" : "no"],
      ["direct-pay", parent === "receiving" && n < 230 ? "no" : "yes"],
      ["knew-next", n < of.knewNext ? "agree" : "not-applicable"],
    ]);
    const set = (variable: string, asked: boolean, applies: boolean) => {
      if (asked) interview.set(variable, applies ? "agree" : "not-applicable");
    };
    set("said-would-do", live, n < of.saidWouldDo);
    set("accurate", live, n < of.accurate);
    set("handled-professionally", live, n < of.handled);
    set("understood-needs", live, n < of.understood);
    set("paid-on-time", interview.get("direct-pay") === "no", n < 221);
    set("paid-right-amount", interview.get("direct-pay") === "no", n < 223);
    set("decisions-explained", contact === "new", k < of.decisions);
    const tailored = parent === "receiving" ? n < 1129 : k < 625;
    set("tailored", parent === "receiving" || contact === "change", tailored);
    return interview;
  });
}

/** Of parent by contact, and how many of each did not know how satisfied they were: one of the tables that fit. */
const CELLS = [
  { parent: "receiving", contact: "new", interviews: 558, dontKnow: 20 },
  { parent: "receiving", contact: "change", interviews: 621, dontKnow: 7 },
  { parent: "paying", contact: "new", interviews: 447, dontKnow: 12 },
  { parent: "paying", contact: "change", interviews: 654, dontKnow: 10 },
] as const;

const NUMBERS = {
  receiving: {
    ...{ live: 1101, govuk: 434, knewNext: 1164, decisions: 529 },
    ...{ saidWouldDo: 1021, accurate: 1044, handled: 1084, understood: 1043 },
  },
  paying: {
    ...{ live: 1020, govuk: 290, knewNext: 1080, decisions: 417 },
    ...{ saidWouldDo: 948, accurate: 979, handled: 987, understood: 977 },
  },
};

const ETHNICITY = {
  ...{ black: 132, white: 1822, "other-mixed": 78, asian: 88, "prefer-not-to-say": 109, "dont-know": 2 },
};

/** The n-th of people who are put in the order of the groups. */
function nth(n: number, groups: Readonly<Record<string, number>>): string {
  let left = n;
  for (const [code, count] of Object.entries(groups)) {
    if (left < count) return code;
    left -= count;
  }
  throw new RangeError(`there is no number ${n}`);
}

function counter(): (key: string) => number {
  const counts = new Map<string, number>();
  return (key) => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count;
  };
}
