import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import {
  anchor,
  citationMarkup,
  citeMarkup,
  citeText,
  escapeHtml,
  idsOf,
  lookUp,
  pieces,
} from "../../../src/components/citation.js";
import { result, resultsOf } from "./results.js";

const RESULTS = resultsOf(
  result({ id: "the.gap" }),
  result({
    id: "only.range",
    kind: "bounded",
    value: null,
    low: 43.71,
    high: 56.29,
    format: { style: "percent", decimals: 1 },
  }),
  result({ id: "interval", value: null, low: 12.2, high: 19.8 }),
  result({
    id: "interval.half",
    value: null,
    low: 10.1,
    high: 21.9,
    variant: { of: "interval", when: { interview: "half" } },
  }),
  result({
    id: "interval.half.ahead",
    value: null,
    low: null,
    high: null,
    nothingFits: true,
    variant: { of: "interval", when: { interview: "half", ahead: "yes" } },
  }),
  result({ id: "odd", label: 'less < "more" & more' }),
);
const element = (html: string) => new JSDOM(html).window.document.body;

describe("a text that cites results", () => {
  it("is split into words and citations, with their forms", () => {
    expect(pieces("A {{the.gap}} of {{ only.range | range }}.")).toEqual([
      { text: "A " },
      { id: "the.gap", form: "default" },
      { text: " of " },
      { id: "only.range", form: "range" },
      { text: "." },
    ]);
    expect(pieces("{{the.gap|bare}}")).toEqual([{ id: "the.gap", form: "bare" }]);
    expect(pieces("no number")).toEqual([{ text: "no number" }]);
    expect(pieces("")).toEqual([]);
  });

  it("is written out in each form", () => {
    expect(citeText("{{the.gap}}, {{the.gap|range}}, {{the.gap|bare}}", RESULTS)).toBe(
      "16 points, 15 to 17 points, 16",
    );
    expect(citeText("{{only.range}} and {{only.range|range}}", RESULTS)).toBe(
      "43.7 to 56.3% and 43.7 to 56.3%",
    );
  });

  it("is refused for an unknown result, an unknown form, and a form that a result has not", () => {
    expect(() => citeText("{{no.such}}", RESULTS)).toThrow("no result is named no.such");
    expect(() => lookUp("toString", RESULTS)).toThrow("no result is named toString");
    expect(() => pieces("{{the.gap|long}}")).toThrow(
      '{{the.gap|long}}: no form "long"; expected one of default, range, bare',
    );
    expect(() => citeText("{{only.range|bare}}", RESULTS)).toThrow("only.range");
  });
});

describe("the markup of a citation", () => {
  it("links to the row of the result, and says its kind and what it is", () => {
    const link = element(citeMarkup("A gap of {{the.gap}}.", RESULTS)).querySelector("a");
    expect(link?.outerHTML).toBe(
      '<a class="num calculated" href="#number-the-gap" data-result="the.gap" title="Worked out: the.gap">16 points</a>',
    );
    expect(anchor("the.gap.worst")).toBe("the-gap-worst");
  });

  it("holds what the result becomes under each option, and under several", () => {
    const link = element(citeMarkup("{{interval}}", RESULTS)).querySelector<HTMLElement>("a");
    expect(link?.textContent).toBe("12.2 to 19.8 points");
    expect(JSON.parse(link?.dataset.variants ?? "")).toEqual({
      "interview=half": "10.1 to 21.9 points",
      "ahead=yes;interview=half": "nothing fits",
    });
    expect(citationMarkup("the.gap", "default", RESULTS).open).not.toContain("data-variants");
  });

  it("is safe for any label and any words", () => {
    const body = element(citeMarkup('<b> & "x" {{odd}}', RESULTS));
    expect(body.querySelector("b")).toBe(null);
    expect(body.textContent).toBe('<b> & "x" 16 points');
    expect(body.querySelector("a")?.title).toBe('Worked out: less < "more" & more');
    expect(escapeHtml(`<a href="&">`)).toBe("&lt;a href=&quot;&amp;&quot;&gt;");
  });
});

describe("a text with passages", () => {
  const known = new Map([...RESULTS, ["lost.one", null]]);

  it("shows what stands while a number is unknown, or once it is known", () => {
    const text = "{{unknown lost.one}}not known{{known}}it is {{lost.one}}{{end}}, {{the.gap}}";
    expect(citeText(text, known)).toBe("not known, 16 points");
    expect(citeText(text, new Map([...known, ["lost.one", result({ id: "lost.one", value: 52 })]]))).toBe(
      "it is 52 points, 16 points",
    );
  });

  it("counts a range as unknown, and compares it where it lies apart", () => {
    expect(citeText("{{unknown only.range}}a range{{end}}", RESULTS)).toBe("a range");
    expect(citeText("{{more only.range the.gap}}more{{less}}less{{end}}", RESULTS)).toBe("more");
  });

  it("links the citations of the branch that holds", () => {
    expect(element(citeMarkup("{{known the.gap}}<{{the.gap}}>{{end}}", RESULTS)).innerHTML).toMatch(
      /^&lt;<a .*>16 points<\/a>&gt;$/,
    );
  });

  it("cannot cite a number that no text holds", () => {
    expect(() => citeText("{{lost.one}}", known)).toThrow(
      "lost.one is in no text; expected to be cited only in a passage {{known lost.one}}…{{end}}",
    );
  });

  it("names the ids that it cites and those that it depends on", () => {
    const text = "{{unknown a.b c.d}}{{less c.d e.f}}{{g.h|range}}{{end}}{{known}}x{{end}} {{figure one}}";
    expect(idsOf(text).sort()).toEqual(["a.b", "c.d", "e.f", "g.h"]);
  });
});
