import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readersFiles } from "./passages.js";

const CITATION = /\{\{\s*([a-z0-9.-]+)\s*(?:\|\s*[a-z]+\s*)?\}\}/g;
/** Opening tag of a passage; words that are not ids do no harm. */
const PASSAGE = /\{\{\s*([a-z]+ [a-z0-9. -]+)\}\}/g;

/**
 * Results cited by no page and no figure, sorted. A variant counts as cited with its base result, an input with its
 * result. Ids built in templates are matched by their fixed parts.
 */
export function unusedResults(
  root: string,
  results: readonly {
    readonly id: string;
    readonly inputs: readonly string[];
    readonly variant?: { readonly of: string };
  }[],
): string[] {
  const files = readersFiles(root);
  const cited = new Set<string>();
  const patterns: RegExp[] = [];
  for (const file of files) {
    const source = readFileSync(join(root, file), "utf8");
    for (const match of source.matchAll(CITATION)) cited.add(match[1] ?? "");
    for (const match of source.matchAll(PASSAGE))
      for (const id of (match[1] ?? "").split(/\s+/)) cited.add(id);
    if (!file.endsWith(".ts")) continue;
    for (const match of source.matchAll(/["'`]([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)["'`]/g)) {
      cited.add(match[1] ?? "");
    }
    for (const match of source.matchAll(/\{\{\s*([a-z0-9.-]*\$\{[^{}]*\}[^{}|\s]*)/g)) {
      const parts = (match[1] ?? "")
        .split(/\$\{[^{}]*\}/)
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
      patterns.push(new RegExp(`^${parts.join("[a-z0-9.-]+")}$`));
    }
  }
  const byId = new Map(results.map((result) => [result.id, result]));
  const used = new Set<string>();
  const use = (id: string) => {
    if (used.has(id)) return;
    used.add(id);
    for (const input of byId.get(id)?.inputs ?? []) use(input);
  };
  for (const { id } of results) if (cited.has(id) || patterns.some((pattern) => pattern.test(id))) use(id);
  for (const { id, variant } of results) if (variant !== undefined && used.has(variant.of)) use(id);
  return results.flatMap(({ id }) => (used.has(id) ? [] : [id])).sort();
}
