import type { Dialect, Layer } from "./dialect.js";

const quoted = (name: string) => `\`${escaped(name).replaceAll("`", "\\`")}\``;
const escaped = (value: string) => value.replaceAll("\\", "\\\\");
const text = (value: string) => `'${escaped(value).replaceAll("'", "\\'")}'`;

/**
 * ClickHouse 18.16. Its tables are typed: texts are compared exactly, without trimming, and decimal numbers are in
 * numeric columns.
 */
export const CLICKHOUSE: Dialect = {
  identifier: quoted,
  text,
  column(name, type) {
    const id = quoted(name);
    const bare = type.replace(/^LowCardinality\((.*)\)$/, "$1").replace(/^Nullable\((.*)\)$/, "$1");
    const asText = `ifNull(toString(${id}), '')`;
    if (/^(?:String|Enum(?:8|16)\(.*\)|UUID|Date|Bool)$/s.test(bare)) return { form: "text", text: asText };
    if (/^(?:U?Int(?:8|16|32|64)|Float(?:32|64)|Decimal(?:32|64|128)?\(.*\))$/.test(bare))
      return {
        form: "number",
        number: `ifNull(toFloat64(${id}), 0)`,
        missing: `isNull(${id})`,
        text: asText,
      };
    return null;
  },
  trimmed: null,
  number: null,
  whole: (sql) => ({
    number: `toInt64OrZero(${sql})`,
    valid: `toString(toInt64OrZero(${sql})) = ${sql}`,
  }),
  wholePart: (sql, expression) => `toInt64OrZero(extract(${sql}, ${text(expression)}))`,
  matches: (sql, expression) => `match(${sql}, ${text(`^(?:${expression})$`)})`,
  bits64: (sql) => `toInt64(${sql})`,
  wide: (sql) => `toDecimal128(${sql}, 0)`,
  each: (expressions) => `arrayJoin([${expressions.join(", ")}])`,
  // One query without a subquery, so that each shard aggregates its own rows.
  grouped: (from, layers, key, sums) =>
    `${names(layers)}SELECT ${key}, ${sums.map(([name, sql]) => `${sql} AS ${name}`).join(", ")}\nFROM ${from}\nGROUP BY ${key}`,
  chosen: (from, layers, columns, tail) =>
    `${names(layers)}SELECT ${columns.map(([name, sql]) => `${sql} AS ${name}`).join(", ")}\nFROM ${from}\n${tail}`,
};

function names(layers: readonly Layer[]): string {
  const all = layers.flat();
  return all.length === 0 ? "" : `WITH ${all.map(([name, sql]) => `${sql} AS ${name}`).join(",\n")}\n`;
}
