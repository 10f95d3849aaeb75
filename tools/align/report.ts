import type { Raw } from "../../data-loaders/read/index.js";
import type { Aligned, Alignment } from "../../src/analysis/align/index.js";

type Sentence = Raw["sentences"][number];

/** The report on one file: each sentence as a card, then missing sentences with the text in their place. */
export function report(
  file: string,
  raw: Raw,
  { publication, sentences, found }: Alignment<Sentence>,
): string[] {
  const title = raw.publications.find(({ id }) => id === publication)?.title ?? publication;
  const missing = sentences.filter((aligned) => aligned.text === null);
  return [
    `${file}: ${title} (${publication})`,
    "",
    ...sentences.filter((aligned) => aligned.text !== null).flatMap((aligned) => card(aligned, raw)),
    ...(missing.length === 0
      ? []
      : ["Not found, with the lines of the file between the neighbours of each", ""]),
    ...missing.flatMap((aligned) => card(aligned, raw)),
    `${file}: ${found} of ${sentences.length} sentences found`,
    "",
  ];
}

/** A sentence as a card: its place, our words, its claims or the reason for none, and its own words. */
function card(aligned: Aligned<Sentence>, { claims }: Raw): string[] {
  const { sentence } = aligned;
  const own = claims.filter((claim) => claim.sentence === sentence.id);
  return [
    `${sentence.id} · ${sentence.locator.replace(/^[^:]+: /, "")}`,
    `  about  ${sentence.gist}`,
    ...own.map(({ statement, id }) => `  claim  ${statement} (${id})`),
    ...(sentence.leftOut === null ? [] : [`  no claim: ${sentence.leftOut}`]),
    ...(aligned.text === null ? between(aligned.between) : [`  says   “${aligned.text}”`]),
    "",
  ];
}

function between(lines: readonly string[]): string[] {
  if (lines.length === 0) return ["  there  nothing: its neighbours follow one another"];
  const more = lines.length - MAX_LINES;
  return [
    ...lines.slice(0, MAX_LINES).map((line) => `  there  ${line}`),
    ...(more > 0 ? [`  there  and ${more} more lines`] : []),
  ];
}

const MAX_LINES = 8;
