import { describe, expect, it } from "vitest";
import { CES_2023_24 as CES } from "../../../../data-loaders/codebooks/ces-2023-24.js";
import type { Condition } from "../../../../src/model/codebook.js";
import { all, is } from "../../../../src/model/condition.js";
import { answersOf } from "../../../../src/model/condition-words.js";
import { groupCondition } from "../../../../src/model/group-condition.js";
import { holds } from "../../../../src/model/holds.js";
import { routingOf } from "../../../../src/model/routing.js";
import { cesWorld } from "./ces-world.js";
import { type Interview, reader } from "./random-interviews.js";
import { RAW } from "./raw.js";

const population = (id: string): Condition => {
  const found = CES.populations?.find((p) => p.id === id);
  if (found === undefined) throw new Error(id);
  return found.when;
};
const count = (interviews: readonly Interview[], condition: Condition) =>
  interviews.filter((interview) => holds(condition, reader(interview))).length;

/** Nothing known but parent and contact, of which the report's bases give all four cells. */
const CELLS = [
  { parent: "receiving", contact: "new", interviews: 558 },
  { parent: "paying", contact: "new", interviews: 447 },
  { parent: "receiving", contact: "change", interviews: 621 },
  { parent: "paying", contact: "change", interviews: 654 },
];
const people: Interview[] = CELLS.flatMap(({ parent, contact, interviews }) =>
  Array.from(
    { length: interviews },
    () =>
      new Map([
        ["parent", parent],
        ["contact", contact],
      ]),
  ),
);

describe("what follows from parent and contact alone", () => {
  it.each([
    ["all", 2280, 1179, 1101],
    ["new", 1005, 558, 447],
    ["new-receiving-or-change", 1833, 1179, 654],
  ])(
    "population %s has the printed %i, %i Receiving and %i Paying Parents",
    (id, whole, receiving, paying) => {
      const when = population(id);
      expect(count(people, when)).toBe(whole);
      expect(count(people, all(when, is("parent", "receiving")))).toBe(receiving);
      expect(count(people, all(when, is("parent", "paying")))).toBe(paying);
    },
  );

  it.each([
    ["time-to-outcome", 1005],
    ["timescales", 1005],
    ["decisions-explained", 1005],
    ["easy-to-apply", 1833],
    ["tailored", 1833],
    ["clear", 2280],
    ["knew-next", 2280],
  ])("%s is asked of %i", (variable, asked) => {
    const states = people.map((person) => routingOf(CES, (id) => person.get(id)).get(variable));
    expect(states.filter((state) => state === "asked")).toHaveLength(asked);
    expect(states.filter((state) => state === "not-asked")).toHaveLength(2280 - asked);
  });

  it("leaves open who is asked about staff, GOV.UK and payments, but for payments to Paying Parents", () => {
    const states = (variable: string) =>
      people.map((person) => routingOf(CES, (id) => person.get(id)).get(variable));
    expect(new Set([...states("accurate"), ...states("first-time"), ...states("found-on-govuk")])).toEqual(
      new Set(["open"]),
    );
    expect(states("paid-on-time").filter((state) => state === "not-asked")).toHaveLength(1101);
    expect(states("paid-on-time").filter((state) => state === "open")).toHaveLength(1179);
  });
});

describe("the way of contact", () => {
  const staff = ["said-would-do", "accurate", "handled-professionally", "understood-needs"];
  const asked = (way: string) => {
    const read = (id: string) =>
      id.startsWith("contact-") ? (id === `contact-${way}` ? "yes" : "no") : null;
    const routing = routingOf(CES, read);
    return ["first-time", ...staff].filter((id) => routing.get(id) === "asked");
  };

  it.each(["by-phone", "online", "in-person"])("%s leads to the questions on staff", (way) => {
    expect(asked(way)).toEqual(["first-time", ...staff]);
  });

  it("by video call leads only to the question on the first attempt, and by letter to none", () => {
    expect(asked("by-video")).toEqual(["first-time"]);
    expect(asked("other")).toEqual([]);
  });
});

describe("a set of interviews put together from the printed numbers", () => {
  const world = cesWorld();

  it("keeps to the codebook: each has an answer only where it is asked, and one that is offered", () => {
    const offered = new Map(CES.variables.map((v) => [v.id, answersOf(v).map(({ code }) => code)]));
    for (const interview of world) {
      for (const [variable, code] of interview) expect(offered.get(variable), variable).toContain(code);
      const routing = routingOf(CES, (variable) => interview.get(variable) ?? null);
      for (const variable of interview.keys()) expect(routing.get(variable), variable).toBe("asked");
    }
  });

  it.each(RAW.bases.filter(({ publication, printed }) => publication === "ces-2023-24" && printed !== null))(
    "gives the base $id",
    (base) => {
      const condition = all(population(base.population), groupCondition(CES, base.group));
      expect(count(world, condition)).toBe(base.interviews);
    },
  );

  it("holds nothing impossible", () => {
    for (const { when } of CES.impossible) expect(count(world, when)).toBe(0);
  });
});

describe("the measures", () => {
  const measure = (id: string) => {
    const found = CES.measures.find((m) => m.id === id);
    if (found?.kind !== "share") throw new Error(id);
    return found;
  };
  const one = (answers: Record<string, string>) => reader(new Map(Object.entries(answers)));

  it("leave who does not know out of satisfaction, and split the others in two", () => {
    const satisfied = measure("ces.satisfied");
    const dissatisfied = measure("ces.dissatisfied");
    const dontKnow = one({ satisfaction: "dont-know" });
    expect([satisfied, dissatisfied].map(({ base }) => holds(base, dontKnow))).toEqual([false, false]);
    for (const answer of ["very-satisfied", "fairly-satisfied", "fairly-dissatisfied", "very-dissatisfied"]) {
      const read = one({ satisfaction: answer });
      expect(holds(satisfied.base, read)).toBe(true);
      expect(holds(satisfied.counts, read)).toBe(!holds(dissatisfied.counts, read));
    }
  });

  it("keep who does not know in the base of a driver, and leave out to whom it does not apply", () => {
    const { base } = measure("ces.accurate");
    expect(holds(base, one({ accurate: "dont-know" }))).toBe(true);
    expect(holds(base, one({ accurate: "not-applicable" }))).toBe(false);
    expect(holds(base, one({}))).toBe(false);
  });
});
