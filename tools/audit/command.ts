import { Command } from "commander";
import { type Audit, audit, OUTCOMES } from "../../data-loaders/audit/index.js";
import { ABSENT, BLANK, LOCK_FILE, lockText } from "../../data-loaders/audit/lock.js";
import type { Stopped } from "../../data-loaders/tables/index.js";
import { DISPUTED } from "../../src/analysis/review/rows.js";
import { CONCERN_LABELS, VERDICTS, WEIGHTS } from "../../src/claims/index.js";
import { formatNumber } from "../../src/model/format.js";
import { aligned } from "../aligned.js";
import { type CommandFunction, readFolder, runProgram, UsageError } from "../command.js";
import { writeWhole } from "../site/files.js";
import { claimSteps } from "./claim-steps.js";
import { type LockReport, lockNow, lockReport } from "./lock-report.js";
import { stoppedLines } from "./stopped.js";

const program = () =>
  new Command("audit")
    .description("Checks the printed numbers against each other and says what was checked and how.")
    .option("--json", "one JSON object with values, checks, claims, summary, lock and conflicts")
    .option("--accept", "makes the results and verdicts of now the locked ones")
    .option("--lock <file>", "the file of locked results", LOCK_FILE)
    .option("--claim <id>", "one claim with its calculation, step by step")
    .option("--raw <folder>", "the folder of raw files", "data-loaders/raw")
    .addHelpText(
      "after",
      `
Exit codes:
  0  every check passes, and every result and verdict is as locked
  1  the raw files are not those of the lock, a result or verdict moved, a check fails, or numbers conflict
  2  a raw file or an option has an error; nothing was checked`,
    );

interface AuditOptions {
  readonly json?: true;
  readonly claim?: string;
  readonly accept?: true;
  readonly lock: string;
  readonly raw: string;
}

/** `npm run audit`. */
export const auditCommand: CommandFunction = (args, streams) =>
  runProgram<AuditOptions>(program(), args, streams, async (options) => {
    const raw = readFolder(options.raw);
    if (options.claim !== undefined) {
      const shown = claimSteps(raw, options.claim);
      if (shown === null)
        throw new UsageError([
          `there is no claim ${JSON.stringify(options.claim)}; the ids are in claims.csv`,
        ]);
      streams.out(`${shown}\n`);
      return 0;
    }
    const found = audit(raw);
    const now = lockNow(raw, options.raw, found);
    const stopped = typeof now === "string" ? [] : now.stopped;
    const conflicts = stopped.filter(({ conflict }) => conflict.smallest);
    if (options.accept && conflicts.length > 0)
      streams.err("Nothing was locked: numbers conflict, so that results are blank.\n");
    else if (options.accept && typeof now !== "string") writeWhole(options.lock, lockText(now.lock));
    const lock = await lockReport(now, options.lock, found);
    streams.out(`${options.json ? json(found, lock, stopped) : text(found, lock, stopped)}\n`);
    return exitCodeOf({ failed: found.summary.checks.failed, lock, conflicts: conflicts.length });
  });

function json(
  { values, checks, claims, summary }: Audit,
  lock: LockReport,
  conflicts: readonly Stopped[],
): string {
  return JSON.stringify(
    {
      values,
      checks: checks.map(({ id, kind, status, because }) => ({ id, kind, status, because })),
      claims,
      summary,
      lock,
      conflicts,
    },
    null,
    2,
  );
}

function text(
  { values, checks, claims, summary }: Audit,
  lock: LockReport,
  stopped: readonly Stopped[],
): string {
  const taking = new Set(checks.flatMap(({ inputs }) => inputs));
  const again = claims.filter(({ restates }) => restates !== null).length;
  const outcomes = OUTCOMES.map((outcome) => `${formatNumber(summary.checks[outcome])} ${outcome}`).join(
    ", ",
  );
  return [
    "Checks",
    "",
    ...aligned(checks.map(({ id, kind, status, because }) => [status, kind, id, because])),
    "",
    "Numbers that take part in a check",
    "",
    ...aligned([
      ["id", "printed", "interval", "interviews"],
      ...values
        .filter(({ id }) => taking.has(id))
        .map(({ id, printed, low, high, base }) => [
          id,
          printed ?? "not in the text we hold",
          low === null || high === null || low === high ? "" : `${low} to ${high}`,
          base === null ? "" : formatNumber(base),
        ]),
    ]),
    "",
    ...aligned(
      Object.entries(summary.publications).map(([id, { values: numbers, bases }]) => [
        id,
        `${formatNumber(numbers.held)} numbers held, ${formatNumber(numbers.notHeld)} not in the text we hold;`,
        `${formatNumber(bases.held)} sample sizes held, ${formatNumber(bases.notHeld)} not in the text we hold`,
      ]),
    ),
    "",
    "Claims by verdict, those that say another again left out, and sentences",
    "",
    ...aligned([
      ["publication", ...VERDICTS, "covered", "left out"],
      ...Object.entries(summary.publications).map(([id, { verdicts, sentences }]) => [
        id,
        ...VERDICTS.map((verdict) => formatNumber(verdicts[verdict])),
        formatNumber(sentences.covered),
        formatNumber(sentences.leftOut),
      ]),
    ]),
    "",
    "Claims that somebody could dispute, those on which a conclusion rests first",
    "",
    ...aligned(
      WEIGHTS.flatMap((weight) =>
        claims
          .filter((claim) => claim.weight === weight && DISPUTED.includes(claim.verdict))
          .map(({ id, verdict, concern, because }) => [
            verdict,
            weight,
            CONCERN_LABELS[concern],
            id,
            because,
          ]),
      ),
    ),
    "",
    ...locked(lock),
    "",
    ...(stopped.length === 0 ? [] : ["Numbers that conflict", "", ...stoppedLines(stopped), ""]),
    `${formatNumber(claims.length)} claims, ${formatNumber(again)} of which say another again; ${formatNumber(checks.length)} checks: ${outcomes}`,
  ].join("\n");
}

function locked({ belongs, differences, unable }: LockReport): string[] {
  if (unable !== null) return [`No results come out of these raw files: ${unable}`];
  if (differences.length === 0)
    return [
      belongs
        ? "Results and verdicts are as locked."
        : "The raw files are not those of the lock; no result and no verdict moved (npm run audit -- --accept locks them).",
    ];
  const verdicts = differences.filter(({ isVerdict }) => isVerdict).length;
  const results = differences.length - verdicts;
  const blank = differences.filter(({ is }) => is === BLANK).length;
  const added = differences.filter(({ isVerdict, was }) => !isVerdict && was === ABSENT).length;
  const notes = [
    ...(added === 0 ? [] : [`${formatNumber(added)} of them new`]),
    ...(blank === 0 ? [] : [`${formatNumber(blank)} of them now blank`]),
  ].join(", ");
  const touched = [...new Set(differences.flatMap(({ claims }) => claims))];
  const moved = [
    ...(results === 0 ? [] : [`${counted(results, "result")}${notes === "" ? "" : ` (${notes})`}`]),
    ...(verdicts === 0 ? [] : [counted(verdicts, "verdict")]),
  ].join(" and ");
  return [
    belongs
      ? `The raw files are those of the lock, and ${moved} moved (npm run audit -- --accept locks them):`
      : `The raw files are not those of the lock, and ${moved} moved (npm run audit -- --accept locks them):`,
    "",
    ...differences.flatMap(({ id, was, is, pages }) => [
      `${id}: was ${was}; is ${is}`,
      ...(pages.length === 0 ? [] : [`  pages: ${pages.join(", ")}`]),
    ]),
    ...(touched.length === 0
      ? []
      : ["", `${counted(touched.length, "claim")} that use numbers behind these: ${touched.join(", ")}`]),
  ];
}

function counted(count: number, what: string): string {
  return `${formatNumber(count)} ${what}${count === 1 ? "" : "s"}`;
}

/** The outcomes that determine the exit code. */
interface Outcome {
  /** Failed checks of printed numbers. */
  readonly failed: number;
  readonly lock: Pick<LockReport, "belongs" | "unable"> & { readonly differences: readonly unknown[] };
  /** Sets of numbers that cannot all be true. */
  readonly conflicts: number;
}

/** 0 where every check passes, everything is as locked and no numbers conflict; otherwise 1. */
export function exitCodeOf({ failed, lock, conflicts }: Outcome): 0 | 1 {
  const asLocked = lock.unable === null && lock.belongs && lock.differences.length === 0;
  return asLocked && failed === 0 && conflicts === 0 ? 0 : 1;
}
