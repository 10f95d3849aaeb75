import { describe, expect, it } from "vitest";
import { ambiguity, chosenVariant, readVariantKey, variantKey } from "../../../src/model/variants.js";

const at = (when: Record<string, string>) => ({ when, text: variantKey(when) });
const ALL = [at({ a: "1" }), at({ b: "2" }), at({ a: "1", b: "2" }), at({ a: "1", b: "2", c: "3" })];
const chosen = (state: Record<string, string>, variants = ALL) => chosenVariant(variants, state)?.text;

describe("the variant that holds", () => {
  it("is the one all of whose options are chosen", () => {
    expect(chosen({ a: "1", b: "0", c: "0" })).toBe("a=1");
    expect(chosen({ a: "0", b: "2", c: "0" })).toBe("b=2");
    expect(chosen({ a: "0", b: "0", c: "3" })).toBe(undefined);
    expect(chosen({})).toBe(undefined);
    expect(chosen({ a: "1" }, [])).toBe(undefined);
  });

  it("is the one that names most options, in whatever order they stand", () => {
    for (const variants of [ALL, [...ALL].reverse()]) {
      expect(chosen({ a: "1", b: "2", c: "0" }, variants)).toBe("a=1;b=2");
      expect(chosen({ a: "1", b: "2", c: "3" }, variants)).toBe("a=1;b=2;c=3");
    }
  });

  it("is the first of two that name as many", () => {
    expect(chosen({ a: "1", b: "2" }, [at({ a: "1" }), at({ b: "2" })])).toBe("a=1");
    expect(chosen({ a: "1", b: "2" }, [at({ b: "2" }), at({ a: "1" })])).toBe("b=2");
  });

  it("needs every option that it names", () => {
    expect(chosen({ a: "1", c: "3" })).toBe("a=1");
    expect(chosen({ a: "1", b: "2" }, [at({ a: "1", b: "2", c: "3" })])).toBe(undefined);
  });
});

describe("variants that leave open which one holds", () => {
  it("are found", () => {
    expect(ambiguity([at({ a: "1" }), at({ b: "2" })])).toBe(
      "a=1 and b=2 can hold at once, and no variant names both",
    );
    expect(ambiguity([at({ a: "1", b: "2" }), at({ b: "2", a: "1" })])).toBe("two variants are for a=1;b=2");
    expect(ambiguity([at({})])).toBe("a variant names no option");
  });

  it("are none where options exclude each other, one names more, or a third names both", () => {
    expect(ambiguity([at({ a: "1" }), at({ a: "2" })])).toBe(null);
    expect(ambiguity([at({ a: "1" }), at({ a: "1", b: "2" })])).toBe(null);
    expect(ambiguity(ALL)).toBe(null);
    expect(ambiguity([])).toBe(null);
  });
});

it("a key is read back, whatever the order of the options", () => {
  expect(variantKey({ silence: "yes", interview: "half" })).toBe("interview=half;silence=yes");
  expect(readVariantKey("interview=half;silence=yes")).toEqual({ interview: "half", silence: "yes" });
  expect(readVariantKey("gap=0")).toEqual({ gap: "0" });
});
