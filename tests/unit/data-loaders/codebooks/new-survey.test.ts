import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkCodebook } from "../../../../data-loaders/codebooks/check-codebook.js";
import { codebookMeasuresTable, codebooksTable } from "../../../../data-loaders/tables/codebooks.js";
import { conditionWords } from "../../../../src/model/condition-words.js";
import { groupCondition } from "../../../../src/model/group-condition.js";
import { holds } from "../../../../src/model/holds.js";
import { periodCondition, periodsOf } from "../../../../src/model/period-condition.js";
import { routingOf } from "../../../../src/model/routing.js";
import { LIBRARY } from "./made-up-survey.js";
import { randomInterviews, reader } from "./random-interviews.js";

describe("a survey of which the code knows nothing", () => {
  it("is checked", () => {
    expect(checkCodebook(LIBRARY)).toEqual([]);
  });

  it("routes its interviews", () => {
    const asked = (borrowed: string) =>
      routingOf(LIBRARY, (variable) => (variable === "borrowed" ? borrowed : undefined)).get("books");
    expect([asked("yes"), asked("no")]).toEqual(["asked", "not-asked"]);
  });

  it("has groups and periods as conditions", () => {
    expect(groupCondition(LIBRARY, { gender: "male" })).toEqual({ variable: "sex", is: ["male"] });
    expect(groupCondition(LIBRARY, {})).toEqual({ all: [] });
    expect(periodsOf(LIBRARY)).toEqual(["2025-01", "2025-02"]);
    expect(periodCondition(LIBRARY, "2025-02")).toEqual({ variable: "month", is: ["2025-02"] });
    expect(periodCondition(LIBRARY, "2025-01/2025-02")).toEqual({ all: [] });
    expect(() => periodCondition(LIBRARY, "2024-12")).toThrow("no period within 2024-12");
    expect(() => groupCondition(LIBRARY, { age: "16-24" })).toThrow("no variable for age");
  });

  it("gives its measures from interviews", () => {
    const interviews = randomInterviews(LIBRARY, 400, 3);
    const [share] = LIBRARY.measures;
    if (share?.kind !== "share") throw new Error("the first measure is a share");
    const counted = interviews.filter((interview) => holds(share.counts, reader(interview))).length;
    expect(counted).toBe(interviews.filter((interview) => interview.has("books")).length);
    expect(counted).toBeGreaterThan(150);
    expect(counted).toBeLessThan(250);
  });

  it("finds the impossible among its interviews", () => {
    const [impossible] = LIBRARY.impossible;
    if (impossible === undefined) throw new Error("there is one");
    expect(conditionWords(impossible.when, LIBRARY)).toBe(
      "Number of books borrowed is 10 or more, and Rating of the choice of books is 0",
    );
    const read = (books: string) => reader(new Map(Object.entries({ books, choice: "0" })));
    expect(holds(impossible.when, read("10"))).toBe(true);
    expect(holds(impossible.when, read("9"))).toBe(false);
    expect(holds(impossible.when, read("dont-know"))).toBe(false);
  });

  it("stands in the tables for readers", () => {
    const rows = codebooksTable([LIBRARY]).rows;
    expect(rows).toHaveLength(LIBRARY.variables.length);
    expect(rows.find(({ variable }) => variable === "books")).toEqual({
      survey: "library-2025",
      variable: "books",
      label: "Number of books borrowed",
      kind: "count",
      answers: "1 to 20",
      special_answers: "Don't know",
      asked_of: "visitors who borrowed something",
      standing: "assumed",
      locator: null,
      assumed: "a made-up survey",
    });
    expect(
      codebookMeasuresTable({ measures: [] }, [LIBRARY]).rows.map(({ base, counts }) => [base, counts]),
    ).toEqual([
      ["everyone", "Whether the visitor borrowed something is Yes"],
      ["all answers in substance to: Rating of the choice of books; Rating of the staff", "3 or more"],
      ["Whether the visitor borrowed something is Yes", "Number of books borrowed"],
      ["everyone", "the answer that the group names"],
    ]);
  });
});

it("is the example of the manual, line for line", () => {
  const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), "utf8");
  const blocks = [...read("docs/codebooks.md").matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code);
  expect(blocks).toHaveLength(2);
  for (const block of blocks)
    expect(read("tests/unit/data-loaders/codebooks/made-up-survey.ts")).toContain(block);
});
