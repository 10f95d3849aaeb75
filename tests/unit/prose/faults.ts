import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Raw } from "../../../data-loaders/read/index.js";
import type { Results } from "../../../src/components/citation.js";
import { chooseText } from "../../../src/components/passages.js";
import { DRIVER_QUESTIONS } from "../../../src/findings/parents-and-contact/driver-facts.js";
import { groupLabel } from "../../../src/model/dimensions.js";
import { readAllowed } from "../../../tools/prose/allowed.js";
import { phrasesOf, UNCONDITIONAL_FILE } from "../../../tools/prose/not-knowing.js";
import { isFigures } from "../../../tools/source-files.js";
import { ROOT } from "../site/fixture.js";
import type { Said } from "./site-text.js";

/** What may be said whatever is filled in: the parts of each row between what is cited. */
const ALLOWED = readAllowed(readFileSync(join(ROOT, UNCONDITIONAL_FILE), "utf8"), UNCONDITIONAL_FILE).map(
  ({ text, where }) => ({ where, parts: text.split("…") }),
);

/** Whose figure of satisfaction words are about, by the number or result that holds it. */
const SUBJECTS: readonly (readonly [words: string, id: string])[] = [
  ["Black customers", "ethnicity.black"],
  ["White customers", "ethnicity.white"],
  ["Receiving Parents", "ces-2023-24.satisfied.parent-receiving"],
  ["Paying Parents", "ces-2023-24.satisfied.parent-paying"],
  ["New customers", "ces-2023-24.satisfied.contact-new"],
  ["those who reported a change", "ces-2023-24.satisfied.contact-change"],
];

/** What is wrong with what a site says once some numbers are held. */
export function faultsIn(
  said: readonly Said[],
  held: ReadonlySet<string>,
  named: Results,
  { values }: Pick<Raw, "values">,
): string[] {
  const lost = values.filter(({ status }) => status === "plotted" || status === "tabled");
  const isComplete = lost.every(({ id }) => held.has(id));
  const words = lost.flatMap(({ id, measure, group }) => {
    if (measure === "ces.satisfied") return [{ id, word: groupLabel(group).replace(/^Aged /, "") }];
    return measure === "ces.paying-parents"
      ? [{ id, word: `${group.gender === "male" ? "men" : "women"} are ` }]
      : [];
  });
  const filled = lost.filter(({ id }) => held.has(id));
  const faults: string[] = [];
  const wrong = ({ file, text }: Said, what: string) => faults.push(`${file}: ${what}: ${text}`);
  for (const sentence of said) {
    const { text, cites, cell } = sentence;
    const isOpen = leavesOpen(sentence);
    const about = isOpen
      ? [
          ...words.flatMap(({ id, word }) => (text.includes(word) ? [id] : [])),
          ...cites.flatMap(({ id }) => numberOf(id) ?? []),
        ]
      : [];
    if (isOpen && about.length > 0 && about.every((id) => held.has(id)))
      wrong(sentence, `speaks of ${about.join(", ")} as unknown`);
    if (isOpen && isComplete) wrong(sentence, "speaks of something as unknown where every number is held");
    for (const { id, form } of cites) {
      const number = numberOf(id);
      const result = named.get(id);
      if (number !== null && held.has(number) && (result?.value === null || form === "range"))
        wrong(sentence, `prints a range for ${number}`);
      if (held.has(id) && form === "range") wrong(sentence, `prints a range for ${id}`);
    }
    for (const { id, measure, group } of filled) {
      const label = measure === "ces.satisfied" ? groupLabel(group) : "";
      if (label !== "" && new RegExp(`^(?:.*: )?${label} (?:anywhere from )?\\d+ to \\d+%`).test(text))
        wrong(sentence, `prints a range for ${id}`);
      if (cell === undefined || !/\d to \d/.test(text)) continue;
      const isRange = cell.row === label && !/interval/.test(cell.column);
      const isBar =
        cell.figure === "driver-questions-by-parent" &&
        cell.column === `${groupLabel({ parent: group.parent as "receiving" })}, %` &&
        cell.row === DRIVER_QUESTIONS[measure];
      if (isRange || isBar) wrong(sentence, `prints a range for ${id} in “${cell.column}”`);
    }
    const order = wrongOrder(text, named);
    if (order !== null) wrong(sentence, order);
  }
  return faults;
}

const judged = new Map<string, boolean>();

/** Whether a sentence speaks of something as unknown that it may not. Most sentences are the same whatever is filled in. */
function leavesOpen(sentence: Said): boolean {
  const key = `${sentence.file} ${sentence.text}`;
  const known = judged.get(key) ?? (phrasesOf(sentence.text).length > 0 && !isAllowed(sentence));
  judged.set(key, known);
  return known;
}

/** The published number that a result of the pages stands for. */
function numberOf(id: string): string | null {
  const [, dimension, code] =
    /^(age|ethnicity)\.(\d\d-[a-z\d]+|black|white|other-mixed)(?:\.(?:shares-[a-z]+|customers))?$/.exec(id) ??
    [];
  return code === undefined ? null : `ces-2023-24.satisfied.${dimension}-${code}`;
}

/** Why a comparison of groups in words does not follow their numbers, null where it does or there is none. */
function wrongOrder(text: string, named: Results): string | null {
  const [first, second] = SUBJECTS.flatMap(([words, id]) => {
    const at = text.indexOf(words);
    return at === -1 ? [] : [{ at, words, id }];
  }).sort((a, b) => a.at - b.at);
  if (first === undefined || second === undefined) return null;
  const order = chooseText(
    `{{more ${first.id} ${second.id}}}more{{less}}less{{same}}same{{otherwise}}open{{end}}`,
    named,
  );
  const about = `${first.words} and ${second.words}, which are ${order}`;
  if (/which way|either direction|, or above|, or below/.test(text))
    return order === "open" ? null : `leaves open the order of ${about}`;
  const between = text.slice(first.at + first.words.length, second.at);
  // What a report says, and what is supposed, is no comparison of ours.
  if (/\b(?:says?|said|if|whether|can be|all that)\b/.test(text)) return null;
  const [, more, less] =
    /\b(?:(more|above|higher)|(less|below|lower))(?: often| satisfied)*(?: than)? $/.exec(between) ?? [];
  if (more === less) return null;
  return order === (more === undefined ? "less" : "more") ? null : `compares ${about}`;
}

/** Figures stand in modules that their texts do not name. */
function isAllowed({ file, text }: Said): boolean {
  const isThere = (where: string) => (file.startsWith("figure ") ? isFigures(where) : where.startsWith(file));
  return ALLOWED.some(({ where, parts }) => {
    let from = 0;
    return (
      where.split(" ").some(isThere) &&
      parts.every((part) => {
        const at = text.toLowerCase().indexOf(part.trim().toLowerCase(), from);
        from = at + part.length;
        return at !== -1;
      })
    );
  });
}
