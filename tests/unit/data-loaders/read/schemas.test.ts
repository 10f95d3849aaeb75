import { describe, expect, it } from "vitest";
import { changed, faults, VALID } from "./raw-folder.js";

const A = "alpha-2016/values.csv";

describe("columns", () => {
  it("reports an unknown column and the absence of the one it stands for", () => {
    const names = "id,kind,statement,locator";
    expect(faults(changed("beta-2024/rules.csv", "kind", "sort"))).toEqual([
      `beta-2024/rules.csv:1:1: column "kind" is absent; expected ${names}`,
      `beta-2024/rules.csv:1:4: column "sort" is unknown; expected only ${names}`,
    ]);
  });

  it("reports a column given twice", () => {
    const twice = changed("beta-2024/limitations.csv", "id,statement,locator\n", "id,statement,locator,id\n");
    expect(faults(changed("beta-2024/limitations.csv", "Conventions\n", "Conventions,x\n", twice))).toEqual([
      'beta-2024/limitations.csv:1:22: column "id" is given twice; expected each column once',
    ]);
  });

  it("takes the columns in any order", () => {
    const text = "locator,statement,id\nbeta-2024: Text,Some.,beta-2024.limitation.a\n";
    expect(faults({ ...VALID, "beta-2024/limitations.csv": text })).toEqual([]);
  });

  it("reports an empty file", () => {
    expect(faults({ ...VALID, "beta-2024/rules.csv": "" })).toEqual([
      "beta-2024/rules.csv:1:1: the file is empty; expected the columns id,kind,statement,locator",
    ]);
  });
});

describe("cells", () => {
  const CASES: [title: string, path: string, from: string, to: string, fault: string][] = [
    [
      "a printed string that is no number",
      A,
      ",93,",
      ",93%,",
      `${A}:2:55: printed is "93%"; expected a number in digits, such as 39 or 2,280`,
    ],
    [
      "a rounding that is not in the list",
      A,
      "93,,printed,1,",
      "93,,printed,2,",
      `${A}:2:67: rounding is "2"; expected one of 1, exact, words`,
    ],
    [
      "a status that is not in the list",
      A,
      "93,,printed,1,",
      "93,,lost,1,",
      `${A}:2:59: status is "lost"; expected one of printed, worded, plotted, tabled`,
    ],
    [
      "a period that ends before it starts",
      A,
      "2014-04/2016-09",
      "2016-09/2014-04",
      `${A}:2:39: period is "2016-09/2014-04"; expected a month such as 2014-04 or first and last month such as 2013-09/2013-11`,
    ],
    [
      "an id with a capital",
      A,
      "alpha-2016.fee",
      "alpha-2016.Fee",
      `${A}:4:1: id is "alpha-2016.Fee"; expected an id of lower-case letters, digits, hyphens and dots`,
    ],
    [
      "a dimension that is not in the closed list",
      "beta-2024/values.csv",
      "beta.satisfied,parent=receiving,",
      "beta.satisfied,region=north,",
      'beta-2024/values.csv:2:53: group is "region=north": "region" is no dimension; ' +
        "expected one of parent, contact, age, gender, ethnicity, health, csa, letter, care, call",
    ],
    [
      "a code that is not in the closed list",
      "beta-2024/values.csv",
      "beta.satisfied,parent=receiving,",
      "beta.satisfied,parent=both,",
      'beta-2024/values.csv:2:53: group is "parent=both": "both" is no code of parent; expected one of receiving, paying',
    ],
    [
      "a dimension given twice",
      "beta-2024/values.csv",
      "beta.satisfied,parent=receiving,",
      "beta.satisfied,parent=receiving;parent=paying,",
      'beta-2024/values.csv:2:53: group is "parent=receiving;parent=paying": parent is given twice; ' +
        "expected each dimension once, as dimension=code",
    ],
    [
      "a low end that is no number",
      "beta-2024/values.csv",
      "59.5",
      "59·5",
      'beta-2024/values.csv:3:109: low is "59·5"; expected a number, such as 57.5',
    ],
    [
      "a base that is not a whole number",
      "beta-2024/bases.csv",
      '"1,179"',
      '"1,179.0"',
      'beta-2024/bases.csv:3:83: printed is "1,179.0"; expected a whole number, such as 2,280',
    ],
    [
      "parts with an empty id",
      "beta-2024/reconciliations.csv",
      "parent-receiving;beta",
      "parent-receiving;;beta",
      'beta-2024/reconciliations.csv:2:41: parts is "beta-2024.base.all.parent-receiving;;beta-2024.base.all.par…"; ' +
        "expected ids joined by ;",
    ],
    [
      "a residual that is not a whole number",
      "beta-2024/reconciliations.csv",
      ",2,",
      ",-2,",
      'beta-2024/reconciliations.csv:2:110: residual is "-2"; expected a whole number, such as 2,280',
    ],
    [
      "a unit that is not in the list",
      "alpha-2016/measures.csv",
      "pounds",
      "euros",
      'alpha-2016/measures.csv:3:45: unit is "euros"; expected one of percent, points-or-percent, interviews, count, ' +
        "pounds, months, scale-point, share",
    ],
    [
      "a grade that is not P, A or B",
      "context/events.csv",
      ",B,",
      ",C,",
      'context/events.csv:2:42: grade is "C"; expected one of P, A, B',
    ],
    [
      "a date that is not in the calendar",
      "context/events.csv",
      "2014-06-30",
      "2014-06-31",
      'context/events.csv:2:19: date is "2014-06-31"; expected a date such as 2016-12-16, a month such as 2016-12 or a year',
    ],
    [
      "a date that is not ISO",
      "beta-2024/publication.csv",
      "2024-08-29",
      "29/08/2024",
      'beta-2024/publication.csv:2:53: published is "29/08/2024"; ' +
        "expected a date such as 2016-12-16 or a month such as 2016-12",
    ],
    [
      "a short title of more than 30 characters",
      "alpha-2016/publication.csv",
      "Alpha survey",
      "Alpha survey of all the clients",
      'alpha-2016/publication.csv:2:12: short_title is "Alpha survey of all the clients"; ' +
        "expected text of at most 30 characters",
    ],
    [
      "a kind of rule that is not in the list",
      "beta-2024/rules.csv",
      ",weighting,",
      ",weights,",
      'beta-2024/rules.csv:2:24: kind is "weights"; expected one of weighting, sampling, quota, fieldwork, definition, ' +
        "rounding, significance, exclusion, reporting",
    ],
    [
      "an empty text",
      "beta-2024/limitations.csv",
      "Small groups vary.",
      "",
      "beta-2024/limitations.csv:2:28: statement is empty; expected text",
    ],
    [
      "a month of the calendar that is no month",
      "beta-2024/calendar.csv",
      "June",
      "Jun",
      'beta-2024/calendar.csv:2:48: survey_month is "Jun"; expected one of January, February, March, April, May, June, ' +
        "July, August, September, October, November, December",
    ],
    [
      "a unit of a fact that is not in the list",
      "context/facts.csv",
      ",calls,",
      ",rings,",
      'context/facts.csv:2:60: unit is "rings"; expected one of percent, points-or-percent, interviews, count, pounds, ' +
        "months, scale-point, share, parents, calls, children, arrangements",
    ],
  ];

  it.each(CASES)("reports %s", (_title, path, from, to, fault) => {
    expect(faults(changed(path, from, to))).toEqual([fault]);
  });
});
