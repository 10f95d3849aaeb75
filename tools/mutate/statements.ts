import { mutationsIn } from "./mutation.js";

/** The statements that the pages' problems are made of, each left out. */
export const statements = mutationsIn("src/analysis", "tests/unit/analysis", [
  ...[
    {
      what: "leaves out the pooled figure",
      find: "total: { printed: facts.pooled.printed },",
      replace: "total: { id: id(0) },",
    },
    {
      what: "leaves out the falls",
      find: "...fallingQuarters(facts, reading.falling).map(",
      replace: "...fallingQuarters(facts, reading.falling).slice(3).map(",
    },
    {
      what: "leaves out the level",
      find: "...after(facts).map((quarter) => ({",
      replace: "...[].map((quarter) => ({",
    },
    {
      what: "leaves out that the quarters before are alike",
      find: "linear: [...alike(facts, beforeWithin), ...(parents?.linear ?? [])],",
      replace: "linear: [...(parents?.linear ?? [])],",
    },
    {
      what: "leaves out how alike they are",
      find: "        low: -within,\n        high: within,",
      replace: "        low: -100,\n        high: 100,",
    },
    {
      what: "leaves out how much weights grow",
      find: "return { growthAtMost: growth, name };",
      replace: "return { name };",
    },
    {
      what: "leaves out weights that are supposed",
      find: 'if ("shares" in weights) return { bases: weights.shares, within: 0, name: "the weights supposed" };',
      replace: 'if ("shares" in weights) return {};',
    },
    {
      what: "leaves out weights that are filled in",
      find: "if (facts.weights !== null)",
      replace: "if (facts.weights === undefined)",
    },
    {
      what: "leaves out a quarter that is filled in",
      find: "low === null || high === null\n          ? []",
      replace: "low === null || high === null || id\n          ? []",
    },
    {
      what: "asks for the fall the other way round",
      find: "difference: [unknownOf(facts, facts.feeQuarter - 1), unknownOf(facts, facts.aroundFrom)]",
      replace: "difference: [unknownOf(facts, facts.aroundFrom), unknownOf(facts, facts.feeQuarter - 1)]",
    },
  ].map((each) => ({ ...each, file: "fee-impact/problem", tests: ["statements", "hidden-truth-fee"] })),
  ...[
    {
      what: "leaves out that Paying Parents are below",
      find: "    order: r.map(",
      replace: "    order: r.slice(12).map(",
    },
    {
      what: "leaves out that Paying Parents fell",
      find: "{ terms: falls(p), low: least, ...fell },",
      replace: "{ terms: falls(p), ...fell },",
    },
    {
      what: "leaves out that the difference decreased",
      find: "{ terms: [...falls(r), ...falls(p, -1)], low: least, ...closer },",
      replace: "{ terms: [...falls(r), ...falls(p, -1)], ...closer },",
    },
    {
      what: "has a mix that swings twice as far",
      find: "const swing = swingOf(mix) / 100;",
      replace: "const swing = swingOf(mix) / 50;",
    },
    {
      what: "turns the trend round",
      find: "return of((i) => (-(i - middle) * (n - 1)) / squares);",
      replace: "return of((i) => ((i - middle) * (n - 1)) / squares);",
    },
    {
      what: "holds the product by a plane that cuts off what agrees",
      find: "{ terms: [...from, ...lead(i, -b), [FLOOR, -1]], low: -high, ...mixed },",
      replace: "{ terms: [...from, ...lead(i, -b)], low: 0, ...mixed },",
    },
    {
      what: "leaves out parents that are filled in",
      find: "ranges: PARENTS.flatMap((parent) => filledIn(facts, parent)),",
      replace: "ranges: PARENTS.flatMap((parent) => filledIn(facts, parent).slice(12)),",
    },
  ].map((each) => ({ ...each, file: "fee-impact/parents", tests: ["fee-parents"] })),
  {
    what: "looks at one range of mixes only",
    file: "fee-impact/solve",
    find: "    { low: middle, high },\n",
    replace: "",
    tests: ["fee-parents"],
  },
  {
    what: "divides the gap by the fall",
    file: "fee-impact/parents-rows",
    find: "const swing = (100 * fall) / gap;",
    replace: "const swing = (100 * gap) / fall;",
    tests: ["fee-parents"],
  },
  {
    what: "takes every quarter at its limit for a corner",
    file: "fee-impact/corner",
    find: "return moved === null || Math.abs(moved[end] - solved[end]) > NO_MOVE;",
    replace: "return moved !== undefined;",
    tests: ["fee-parents"],
  },
  {
    what: "draws histories at random whose quarters before the fee are not alike",
    file: "fee-impact/random-histories",
    find: "beforeWithin: BEFORE_WITHIN, weights: { shares } };",
    replace: "beforeWithin: null, weights: { shares } };",
    tests: ["fee-impact"],
  },
  {
    what: "lists as left out what a figure uses",
    file: "by-statement/sentences",
    find: "every.filter(({ name }) => !names.has(name))",
    replace: "every.filter(({ name }) => name !== [...names][0])",
    tests: ["fee-parents"],
  },
  {
    what: "has the rounding of one weight for that of all",
    file: "fee-impact/facts",
    find: 'const most = (high ?? 0) / ((high ?? 0) + sum("low") - (low ?? 0));',
    replace: 'const most = (high ?? 0) / sum("value");',
    tests: ["statements"],
  },
  ...[
    {
      what: "leaves out the figures that are held",
      find: "return isHeldFigure({ code, low, high, label, locator, ...rest })",
      replace: "return isHeldFigure({ code, low: null, high, label, locator, ...rest })",
    },
    {
      what: "leaves out that the youngest are the most satisfied",
      find: "    order: ages\n      .slice(1)",
      replace: "    order: ages\n      .slice(5)",
    },
    {
      what: "leaves out that the youngest differ",
      find: "...[early, late, oldest].map((group) => greater(youngest, group, deff, { name, locator })),",
      replace: "...[].map((group) => greater(youngest, group, deff, { name, locator })),",
    },
    {
      what: "leaves out that 25 to 34 differ",
      find: "...(together ? [middle] : [early, late]).map(",
      replace: "...(together ? [middle] : [early, late]).slice(2).map(",
    },
    {
      what: "leaves out what ages weigh",
      find: "answered: { bases: parts.map(({ interviews }) => interviews), ...weights }",
      replace: "answered: {}",
    },
    {
      what: "leaves out the ages' total",
      find: "parts: parts.map(({ code }) => ({ id: code })),",
      replace: "parts: parts.slice(0, 1).map(() => ({ printed: total.printed })),",
    },
    {
      what: "leaves out what the two middle ages are together",
      find: "total: { id: MIDDLE },",
      replace: 'total: { printed: "50" },',
    },
    {
      what: "leaves out what the two middle ages weigh",
      find: "middle: { bases: [early.interviews, late.interviews], ...weights }",
      replace: "middle: {}",
    },
    {
      what: "leaves out the ages' silence",
      find: "notSignificant: silence\n      ? unmentioned(",
      replace: "notSignificant: silence && ages.length === 0\n      ? unmentioned(",
    },
    {
      what: "gives the middle ages the interviews of one of them",
      find: "interviews: early.interviews + late.interviews",
      replace: "interviews: early.interviews",
    },
    {
      what: "leaves out that Asian customers are the most satisfied",
      find: ".filter((group) => group !== asian)\n",
      replace: ".filter((group) => group === undefined)\n",
    },
    {
      what: "leaves out that those who prefer not to say are the least satisfied",
      find: ".filter((group) => group !== asian && group !== undisclosed)",
      replace: ".filter((group) => group === undefined && group !== undisclosed)",
    },
    {
      what: "leaves out that Asian and White differ",
      find: 'pair(asian, white, deff, { name: "the Asian and the White group differ significantly", locator }),',
      replace: "",
    },
    {
      what: "leaves out that White and Black differ",
      find: 'pair(white, black, deff, { name: "the White and the Black group differ significantly", locator }),',
      replace: "",
    },
    {
      what: "leaves out those who did not know their ethnicity",
      find: "{ id: NOT_KNOWN, base: Number(facts.ethnicityNotKnown.value) },\n",
      replace: "",
    },
    {
      what: "leaves out what ethnic groups weigh",
      find: "answered: { bases: parts.map(({ base }) => base), ...shareSet(shares), name: sharesInWords(shares) }",
      replace: "answered: { bases: parts.map(({ base }) => base), factor: 1000 }",
    },
    {
      what: "leaves out the ethnic groups' silence",
      find: "notSignificant: silence ? unmentioned(groups, differ, deff) : [],",
      replace: "notSignificant: [],",
    },
    {
      what: "gives a pair's bases in the other order",
      find: "bases: [a.interviews, b.interviews], ...cited",
      replace: "bases: [b.interviews, a.interviews], ...cited",
    },
    {
      what: "gives a directed pair's bases in the other order",
      find: "bases: [a.interviews, b.interviews] as const, ...cited",
      replace: "bases: [b.interviews, a.interviews] as const, ...cited",
    },
  ].map((each) => ({
    ...each,
    file: "age-and-ethnicity/problem",
    tests: ["statements", "hidden-truth-groups"],
  })),
]);
