import { type Problem, shown } from "../problem.js";
import { problemAt } from "../table.js";
import type { Tables } from "../tables.js";
import { known } from "./known.js";

const EXPECTED = "the id of a row of sources.csv";

/**
 * Checks that outside facts, and events of grade A or B, name a source with an address; grade A requires the address
 * of the original publisher. Events of grade P need none: their publication is the source.
 */
export function checkSources(tables: Tables): Problem[] {
  const isSource = known(tables.sources);
  const copies = new Map(tables.sources.rows.map(({ columns }) => [columns.id, columns.copy]));
  return [...tables.facts.rows, ...tables.events.rows].flatMap((row): Problem[] => {
    const { grade, source_id } = row.columns;
    const at = (message: string, expected: string) => [
      problemAt<"facts" | "events">(row, "source_id", message, expected),
    ];
    if (grade === "P")
      return source_id === null
        ? []
        : at(`source_id is ${shown(source_id)}`, "none, since the publication says so");
    if (source_id === null) return at(`grade ${grade} without a source`, EXPECTED);
    if (!isSource(source_id)) return at(`source_id is ${shown(source_id)}`, EXPECTED);
    return grade === "A" && copies.get(source_id) === "second hand"
      ? at(`grade A with ${source_id}, which is second hand`, "grade B, or the publisher's own page")
      : [];
  });
}
