import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import {
  anchor,
  citationMarkup,
  citeMarkup,
  citeText,
  escapeHtml,
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
