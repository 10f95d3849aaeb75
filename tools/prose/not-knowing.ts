import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isBlocks, isFigures, isOptions } from "../source-files.js";
import type { SourceProblem } from "../source-problem.js";
import { type Allowed, readAllowed } from "./allowed.js";
import { passagesOfFile, readersFiles } from "./passages.js";
import { type Found, problemsByRule, type Rule } from "./rule.js";

/** Path of the list of allowed unconditional statements. */
export const UNCONDITIONAL_FILE = "tools/prose/unconditional.csv";

function readUnconditional(): Allowed[] {
  const file = fileURLToPath(new URL("unconditional.csv", import.meta.url));
  return readAllowed(readFileSync(file, "utf8"), UNCONDITIONAL_FILE);
}

/** Whether readers see the texts of a file: pages, figures, components or blocks. */
function isRead(file: string): boolean {
  return (
    file.endsWith(".md") ||
    isFigures(file) ||
    isOptions(file) ||
    isBlocks(file) ||
    /^src\/components\/(?!citation|passages|sentences)/.test(file)
  );
}

const NOT = "(?:not|n’t|n't)";
const TEXT = "(?:text|texts|report|reports|paper|page|words|heading|chart)";

/** Phrases that say that something is not known, not said or open. */
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

/** Finds such phrases in a text. */
export function phrasesOf(text: string): Found[] {
  return [...text.replace(/\s/g, " ").matchAll(new RegExp(PHRASES, "giu"))].map(({ index, 0: found }) => ({
    index,
    text: found,
  }));
}

/**
 * Phrases of not knowing outside every passage, in pages and in texts of figures, components and blocks, unless a row
 * of the list says why they hold whatever is filled in. Unused rows are problems too.
 */
export function unconditionalProblems(
  root: string,
  list: readonly Allowed[] = readUnconditional(),
): SourceProblem[] {
  const files = readersFiles(root).filter(isRead);
  return problemsByRule(root, files, list, NOT_KNOWING);
}

const NOT_KNOWING: Rule = {
  find: phrasesOf,
  around: 60,
  message: ({ text }, role, around) =>
    `“${text}” stands in ${role} whatever is known (“${around}”); expected a passage {{unknown ID}}…{{end}}, other words, or a row of ${UNCONDITIONAL_FILE}`,
  file: UNCONDITIONAL_FILE,
  unused: ({ text, where }) =>
    `nothing in ${where} says “${text}” outside a passage; expected a row that is needed`,
  outside: openBranches,
};

/** Ranges of branches that are shown while something is unknown. */
function openBranches(file: string, source: string): (readonly [number, number])[] {
  return passagesOfFile(file, source).flatMap(({ offset, passage }) =>
    passage.branches
      .filter(({ states }) => states.some((state) => ["unknown", "partly", "otherwise"].includes(state)))
      .map(({ start, end }) => [offset + start, offset + end] as const),
  );
}
