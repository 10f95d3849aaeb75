import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceProblem } from "../source-problem.js";
import { type Allowed, allowedSpans, readAllowed } from "./allowed.js";
import { textsOfModule } from "./figure-text.js";
import { within } from "./numbers.js";
import { textsOfPage } from "./page-text.js";
import { passagesOfFile, problemAt, readersFiles } from "./passages.js";
import type { Piece } from "./piece.js";

/** The list of what may be said without a passage, from the root of the project. */
export const UNCONDITIONAL_FILE = "tools/prose/unconditional.csv";

function readUnconditional(): Allowed[] {
  const file = fileURLToPath(new URL("unconditional.csv", import.meta.url));
  return readAllowed(readFileSync(file, "utf8"), UNCONDITIONAL_FILE);
}

/** What readers meet: pages, figures, page furniture and blocks. */
const TEXTS =
  /^src\/(?:.*\.md|charts\/.*|components\/(?!citation|passages|sentences).*)$|^tools\/site\/[a-z-]*blocks\.ts$/;

const NOT = "(?:not|n’t|n't)";
const TEXT = "(?:text|texts|report|reports|paper|page|words|heading|chart)";

/** What speaks of something as not known, not said or open. */
const PHRASES = [
  `\\b(?:do|does|did) ?${NOT} (?:say|state|print|give|tell|hold|have)\\b`,
  `\\b(?:is|are|was|were) ?${NOT} (?:\\w+ )?(?:said|stated|printed|given|known|held|named|told)\\b`,
  `\\bnot (?:said|stated|printed|known|given|held)\\b`,
  `\\bnot in (?:the|its|our|their|any|your) ${TEXT}`,
  `\\bin (?:neither|no) ${TEXT}`,
  `\\bneither text`,
  `\\bneither (?:report|paper) (?:says|prints|gives|has|names)\\b`,
  `\\bcan ?${NOT} be (?:known|told|said|read|checked|seen|worked out)\\b`,
  `\\bcannot (?:be (?:known|told|said|read|checked|seen|worked out)|say|tell|read)\\b`,
  `\\bn(?:obody|othing|one)(?: \\w+)? (?:can|could) (?:tell|say|be said|know)\\b`,
  `\\bnothing (?:is|was|can be) (?:said|known|given|printed)\\b`,
  `\\bnothing in (?:the|its|our|their) ${TEXT}`,
  `\\bnot a single number\\b`,
  `\\bsays? nothing\\b`,
  `\\bprints? (?:no|neither|none)\\b`,
  `\\bno (?:numbers?|figures?|size|rate|base|response rate)(?: (?!that\\b)\\w+)? (?:of|is|are|for)\\b`,
  `\\b(?:which|either) way\\b`,
  `\\bunknown\\b`,
  `\\b(?:wide|left|leaves?|lie|still) open\\b`,
  `\\bopen now\\b`,
  `\\bcan(?:not)? (?:have been|be here)\\b`,
  `\\bcould (?:have been|be anywhere|be (?:above|below))\\b`,
  `\\bor above\\b|\\bor below\\b`,
  `\\banywhere (?:in|from|between)\\b`,
  `\\bonly (?:in|stand in|stands in) (?:words|charts|the charts|the chart)\\b`,
  `\\bin words only\\b`,
  `\\bin (?:a chart|charts) that we (?:cannot|can’t) read\\b`,
  `\\blost\\b`,
].join("|");

interface Found {
  readonly index: number;
  readonly text: string;
}

/** Phrases of not knowing in a text. */
export function phrasesOf(text: string): Found[] {
  return [...text.replace(/\s/g, " ").matchAll(new RegExp(PHRASES, "giu"))].map(({ index, 0: found }) => ({
    index,
    text: found,
  }));
}

/**
 * Phrases of not knowing that depend on nothing: in pages, and in the texts of figures, components and blocks, outside every
 * passage, unless a row of the list says why they hold whatever is filled in. Rows that serve nothing are problems too.
 */
export function unconditionalProblems(
  root: string,
  list: readonly Allowed[] = readUnconditional(),
): SourceProblem[] {
  const used = new Set<Allowed>();
  const files = readersFiles(root).filter((file) => TEXTS.test(file));
  const problems = files.flatMap((file) => {
    const source = readFileSync(join(root, file), "utf8");
    const textsOf = file.endsWith(".md") ? textsOfPage : textsOfModule;
    const conditional = openBranches(file, source);
    return textsOf(source)
      .flatMap((piece) => problemsOf(piece, source, file, conditional, list, used))
      .sort((a, b) => a.line - b.line || a.column - b.column);
  });
  return [
    ...problems,
    ...list
      .filter((row) => !used.has(row))
      .map(({ line, text, where }) => ({
        file: UNCONDITIONAL_FILE,
        line,
        column: 1,
        message: `nothing in ${where} says “${text}” outside a passage; expected a row that is needed`,
      })),
  ];
}

function problemsOf(
  piece: Piece,
  source: string,
  file: string,
  conditional: readonly (readonly [number, number])[],
  list: readonly Allowed[],
  used: Set<Allowed>,
): SourceProblem[] {
  const found = phrasesOf(piece.text);
  if (found.length === 0) return [];
  const allowed = allowedSpans(piece.text, file, list);
  return found.flatMap(({ index, text }) => {
    const offset = piece.offsets[index] ?? 0;
    if (within(conditional, offset, offset + 1)) return [];
    const by = allowed.filter(({ span }) => within([span], index, index + text.length));
    for (const { row } of by) used.add(row);
    if (by.length > 0) return [];
    const around = piece.text
      .slice(Math.max(0, index - 60), index + text.length + 60)
      .replace(/\uFFFC+/g, "…")
      .replace(/\s+/g, " ")
      .trim();
    return [
      problemAt(
        file,
        source,
        offset,
        `“${text}” stands in ${piece.role} whatever is known (“${around}”); expected a passage {{unknown ID}}…{{end}}, other words, or a row of ${UNCONDITIONAL_FILE}`,
      ),
    ];
  });
}

/** The places of branches that are shown while something is not known. */
function openBranches(file: string, source: string): (readonly [number, number])[] {
  return passagesOfFile(file, source).flatMap(({ offset, passage }) =>
    passage.branches
      .filter(({ states }) => states.some((state) => ["unknown", "partly", "otherwise"].includes(state)))
      .map(({ start, end }) => [offset + start, offset + end] as const),
  );
}
