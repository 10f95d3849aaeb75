import { describe, expect, it } from "vitest";
import { CES_2023_24 } from "../../../../data-loaders/codebooks/ces-2023-24.js";
import { cannotBe, measureRows } from "../../../../src/analysis/interviews/index.js";
import type { Condition, Measure } from "../../../../src/model/codebook.js";
import { all, any, EVERYONE, is, not } from "../../../../src/model/condition.js";
import { GOOD, SMALL } from "../../data-loaders/interviews/mapping/small-survey.js";
import { coded } from "./coded.js";

describe("an answer that none of some interviews can have", () => {
  it.each<[string, Condition, string, string, boolean]>([
    ["is another answer than theirs", is("contact", "new"), "contact", "change", true],
    ["is not their own", is("contact", "new"), "contact", "new", false],
    ["follows from routing", is("decisions-explained", "agree"), "contact", "change", true],
    [
      "is none by routing where others are asked",
      is("decisions-explained", "agree"),
      "parent",
      "paying",
      false,
    ],
    [
      "follows in each of several ways",
      any(is("paid-on-time", "agree"), is("paid-right-amount", "agree")),
      "parent",
      "paying",
      true,
    ],
    [
      "does not follow where one way is open",
      any(is("paid-on-time", "agree"), EVERYONE),
      "parent",
      "paying",
      false,
    ],
    [
      "follows from one of two conditions",
      all(is("parent", "receiving"), is("age", "16-24")),
      "parent",
      "paying",
      true,
    ],
    ["is none of those who are not in it", not(is("contact", "new")), "contact", "change", false],
    ["is of nobody's, who are not another", not(is("contact", "new")), "contact", "new", true],
  ])("%s", (_, condition, variable, code, expected) => {
    expect(cannotBe(CES_2023_24, condition, variable, code)).toBe(expected);
  });
});

it("the interviews behind a measure are those behind its estimate", () => {
  const interviews = coded(SMALL, GOOD);
  const rows = (id: string) =>
    measureRows(interviews, SMALL.measures.find((m) => m.id === id) as Measure).join("");
  const own = (holds: (row: (typeof GOOD)[number]) => boolean) =>
    GOOD.map((row) => (holds(row) ? 1 : 0)).join("");
  const isNumber = (cell: unknown) => typeof cell === "number" || /^\d+$/.test(String(cell));
  expect(rows("small.satisfied")).toBe(own((row) => isNumber(row.rating)));
  expect(rows("small.service")).toBe(own((row) => isNumber(row["item-a"]) || isNumber(row["item-b"])));
  expect(rows("small.children")).toBe(own((row) => isNumber(row.children)));
  expect(rows("small.health")).toBe(own(() => true));
});
