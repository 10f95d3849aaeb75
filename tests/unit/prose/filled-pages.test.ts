import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, it } from "vitest";
import { cesWorld } from "../../../data-loaders/made-up/compatible/ces/index.js";
import { drawHistory } from "../../../data-loaders/made-up/compatible/cms/history.js";
import { printedOf } from "../../../data-loaders/made-up/compatible/printed.js";
import { textOnly } from "../../../data-loaders/made-up/compatible/world-example.js";
import { randomOf } from "../../../data-loaders/made-up/random.js";
import { notHeld } from "../../../data-loaders/tables/not-held.js";
import { idsOf } from "../../../src/components/citation.js";
import { namesLike } from "../../../src/components/passages.js";
import { blocks } from "../../../tools/site/blocks.js";
import { FIGURES } from "../../../tools/site/figures.js";
import { buildWith } from "../data-loaders/tables/filled-copy.js";
import { built } from "../site/fixture.js";
import { faultsIn } from "./faults.js";
import { type Fills, fillIn } from "./fill-in.js";
import { type Numbers, numbersMaker, PAGES, siteText } from "./site-text.js";

/**
 * Whether every lost number is filled in at each of its ends, and 50 complete sets, which takes an hour: `npm run test:full`.
 * Else one in forty of the numbers behind the page on charges, which takes longest to solve; of the questions, which are
 * alike, each number at one end, the ends in turn; and one complete set.
 */
const EVERY = process.env.FULL === "1";
const ONE_IN = EVERY ? 1 : 40;

/** Sets of the numbers of all charts that agree with everything printed. */
const SETS = EVERY ? 50 : 1;

let make: ReturnType<typeof numbersMaker>["numbers"];
let factsOf: ReturnType<typeof numbersMaker>["facts"];
/** The numbers of the text alone. */
let text: Numbers;
beforeAll(() => {
  ({ numbers: make, facts: factsOf } = numbersMaker(built()));
  text = make(raw());
});

const raw = () => built().raw;
const lost = () => notHeld(raw());

/** What is wrong with what the site says once these numbers are filled in. */
function faultsOf(fills: Fills, pages = PAGES): string[] {
  const numbers = make(fillIn(raw(), fills));
  return faultsIn(siteText(numbers, pages), new Set(fills.keys()), numbers.named, raw());
}

/** The same; null where no build comes out, since the numbers agree with no history at all. */
function faultsOrNone(fills: Fills): string[] | null {
  try {
    return faultsOf(fills);
  } catch (error) {
    if (error instanceof Error && /no history agrees with the numbers/.test(error.message)) return null;
    throw error;
  }
}

/** Numbers whose ids differ in their period alone. */
function series(): string[][] {
  const groups = new Map<string, string[]>();
  for (const { id } of lost()) {
    const name = id.replace(/\.\d{4}-\d\d$/, "");
    groups.set(name, [...(groups.get(name) ?? []), id]);
  }
  return [...groups.values()];
}

/** What pages and figures say of a number by its name: the ids of citations and passages that are like it. */
const patterns = new Set<string>();
beforeAll(() => {
  patterns.clear();
  for (const { source } of PAGES) for (const id of idsOf(source)) patterns.add(id);
  for (const { id, subtitle, how, title } of FIGURES)
    for (const text of [title(built().tables.get(id)?.rows ?? []), subtitle, ...how])
      for (const named of idsOf(text)) patterns.add(named);
});
const namedAs = (id: string) =>
  [...patterns].filter((pattern) => namesLike(pattern, new Map([[id, null]])).length > 0).join(" ");

/** The answers of parents to one question. */
const QUESTION = /^ces-2023-24\.([a-z-]+)\.parent-(receiving|paying)/;
const isQuestion = (id: string) => QUESTION.test(id);

/** The lower end, the middle and the upper end of what a number can be, as it would be printed. */
function ends(id: string): string[] {
  const { named, tables } = text;
  const code = /^ces-2023-24\.satisfied\.(age|ethnicity)-(.+)$/.exec(id);
  const range = code === null ? undefined : named.get(`${code[1]}.${code[2]}`);
  const [, question, parent] = QUESTION.exec(id) ?? [];
  const bar = (tables.get("driver-questions-by-parent")?.rows ?? []).find(
    ({ measure, interview, direction }) =>
      measure === `ces.${question}` && interview === "full" && direction === "said",
  );
  const of = (low: number, high: number) =>
    [Math.ceil(low), Math.round((low + high) / 2), Math.floor(high)].map(String);
  if (range !== null && range !== undefined && range.low !== null && range.high !== null) {
    const [first = [range.low, range.high], last = first] = range.ranges ?? [];
    return [...of(...first), ...(last === first ? [] : of(...last))];
  }
  if (bar !== undefined) return of(Number(bar[`${parent}_low`]), Number(bar[`${parent}_high`]));
  if (id.includes("quarter-weight")) return ["0.02", "0.08", "0.16"];
  if (id.includes(".base.")) return ["30", "120", "900"];
  if (/^cms-2016\.satisfied\.2/.test(id)) return ["58", "62", "70"];
  return ["1", "50", "99"];
}

describe("numbers that are filled in for a test", () => {
  it("are what the reader makes of the same cells", () => {
    const [value, base] = ["cms-2016.satisfied.csa-none.2014-05", "cms-2016.base.all.csa-none.2014-05"];
    const fills = new Map([
      [value, "71"],
      [base, "1,204"],
    ]);
    const read = buildWith([
      ["cms-2016/values.csv", value, "printed", "71"],
      ["cms-2016/bases.csv", base, "printed", "1,204"],
    ]).raw;
    const filled = fillIn(raw(), fills);
    const of = <T extends { id: string; source: object }>(rows: readonly T[], id: string) => {
      const { source, ...rest } = rows.find((r) => r.id === id) ?? { source: null };
      return rest;
    };
    expect(of(filled.values, value)).toEqual(of(read.values, value));
    expect(of(filled.bases, base)).toEqual(of(read.bases, base));
  });
});

describe("what the site says once a number is filled in", () => {
  let rendered = 0;
  let grouped = 0;
  let impossible = 0;
  let left = 0;

  it("follows it, whichever number it is, at its lower end, its middle and its upper end", () => {
    const seen = new Set<string>();
    const faults = series().flatMap((ids, turn) => {
      // A series that moves no finding's facts even when all of it is filled in changes texts by its names alone.
      const isRead = factsOf(fillIn(raw(), new Map(ids.map((id) => [id, ends(id)[1] ?? ""])))) !== "";
      return ids.flatMap((id) =>
        ends(id).flatMap((printed, end) => {
          if (!EVERY && isQuestion(id) && end !== turn % 3) {
            left++;
            return [];
          }
          const fills = new Map([[id, printed]]);
          const facts = isRead ? factsOf(fillIn(raw(), fills)) : "";
          const sign = [id.split(".")[0], id.includes(".base."), namedAs(id), facts].join(" ");
          if (seen.has(sign)) {
            grouped++;
            return [];
          }
          seen.add(sign);
          if (id.startsWith("cms-2016.") && facts !== "" && seen.size % ONE_IN !== 0) {
            left++;
            return [];
          }
          const faults = faultsOrNone(fills);
          if (faults === null) impossible++;
          else rendered++;
          return (faults ?? []).map((fault) => `${id} ${printed}: ${fault}`);
        }),
      );
    });
    expect(faults).toEqual([]);
    expect(rendered + grouped + impossible + left).toBeGreaterThanOrEqual(3 * lost().length);
    expect(rendered).toBeGreaterThan(EVERY ? 150 : 60);
    expect(impossible).toBeLessThan(rendered / 5);
  }, 1_200_000);

  it(`follows ${SETS} complete sets that agree with what is printed`, () => {
    const faults = Array.from({ length: SETS }, (_, i) => i + 1).flatMap((seed) =>
      faultsOf(completeSet(seed)).map((fault) => `set ${seed}: ${fault}`),
    );
    expect([...new Set(faults)]).toEqual([]);
  }, 1_200_000);
});

describe("the parts of pages that are made from the tables", () => {
  it("speak of no number as missing once all are held", () => {
    const fills = completeSet(1);
    const filled = fillIn(raw(), fills);
    const { document } = new JSDOM("").window;
    const parts = blocks(filled, make(filled).tables, document, "", { belongs: true, differences: [] });
    const missing = [...parts].flatMap(([name, html]) => {
      if (!/^(?:sources|numbers)\./.test(name)) return [];
      const cells = new JSDOM(html).window.document.body.querySelectorAll("td, th, li, p, summary, caption");
      return [...cells].flatMap(({ textContent: text }) =>
        /\d+ not in the text we hold|that we do not hold|is printed, and no table|^Not printed/.test(
          text ?? "",
        )
          ? [`${name}: ${text}`]
          : [],
      );
    });
    expect(missing).toEqual([]);
  });
});

/** Every lost number: of the survey of 2023/24 from a compatible world, of that of 2016 from a history that fits. */
function completeSet(seed: number): Map<string, string> {
  const fills = new Map<string, string>();
  const random = randomOf(seed);
  const world = cesWorld(textOnly(raw()), seed);
  const numbers = new Map(
    world.beside.values.flatMap(({ value, number }) =>
      value === null || number === null ? [] : [[value.id, number] as const],
    ),
  );
  // Samples are said to have grown.
  const weights = Array.from({ length: 12 }, (_, quarter) => (quarter + 3) / 102);
  let history = null;
  for (let i = 0; history === null; i++)
    history = drawHistory(randomOf(1000 * seed + i), printedOf(raw(), "cms-2016"), weights);
  const quarters = raw()
    .values.filter(({ id }) => /^cms-2016\.satisfied\.\d/.test(id))
    .map(({ id }) => id.slice(-7));
  for (const { id } of lost()) {
    const quarter = quarters.indexOf(id.slice(-7));
    const everyone = history.everyone[quarter] ?? 0;
    const half = { parent: (history.parents[quarter] ?? 0) / 2, csa: (history.csa[quarter] ?? 0) / 2 };
    const known = numbers.get(id);
    const number = /^cms-2016\.satisfied\.parent-receiving/.test(id)
      ? everyone + half.parent
      : /^cms-2016\.satisfied\.parent-paying/.test(id)
        ? everyone - half.parent
        : /^cms-2016\.satisfied\.csa-none/.test(id)
          ? everyone + half.csa
          : /^cms-2016\.satisfied\.csa-past/.test(id)
            ? everyone - half.csa
            : /^cms-2016\.satisfied\.\d/.test(id)
              ? everyone
              : (known ?? random.between(89, 97));
    // No page says more of a sample size, or of a month of Options, than that it is held.
    if (id.includes(".base.")) fills.set(id, String(random.whole(30, 400)));
    else if (id.includes("quarter-weight")) fills.set(id, (weights[quarter] ?? 0).toFixed(4));
    else fills.set(id, String(Math.round(number)));
  }
  return fills;
}

describe("a planted fault", () => {
  const planted = (file: string, from: string, to: string) =>
    PAGES.map((page) => {
      if (page.file !== file) return page;
      const source = page.source.replace(from, to);
      if (source === page.source) throw new Error(`${file} has no ${from}`);
      return { file, source };
    });
  const black = new Map([["ces-2023-24.satisfied.ethnicity-black", "52"]]);
  const page = "src/findings/age-and-ethnicity.md";

  it("in a title that leaves open what is known is found", () => {
    const pages = planted(
      page,
      "# {{more ethnicity.black",
      "# The report says White customers and Black customers differ, but not which way\n\n## {{more ethnicity.black",
    );
    expect(faultsOf(new Map(), pages)).toEqual([]);
    expect(faultsOf(black, pages)).toEqual([
      expect.stringMatching(/leaves open the order of White customers and Black customers/),
    ]);
  });

  it("in a sentence that speaks of a held number as unknown is found", () => {
    const pages = planted(page, "## Then age", "Black satisfaction is not in the text.\n\n## Then age");
    expect(faultsOf(black, pages)).toEqual([
      expect.stringMatching(/speaks of ces-2023-24\.satisfied\.ethnicity-black as unknown/),
    ]);
  });

  it("in a comparison, the wrong way round, is found", () => {
    const pages = planted(
      page,
      "}}more often than{{less}}less often than{{",
      "}}less often than{{less}}more often than{{",
    );
    expect(faultsOf(black, pages)).toEqual([
      expect.stringMatching(/compares Black customers and White customers, which are more/),
    ]);
  });

  it("in a range of a held number is found", () => {
    const pages = planted(page, "## Then age", "They were {{ethnicity.black|range}}.\n\n## Then age");
    expect(faultsOf(black, pages)).toEqual([expect.stringMatching(/prints a range for ces-2023-24/)]);
  });
});
