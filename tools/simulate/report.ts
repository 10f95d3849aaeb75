import type { FromInterviews } from "../../data-loaders/interviews/beside-printed/from-interviews.js";
import type { SentenceFromInterviews } from "../../data-loaders/interviews/beside-printed/sentences-from-interviews.js";
import type { CodedInterviews } from "../../src/analysis/interviews/index.js";
import { formatNumber } from "../../src/model/format.js";

/** A file of made-up interviews compared with what is published. */
export interface Simulated {
  readonly file: string;
  readonly interviews: CodedInterviews;
  readonly beside: FromInterviews;
  readonly sentences: readonly SentenceFromInterviews[];
}

interface Count {
  readonly agree: number;
  readonly of: number;
}

/** Counts of matching percentages and bases, and of true sentences. */
function countsOf({
  beside,
  sentences,
}: Simulated): Record<"percentages" | "bases" | "significance" | "sentences", Count> {
  const ofVerdicts = (rows: readonly { readonly verdict: string }[]): Count => ({
    agree: rows.filter(({ verdict }) => verdict === "agrees").length,
    of: rows.filter(({ verdict }) => verdict === "agrees" || verdict === "differs").length,
  });
  const ofSentences = (rows: readonly SentenceFromInterviews[]): Count => ({
    agree: rows.filter(({ holds }) => holds).length,
    of: rows.length,
  });
  return {
    percentages: ofVerdicts(beside.values),
    bases: ofVerdicts(beside.bases),
    significance: ofSentences(sentences.filter(({ significance }) => significance)),
    sentences: ofSentences(sentences.filter(({ significance }) => !significance)),
  };
}

/** The report as text. */
export function simulatedText(simulated: Simulated): string {
  const { file, interviews, sentences } = simulated;
  const counts = countsOf(simulated);
  const { percentages, bases, significance, sentences: others } = counts;
  const { codebook, rows } = interviews;
  const untrue = sentences.filter(({ holds }) => !holds);
  return `${[
    `${codebook.title} (${codebook.id})`,
    `${file}: ${formatNumber(rows)} made-up interviews: ${interviews.simulated}. They show methods, never parents.`,
    "",
    ...lineOf("printed percentages that come out", percentages),
    ...lineOf("printed numbers of interviews that come out", bases),
    ...lineOf("sentences on significance that are true", significance),
    ...lineOf("other sentences that are true, of those that these numbers decide", others),
    ...(untrue.length === 0
      ? []
      : [
          "",
          "Not true of these interviews:",
          ...untrue.map(
            ({ claim, asPrinted }) =>
              `  ${claim.statement} (${claim.id})${asPrinted === false ? ": nor of the printed numbers" : ""}`,
          ),
        ]),
    ...(Object.values(counts).every(({ of }) => of === 0)
      ? [
          "No number of this survey is printed: these interviews keep to its questions, months and weights, and all shares are assumed.",
        ]
      : []),
    "",
    `Each number beside the printed one: npm run check-data -- --survey ${codebook.id} --data ${file} --estimates`,
  ].join("\n")}\n`;
}

/** "printed percentages that come out: 40 of 40"; empty if there are none. */
const lineOf = (words: string, { agree, of }: Count): string[] =>
  of === 0 ? [] : [`${words}: ${formatNumber(agree)} of ${formatNumber(of)}`];

/** The report as JSON, with each sentence. */
export function simulatedJson(simulated: Simulated): object {
  const { file, interviews, sentences } = simulated;
  return {
    survey: interviews.codebook.id,
    file,
    interviews: interviews.rows,
    kind: simulated.beside.kind,
    simulated: interviews.simulated,
    counts: countsOf(simulated),
    sentences: sentences.map(({ claim, holds, asPrinted, significance }) => ({
      ...{ claim: claim.id, statement: claim.statement, holds, asPrinted, significance },
    })),
  };
}
