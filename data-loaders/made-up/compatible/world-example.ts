import { idsIn } from "../../../src/claims/index.js";
import type { WorldRow } from "../../../src/methods/simulated-interviews/schema.js";
import type { LostGroup, WorldsAgree } from "../../../src/methods/simulated-interviews/world-results.js";
import { type Disagreement, numbersAsStatements } from "../../../src/model/conflict.js";
import { type Dimension, groupKey, groupLabel } from "../../../src/model/dimensions.js";
import { memoize } from "../../../src/model/memoize.js";
import type { Base, Value } from "../../../src/model/value.js";
import { CES_2023_24 } from "../../codebooks/ces-2023-24.js";
import { ledgerOf } from "../../ledger/ledger.js";
import type { Raw } from "../../read/index.js";
import { watermark } from "../watermark.js";
import { cesWorld } from "./ces/index.js";
import { worldDisagreement } from "./disagreement.js";
import { NoWorldError } from "./find-world.js";
import { isLost, textOnly } from "./text-only.js";

/** Three of many: one alone would look like the survey that it is not. */
export const WORLD_SEEDS = [1, 2, 3] as const;

/** Draws for each seed after which a build goes without: an edit that leaves no world must not hold up the pages. */
const MOST_DRAWS = 5;

const CHARTS = ["age", "ethnicity"] as const satisfies readonly Dimension[];

export interface WorldExample {
  /** A row for each group of the charts and each world; none where not every world was found. */
  readonly rows: readonly WorldRow[];
  readonly groups: readonly LostGroup[];
  /** Null where not every world was found. */
  readonly agree: WorldsAgree | null;
  /** Why not every world was found; null where all were. */
  readonly disagreement: Disagreement | null;
}

/**
 * Satisfaction by age and by ethnicity in three compatible worlds of the Customer Experience Survey: those of `npm run
 * simulate` for the same seeds. They agree with the text; numbers that someone filled in stand beside them.
 */
export const worldExample = worldExampleBy(cesWorld);

/** The same by another way to make a world. Worlds are kept, and made anew only when something changed that they rest on. */
export function worldExampleBy(makeWorld: typeof cesWorld): (raw: Raw) => WorldExample {
  const worldOf = memoize(
    (text: Raw, seed: number, _read: string) => numbersOf(makeWorld, text, seed),
    // What they rest on, before an edit, after it and after some more.
    { size: 8 * WORLD_SEEDS.length, key: (_text, seed, read) => `${seed} ${read}` },
  );
  return (raw) => exampleOf(raw, worldOf);
}

function exampleOf(
  raw: Raw,
  worldOf: (text: Raw, seed: number, read: string) => WorldNumbers | NoNumbers,
): WorldExample {
  const text = textOnly(raw);
  const read = whatIsRead(text);
  const { worlds, failed } = allOrNone(WORLD_SEEDS, (seed) => worldOf(text, seed, read));
  const shown = CHARTS.flatMap((chart) =>
    text.values.flatMap((value, place) => {
      const code = value.measure === "ces.satisfied" ? value.group[chart] : undefined;
      return code === undefined ? [] : [{ chart, code, value, given: raw.values[place] ?? value }];
    }),
  );
  return {
    rows: worlds.flatMap(({ seed, numbers }) =>
      shown.flatMap(({ chart, value, given }): WorldRow[] => {
        const satisfied = numbers.get(value.id);
        return satisfied === undefined
          ? []
          : [
              {
                ...{ kind: "simulated", simulated: watermark("compatible", seed), seed, chart },
                ...{ group: groupKey(value.group), label: groupLabel(value.group), satisfied },
                printed: value.printed ?? value.words,
                ...{ printed_low: value.low, printed_high: value.high },
                filled_in: isLost(given) ? given.value : null,
                interviews: value.interviews ?? 0,
              },
            ];
      }),
    ),
    groups: shown
      .filter(({ value }) => isLost(value))
      .map(({ chart, code, value }) => ({ chart, code, label: groupLabel(value.group) })),
    agree:
      worlds.length === 0
        ? null
        : {
            percentages: Math.min(...worlds.map(({ agree }) => agree.percentages)),
            bases: Math.min(...worlds.map(({ agree }) => agree.bases)),
            sentences: Math.min(...worlds.map(({ agree }) => agree.sentences)),
          },
    disagreement:
      failed === null ? null : (worldDisagreement(text, CES_2023_24.publications) ?? lastOf(failed)),
  };
}

/** The world of each seed, or none where one cannot be made; the rest is not tried then. */
function allOrNone(
  seeds: readonly number[],
  work: (seed: number) => WorldNumbers | NoNumbers,
): { worlds: readonly WorldNumbers[]; failed: NoNumbers | null } {
  const worlds: WorldNumbers[] = [];
  for (const seed of seeds) {
    const made = work(seed);
    if ("disagreeing" in made) return { worlds: [], failed: made };
    worlds.push(made);
  }
  return { worlds, failed: null };
}

/** That no world was found, and what the last one tried did not agree with. */
interface NoNumbers {
  readonly disagreeing: readonly string[];
}

function lastOf({ disagreeing }: NoNumbers): Disagreement {
  return {
    given: `in ${MOST_DRAWS} draws`,
    smallest: false,
    statements: numbersAsStatements(disagreeing),
  };
}

interface WorldNumbers {
  readonly seed: number;
  /** Percent by the id of the published number. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly agree: WorldsAgree;
}

function numbersOf(makeWorld: typeof cesWorld, text: Raw, seed: number): WorldNumbers | NoNumbers {
  try {
    const { beside, sentences } = makeWorld(text, seed, MOST_DRAWS);
    const agreeing = <T extends { readonly verdict: string }>(list: readonly T[]) =>
      list.filter(({ verdict }) => verdict === "agrees").length;
    return {
      seed,
      numbers: new Map(
        beside.values.flatMap(({ value, number }): [string, number][] =>
          value === null || number === null ? [] : [[value.id, number]],
        ),
      ),
      agree: {
        percentages: agreeing(beside.values),
        bases: agreeing(beside.bases),
        sentences: sentences.filter(({ holds }) => holds).length,
      },
    };
  } catch (error) {
    // Printed numbers that were edited may leave no world, or none that is found so soon.
    if (error instanceof NoWorldError) return { disagreeing: error.disagreeing };
    if (error instanceof RangeError) return { disagreeing: [] };
    throw error;
  }
}

const isOwn = (id: string) => CES_2023_24.publications.includes(id.split(".")[0] ?? "");

/** The numbers of the survey, and of other publications those that its sentences compare with, as plain text. */
function whatIsRead(raw: Raw): string {
  const { values, bases, events, phrases } = raw;
  const { conditions } = ledgerOf(raw);
  // The sentences that numbers of the survey decide.
  const decided = [...conditions].filter(([, condition]) => idsIn(condition).some(isOwn));
  const ids = new Set(decided.flatMap(([, condition]) => idsIn(condition)));
  const isRead = ({ id }: { readonly id: string }) => isOwn(id) || ids.has(id);
  const ofValue = ({ id, measure, group, period, status, low, high, unit }: Value) =>
    [id, measure, groupKey(group), period, status, low, high, unit].join(" ");
  const ofBase = ({ id, population, group, period, interviews }: Base) =>
    [id, population, groupKey(group), period, interviews].join(" ");
  return JSON.stringify([
    values.filter(isRead).map(ofValue),
    bases.filter(isRead).map(ofBase),
    events.filter(isRead).map(({ id, date }) => [id, date]),
    phrases.map(({ phrase, usual }) => [phrase, usual]),
    decided.map(([id]) => id),
  ]);
}
