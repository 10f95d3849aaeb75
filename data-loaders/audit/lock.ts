import { readFileSync } from "node:fs";
import type { Judgement } from "../../src/claims/index.js";
import type { Result } from "../../src/model/result.js";

/** A locked result: its numbers to nine digits, and its inputs. */
export interface LockedResult {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly ranges?: readonly (readonly [number, number])[];
  readonly inputs: readonly string[];
  /** How pages cite it. The preview uses it until numbers are made; differences here are no drift. */
  readonly cited?: Pick<Result, "kind" | "label" | "format" | "variant" | "nothingFits">;
}

/** Every named result and verdict of the committed raw files. */
export interface Lock {
  /** Hash of the raw files that the lock was made from. */
  readonly data: string;
  readonly results: Readonly<Record<string, LockedResult>>;
  /** The verdict on each claim, under the default assumptions. */
  readonly claims: Readonly<Record<string, string>>;
}

/** A result or claim that differs from the lock. */
export interface Drift {
  readonly id: string;
  /** Whether it is the verdict on a claim, and not a result. */
  readonly isVerdict: boolean;
  readonly was: string;
  readonly is: string;
}

/** Path of the lock, relative to the project's root. */
export const LOCK_FILE = "results.lock.json";

/** @param data the hash of the raw files */
export function lockOf(
  data: string,
  results: readonly Result[],
  judgements: readonly Pick<Judgement, "id" | "verdict">[],
): Lock {
  const byId = <T>(entries: readonly (readonly [string, T])[]): Record<string, T> =>
    Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    data,
    // Results from a build's interviews do not belong to the texts.
    results: byId(
      results.flatMap((result) =>
        result.madeBy === "tables.interviewResults" ? [] : [[result.id, locked(result)] as const],
      ),
    ),
    claims: byId(judgements.map(({ id, verdict }) => [id, verdict])),
  };
}

function locked(result: Result): LockedResult {
  const { value, low, high, ranges, inputs, kind, label, format, variant, nothingFits } = result;
  return {
    value: rounded(value),
    low: rounded(low),
    high: rounded(high),
    ...(ranges === undefined
      ? {}
      : { ranges: ranges.map(([from, to]) => [rounded(from) as number, rounded(to) as number] as const) }),
    inputs,
    cited: {
      kind,
      label,
      format,
      ...(variant === undefined ? {} : { variant }),
      ...(nothingFits === undefined ? {} : { nothingFits }),
    },
  };
}

/** Rounds to nine digits: more than any number shows, fewer than machines differ in. */
function rounded(x: number | null): number | null {
  return x === null ? null : Number(x.toPrecision(9));
}

/** The lock as text, one result per line, for readable diffs. */
export function lockText({ data, results, claims }: Lock): string {
  const lines = (entries: Readonly<Record<string, unknown>>) =>
    Object.entries(entries)
      .map(([id, entry]) => `    ${JSON.stringify(id)}: ${JSON.stringify(entry)}`)
      .join(",\n");
  return `{\n  "data": ${JSON.stringify(data)},\n  "results": {\n${lines(results)}\n  },\n  "claims": {\n${lines(claims)}\n  }\n}\n`;
}

/** @throws Error where the file is absent or no JSON */
export function readLock(path = LOCK_FILE): Lock {
  return JSON.parse(readFileSync(path, "utf8")) as Lock;
}

/** Differences between two locks: results by number and inputs, claims by verdict; the data hash is ignored. */
export function driftOf(was: Lock, is: Lock): Drift[] {
  const numbersOf = <T>(entry: T) =>
    JSON.stringify(typeof entry === "object" ? { ...entry, cited: undefined } : entry);
  const compare = <T>(
    before: Readonly<Record<string, T>>,
    after: Readonly<Record<string, T>>,
    say: (entry: T, other: T | undefined) => string,
    isVerdict: boolean,
  ): Drift[] =>
    [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((id): Drift[] => {
      const [old, now] = [before[id], after[id]];
      const from = old === undefined ? ABSENT : say(old, now);
      const to = now === undefined ? ABSENT : say(now, old);
      if (old !== undefined && now !== undefined && numbersOf(old) === numbersOf(now)) return [];
      return [{ id, isVerdict, was: from, is: to }];
    });
  return [
    ...compare(was.results, is.results, resultText, false),
    ...compare(was.claims, is.claims, (verdict) => verdict, true),
  ];
}

/** Text of a result without value or range. */
export const BLANK = "blank";

/** What is said of a result that is not there. */
export const ABSENT = "absent";

/** The number of a result, with its inputs where those differ from the other's. */
function resultText({ value, low, high, ranges, inputs }: LockedResult, other?: LockedResult): string {
  const range = ranges?.map((r) => r.join(" to ")).join(" or ") ?? (low === high ? "" : `${low} to ${high}`);
  const numbers = value === null ? range || BLANK : range === "" ? `${value}` : `${value} (${range})`;
  return other === undefined || JSON.stringify(inputs) === JSON.stringify(other.inputs)
    ? numbers
    : `${numbers} from ${inputs.length === 0 ? "the tables" : inputs.join(", ")}`;
}
