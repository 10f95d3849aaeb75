import { describe, expect, it } from "vitest";
import { CLICKHOUSE } from "../../../../../data-loaders/interviews/cubes/clickhouse-dialect.js";

describe("a statement for ClickHouse", () => {
  it("keeps every text and name within its quotes, whatever letters they have", () => {
    expect(CLICKHOUSE.text("it's")).toBe(String.raw`'it\'s'`);
    expect(CLICKHOUSE.text("\\' OR 1 = 1")).toBe(String.raw`'\\\' OR 1 = 1'`);
    expect(CLICKHOUSE.identifier("a`b\\")).toBe("`a\\`b\\\\`");
  });

  it("asks for all of a text to match, not for a part of it", () => {
    expect(CLICKHOUSE.matches("x", "a|b")).toBe("match(x, '^(?:a|b)$')");
  });

  it.each([
    ["String", "text"],
    ["LowCardinality(Nullable(String))", "text"],
    ["Enum8('a' = 1, 'b' = 2)", "text"],
    ["Date", "text"],
    ["Nullable(Float64)", "number"],
    ["UInt8", "number"],
    ["Decimal(9, 3)", "number"],
    ["Array(String)", undefined],
    ["Tuple(String, String)", undefined],
  ])("takes a column of %s for %s", (type, form) => {
    expect(CLICKHOUSE.column("a", type)?.form).toBe(form);
  });
});
