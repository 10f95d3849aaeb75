import { idsIn } from "../../../src/claims/index.js";
import type { WorldRow } from "../../../src/methods/simulated-interviews/schema.js";
import type { LostGroup, WorldsAgree } from "../../../src/methods/simulated-interviews/world-results.js";
import { type Disagreement, numbersAsStatements } from "../../../src/model/conflict.js";
import { type Dimension, groupKey, groupLabel } from "../../../src/model/dimensions.js";
import { memoize } from "../../../src/model/memoize.js";
import { type Base, isHeld, type Value } from "../../../src/model/value.js";
import { CES_2023_24 } from "../../codebooks/ces-2023-24.js";
import { ledgerOf } from "../../ledger/ledger.js";
import type { Raw } from "../../read/index.js";
import { watermark } from "../watermark.js";
import { cesWorld } from "./ces/index.js";
import { worldDisagreement } from "./disagreement.js";
import { NoWorldError } from "./find-world.js";

/** Several worlds: a single one would look like the survey. */
export const WORLD_SEEDS = [1, 2, 3] as const;

/** Maximum attempts per seed: an edit without a consistent world must not delay the build. */
const MAX_DRAWS = 5;

const CHARTS = ["age", "ethnicity"] as const satisfies readonly Dimension[];

interface WorldExample {
  /** Rows by group and world; empty unless every world was found. */
  readonly rows: readonly WorldRow[];
  readonly groups: readonly LostGroup[];
  /** Null where not every world was found. */
  readonly agree: WorldsAgree | null;
  /** Why not every world was found; null where all were. */
  readonly disagreement: Disagreement | null;
}

/**
 * Satisfaction by age and ethnicity in three compatible worlds of the Customer Experience Survey, the same as `npm
 * run simulate` makes. They match the text; filled-in numbers are shown beside them.
 */
export const worldExample = worldExampleBy(cesWorld);

/** Like `worldExample`, with another way to make a world. Worlds are cached by what they depend on. */
export function worldExampleBy(makeWorld: typeof cesWorld): (raw: Raw) => WorldExample {
  const worldOf = memoize(
    (text: Raw, seed: number, _read: string) => numbersOf(makeWorld, text, seed),
    // Keeps the worlds of several edits.
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

/** The world of each seed, or none if one fails, without trying the rest. */
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

/** No world was found; with the disagreements of the last attempt. */
interface NoNumbers {
  readonly disagreeing: readonly string[];
}

function lastOf({ disagreeing }: NoNumbers): Disagreement {
  return {
    given: `in ${MAX_DRAWS} draws`,
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
    const { beside, sentences } = makeWorld(text, seed, MAX_DRAWS);
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
    // Edited numbers may allow no world, or none within the attempts.
    if (error instanceof NoWorldError) return { disagreeing: error.disagreeing };
    if (error instanceof RangeError) return { disagreeing: [] };
    throw error;
  }
}

const isOwn = (id: string) => CES_2023_24.publications.includes(id.split(".")[0] ?? "");

/** The cache key: the numbers of the survey, and those of other publications that its sentences compare with. */
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

/** Whether a number is only in a chart or table, even if it was filled in. */
export const isLost = ({ status }: Pick<Value, "status">): boolean =>
  status === "plotted" || status === "tabled";

/** The raw rows without numbers that were filled in. */
export function textOnly(raw: Raw): Raw {
  const isFilledIn = (value: Value) => isLost(value) && isHeld(value);
  if (!raw.values.some(isFilledIn)) return raw;
  const values = raw.values.map((value): Value => {
    if (!isFilledIn(value)) return value;
    const { fromInterviews: _, ...rest } = value;
    return { ...rest, printed: null, value: null, low: null, high: null };
  });
  return { ...raw, values };
}
