import { expect, it } from "vitest";
import { cellStarts } from "../../../src/model/cell-starts.js";
import { all, any, atLeast, is, not } from "../../../src/model/condition.js";
import { holds, holdsSoFar } from "../../../src/model/holds.js";
import { routingOf } from "../../../src/model/routing.js";

const interview = (answers: Record<string, string | null>) => (variable: string) => answers[variable];

it("takes an answer without a number for no number, not for zero", () => {
  expect(holds(atLeast("children", 0), () => "0")).toBe(true);
  expect(holds(atLeast("children", 0), () => " ")).toBe(false);
  expect(holds(atLeast("children", 0), () => null)).toBe(false);
});

it("leaves open what an answer that is not known yet decides", () => {
  const known = interview({ contact: "new" });
  const open = is("parent", "paying");
  expect(holdsSoFar(all(is("contact", "new"), open), known)).toBeUndefined();
  expect(holdsSoFar(any(is("contact", "change"), open), known)).toBeUndefined();
  expect(holdsSoFar(not(open), known)).toBeUndefined();
  expect(holdsSoFar(all(is("contact", "change"), open), known)).toBe(false);
  expect(holdsSoFar(any(is("contact", "new"), open), known)).toBe(true);
});

it("lets an answer to a question that was not asked decide nothing", () => {
  const variable = { label: "", kind: "category", answers: [] } as const;
  const variables = [
    { ...variable, id: "first" },
    { ...variable, id: "second", asked: is("first", "yes") },
    { ...variable, id: "third", asked: is("second", "yes") },
  ] as unknown as Parameters<typeof routingOf>[0]["variables"];
  const routing = routingOf({ variables }, interview({ first: "no", second: "yes" }));
  expect([...routing.values()]).toEqual(["asked", "not-asked", "not-asked"]);
});

it("finds where cells begin, commas and line ends within quotes left aside", () => {
  expect(cellStarts('a,"b,c\nd",e', 3)).toEqual([
    { line: 3, column: 1 },
    { line: 3, column: 3 },
    { line: 4, column: 4 },
  ]);
});
