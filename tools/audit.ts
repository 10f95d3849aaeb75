import { Command } from "commander";
import { type Audit, audit, OUTCOMES } from "../data-loaders/audit/index.js";
import { LOCK_FILE, lockText } from "../data-loaders/audit/lock.js";
import { VERDICTS } from "../src/claims/index.js";
import { formatNumber } from "../src/model/format.js";
import { aligned } from "./aligned.js";
import { claimSteps } from "./audit/claim-steps.js";
import { type LockReport, lockNow, lockReport } from "./audit/lock-report.js";
import { endQuietlyOnClosedPipe, readOrFail } from "./command.js";
import { writeWhole } from "./site/files.js";

const program = new Command("audit")
  .description("Checks the printed numbers against each other and says what was checked and how.")
  .option("--json", "one JSON object with values, checks, claims and summary")
  .option("--accept", "makes the results and verdicts of now the locked ones")
  .option("--lock <file>", "the file of locked results", LOCK_FILE)
  .option("--claim <id>", "one claim with its calculation, step by step")
  .option("--raw <folder>", "the folder of raw files", "data-loaders/raw")
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

endQuietlyOnClosedPipe();

const options = program
  .parse()
  .opts<{ json?: true; claim?: string; accept?: true; lock: string; raw: string }>();
const raw = readOrFail(options.raw);
if (raw !== null && options.claim !== undefined) {
  const shown = claimSteps(raw, options.claim);
  if (shown === null) {
    process.stderr.write(`there is no claim ${JSON.stringify(options.claim)}; the ids are in claims.csv\n`);
    process.exitCode = 2;
  } else process.stdout.write(`${shown}\n`);
} else if (raw !== null) {
  const found = audit(raw);
  const now = lockNow(raw, options.raw, found);
  if (options.accept && typeof now !== "string") writeWhole(options.lock, lockText(now));
  const lock = await lockReport(now, options.lock, found);
  const drifted = lock.belongs && lock.differences.length > 0;
  if (found.summary.checks.failed > 0 || drifted || lock.unable !== null) process.exitCode = 1;
  process.stdout.write(`${options.json ? json(found, lock) : text(found, lock)}\n`);
}

function json({ values, checks, claims, summary }: Audit, lock: LockReport): string {
  return JSON.stringify(
    {
      values,
      checks: checks.map(({ id, kind, status, because }) => ({ id, kind, status, because })),
      claims,
      summary,
      lock,
    },
    null,
    2,
  );
}

function text({ values, checks, claims, summary }: Audit, lock: LockReport): string {
  const taking = new Set(checks.flatMap(({ inputs }) => inputs));
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
    "Claims by verdict, and sentences",
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
    ...aligned(
      claims
        .filter(({ verdict }) => verdict === "contradicted" || verdict === "consistent")
        .map(({ id, verdict, because }) => [verdict, id, because]),
    ),
    "",
    ...locked(lock),
    "",
    `${formatNumber(claims.length)} claims; ${formatNumber(checks.length)} checks: ${outcomes}`,
  ].join("\n");
}

function locked({ belongs, differences, unable }: LockReport): string[] {
  if (unable !== null) return [`No results come out of these raw files: ${unable}`];
  if (differences.length === 0) return ["Results and verdicts are as locked."];
  return [
    belongs
      ? "Results or verdicts are not as locked (npm run audit -- --accept makes them so):"
      : "The raw files are not those of the lock. What follows from them and differs:",
    "",
    ...differences.flatMap(({ id, was, is, pages, claims }) => [
      `${id}: ${was}; now ${is}`,
      ...(pages.length === 0 ? [] : [`  pages: ${pages.join(", ")}`]),
      ...(claims.length === 0 ? [] : [`  claims: ${claims.join(", ")}`]),
    ]),
  ];
}
