import { type Problem, shown } from "../problem.js";
import { FILE_TYPES } from "../schemas.js";
import type { IdCell } from "../table.js";
import type { Tables } from "../tables.js";

/**
 * Checks that ids are unique among files of a type and begin with their folder; measures have prefixes of their own.
 */
export function checkIds(tables: Tables): Problem[] {
  return FILE_TYPES.flatMap((type) => {
    const first = new Map<string, IdCell>();
    return tables[type].ids.flatMap((id) => {
      const { text, file, folder, line, column } = id;
      if (text === "") return [];
      const earlier = first.get(text);
      if (earlier !== undefined) {
        const message = `id is ${shown(text)}, as at ${earlier.file}:${earlier.line}`;
        return [{ file, line, column, message, expected: `each id once in all ${type}.csv files` }];
      }
      first.set(text, id);
      if (type === "publication" || type === "measures" || text.startsWith(`${folder}.`)) return [];
      const message = `id is ${shown(text)}`;
      return [{ file, line, column, message, expected: `an id that begins with ${folder}.` }];
    });
  });
}
