import * as v from "valibot";

const percentage = v.pipe(
  v.number("expected a percentage"),
  v.minValue(0, "expected 0 to 100"),
  v.maxValue(100, "expected 0 to 100"),
);
const positive = v.pipe(v.number("expected a number above 0"), v.gtValue(0, "expected a number above 0"));
const count = positive;
const id = v.pipe(v.string("expected an id in quotes"), v.minLength(1, "expected an id that is not empty"));
const flag = v.boolean("expected true or false");
const printed = v.pipe(
  v.string('expected the number as printed, in quotes, such as "39"'),
  v.regex(/^\d+(?:\.\d+)?$/, 'expected the number as printed, such as "39" or "38.4"'),
);
const cited = { name: v.optional(v.string()), locator: v.optional(v.string()) };
const list = <S extends v.GenericSchema>(item: S) => v.array(item, "expected a list in square brackets");
const pair = <S extends v.GenericSchema>(item: S) =>
  v.strictTuple([item, item], "expected two, in square brackets");

const share = v.strictObject({
  bases: v.optional(list(count)),
  within: v.optional(
    v.pipe(v.number("expected 0 to 1"), v.minValue(0, "expected 0 to 1"), v.maxValue(1, "expected 0 to 1")),
  ),
  factor: v.optional(v.pipe(v.number("expected 1 or more"), v.minValue(1, "expected 1 or more"))),
  nondecreasing: v.optional(flag),
  growthAtMost: v.optional(v.pipe(v.number("expected 1 or more"), v.minValue(1, "expected 1 or more"))),
  ...cited,
});

const figure = v.union(
  [v.strictObject({ id }), v.strictObject({ printed })],
  'expected {"id": …} or {"printed": "39"}',
);
const part = v.union(
  [v.strictObject({ id, base: v.optional(count) }), v.strictObject({ printed, base: v.optional(count) })],
  'expected {"id": …} or {"printed": "39"}, with a "base" above 0 or none',
);

const SIGNS = [">", "<", ">=", "<=", "="] as const;
const sign = v.picklist(SIGNS, `expected one of ${SIGNS.join(" ")}`);
const citation = v.strictObject(cited);
const order = v.union(
  [
    v.strictTuple([id, sign, id]),
    v.strictTuple([id, sign, id, percentage]),
    v.strictTuple([id, sign, id, percentage, citation]),
  ],
  'expected ["a", ">", "b"], with the least difference in points as a fourth or none',
);
const pairStatement = v.strictObject({ a: id, b: id, deff: positive, bases: pair(count), ...cited });

/** The file of the command: a problem of `src/bounds`, as JSON. */
export const PROBLEM = v.strictObject({
  unknowns: list(v.strictObject({ id, low: v.optional(percentage), high: v.optional(percentage), ...cited })),
  shares: v.optional(v.record(v.string(), share)),
  identities: v.optional(
    list(
      v.strictObject({
        total: figure,
        parts: list(part),
        shareTolerance: v.optional(
          v.pipe(
            v.number("expected 0 to 1"),
            v.minValue(0, "expected 0 to 1"),
            v.maxValue(1, "expected 0 to 1"),
          ),
        ),
        shares: v.optional(id),
        sum: v.optional(flag),
        ...cited,
      }),
    ),
  ),
  order: v.optional(list(order)),
  ranges: v.optional(
    list(v.strictObject({ id, low: v.optional(percentage), high: v.optional(percentage), ...cited })),
  ),
  linear: v.optional(
    list(
      v.strictObject({
        terms: v.pipe(
          list(v.strictTuple([id, v.number("expected a number")], 'expected ["a", 0.5]')),
          v.minLength(1, "expected at least one term"),
        ),
        low: v.optional(v.number("expected a number")),
        high: v.optional(v.number("expected a number")),
        ...cited,
      }),
    ),
  ),
  significant: v.optional(
    list(v.strictObject({ greater: id, less: id, deff: positive, bases: pair(count), ...cited })),
  ),
  differ: v.optional(list(pairStatement)),
  notSignificant: v.optional(list(pairStatement)),
  rounding: v.optional(
    v.picklist(
      ["half-up", "half-even", "via-one-decimal", "truncated"],
      "expected half-up, half-even, via-one-decimal or truncated",
    ),
  ),
  ends: v.optional(v.picklist(["closed", "half-open", "open"], "expected closed, half-open or open")),
  ask: v.optional(
    list(
      v.union(
        [
          v.strictObject({ id }),
          v.strictObject({ difference: pair(id) }),
          v.strictObject({
            mean: v.pipe(list(id), v.minLength(1, "expected at least one id")),
            minus: v.optional(v.pipe(list(id), v.minLength(1, "expected at least one id"))),
          }),
        ],
        'expected {"id": …}, {"difference": [a, b]} or {"mean": [a, b], "minus": [c]}',
      ),
    ),
  ),
});
