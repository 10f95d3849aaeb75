import type { DuckDBConnection } from "@duckdb/node-api";
import type { Codebook, Variable } from "../../src/model/codebook.js";
import { answersOf } from "../../src/model/condition-words.js";

/** Number of variables that share a 64-bit random number. */
const SHARED = 4;
const BITS = 64 / SHARED;

/**
 * Writes made-up interviews of a codebook to a Parquet file, always the same: answers are uniform, from a hash of the
 * row number, ignoring routing.
 */
export async function writeInterviews(
  connection: DuckDBConnection,
  codebook: Codebook,
  rows: number,
  file: string,
): Promise<void> {
  const { variables } = codebook;
  const columns = variables.map((variable, v) => {
    const bits = `((h${Math.floor(v / SHARED)} >> ${(v % SHARED) * BITS}) & ${2 ** BITS - 1})`;
    return `${valueSql(variable, bits)} AS "${variable.id}"`;
  });
  const hashes = Array.from(
    { length: Math.ceil(variables.length / SHARED) },
    (_, h) => `hash(i * ${variables.length} + ${h}) AS h${h}`,
  );
  await connection.run(
    `COPY (SELECT ${columns.join(", ")}, 'bench' AS simulated FROM (SELECT i, ${hashes.join(", ")} FROM range(${rows}) AS r(i))) TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`,
  );
}

function valueSql(variable: Variable, bits: string): string {
  switch (variable.kind) {
    case "category": {
      const codes = answersOf(variable).map(({ code }) => `'${code.replaceAll("'", "''")}'`);
      // Enums are written seven times as fast as texts.
      const type = `ENUM(${codes.join(", ")})`;
      const cases = codes.map((code, i) => `WHEN ${i} THEN ${code}::${type}`).join(" ");
      return `CASE CAST(${bits} % ${codes.length} AS UTINYINT) ${cases} END`;
    }
    case "scale":
    case "count":
      return `CAST(${variable.lowest} + CAST(${bits} % ${variable.highest - variable.lowest + 1} AS BIGINT) AS VARCHAR)`;
    case "number":
      return `0.2 + CAST(${bits} AS DOUBLE) / 30000`;
    case "date":
      return `'${variable.from}'`;
    case "text":
      return "CAST(i AS VARCHAR)";
  }
}
