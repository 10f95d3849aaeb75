import { type Dialect, type Layer, NUMBER } from "./dialect.js";

/** The characters that JavaScript's `trim` removes, so that both readers agree. */
const SPACE =
  " \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

/** DuckDB 1.5. */
export const DUCKDB: Dialect = {
  identifier: quoted,
  text,
  column(name, type) {
    const id = quoted(name);
    const asText = (sql: string) => ({ form: "text", text: `coalesce(${sql}, '')` }) as const;
    if (type === "VARCHAR" || type.startsWith("ENUM(") || type === "UUID")
      return asText(`CAST(${id} AS VARCHAR)`);
    // Formatted like `readInterviews`.
    if (type === "BOOLEAN" || type === "DATE") return asText(`CAST(${id} AS VARCHAR)`);
    if (/^TIMESTAMP(?:_S|_MS|_NS)?$/.test(type))
      return asText(
        `CASE WHEN CAST(${id} AS TIME) = TIME '00:00:00' THEN strftime(${id}, '%Y-%m-%d') ELSE strftime(${id}, '%Y-%m-%dT%H:%M:%S.%gZ') END`,
      );
    if (/^(?:U?(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\))$/.test(type))
      return {
        form: "number",
        number: `coalesce(CAST(${id} AS DOUBLE), 0)`,
        missing: `${id} IS NULL`,
        text: `coalesce(CAST(${id} AS VARCHAR), '')`,
      };
    return null;
  },
  trimmed: (sql) => `trim(${sql}, ${text(SPACE)})`,
  number: (sql) => ({
    number: `coalesce(TRY_CAST(${sql} AS DOUBLE), 0)`,
    valid: `regexp_full_match(${sql}, ${text(NUMBER)}) AND coalesce(isfinite(TRY_CAST(${sql} AS DOUBLE)), false)`,
  }),
  whole: (sql) => DUCKDB.number?.(sql) as ReturnType<Dialect["whole"]>,
  wholePart: (sql, expression) =>
    `coalesce(TRY_CAST(regexp_extract(${sql}, ${text(expression)}, 1) AS INTEGER), 0)`,
  matches: (sql, expression) => `regexp_full_match(${sql}, ${text(expression)})`,
  bits64: (sql) => `CAST(${sql} AS BIGINT)`,
  wide: (sql) => `CAST(${sql} AS HUGEINT)`,
  each: (expressions) => `unnest([${expressions.join(", ")}])`,
  grouped: (from, layers, key, sums) =>
    `SELECT ${key}, ${sums.map(([name, sql]) => `${sql} AS ${name}`).join(", ")}\nFROM ${nested(from, layers)}\nGROUP BY ${key}`,
  chosen: (from, layers, columns, tail) =>
    `SELECT ${columns.map(([name, sql]) => `${sql} AS ${name}`).join(", ")}\nFROM ${nested(from, layers)}\n${tail}`,
};

/** A subquery per layer, so that each expression is computed once. */
function nested(from: string, layers: readonly Layer[]): string {
  return layers.reduce(
    (inner, layer, i) =>
      `(SELECT ${[...(i === 0 ? [] : ["*"]), ...layer.map(([name, sql]) => `${sql} AS ${name}`)].join(", ")}\nFROM ${inner})`,
    from,
  );
}
