import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError, Option } from "commander";
import { measureCommand, measureEnumerations } from "./bench/bounds.js";
import { measureJudging, measurePanel } from "./bench/claims.js";
import { measureControls } from "./bench/controls.js";
import { benchData, writeBenchData } from "./bench/data.js";
import { measureEngine } from "./bench/engine.js";
import { measureInBrowser } from "./bench/in-browser.js";
import { measureReading } from "./bench/interviews.js";
import type { Measured } from "./bench/measure.js";
import { cubeOf, LEVEL, measureOurs } from "./bench/ours.js";
import { plan, type Timing } from "./bench/plan.js";
import { measurePublishing } from "./bench/publishing.js";
import { measureR, type RSide } from "./bench/r-side.js";
import { APART, CLAIMED, measureSurveys } from "./bench/surveys.js";
import { AGREEMENT, benchRows, disagreements, linearity } from "./bench/table.js";
import { ensureBrowser } from "./browser.js";
import { endQuietlyOnClosedPipe } from "./command.js";
import { hasR } from "./run-r.js";

const program = new Command("bench")
  .description(
    "Times the statistics against R's survey on the same samples, and checks that both give the same numbers; the bounds: the command, counts of charts, and the controls of the findings in the built site; the judging of claims, in Node and in the built page; the engine: interviews in a Parquet file to their cubes; files of interviews read, checked and published; and how often intervals hold the truth of made-up populations, over surveys drawn from a seed. Prints JSON; times are in milliseconds.",
  )
  .addOption(
    new Option("--rows <most>", "leave out samples of more rows; the engine takes ten times as many")
      .argParser(wholeNumber)
      .default(1_000_000),
  )
  .addOption(
    new Option("--part <part>", "one part alone").choices([
      "statistics",
      "bounds",
      "claims",
      "engine",
      "interviews",
      "surveys",
    ]),
  )
  .addOption(new Option("--quick", "without the samples of a million rows").implies({ rows: 100_000 }))
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

endQuietlyOnClosedPipe();

type Part = "statistics" | "bounds" | "claims" | "engine" | "interviews" | "surveys";
const options = program.parse().opts<{ rows: number; part?: Part }>();
const wants = (part: Part) => options.part === undefined || options.part === part;
const timings = wants("statistics") ? plan(options.rows) : [];
const NOT_BUILT = "dist is missing: build the site first";
/** Interviews for the engine: ten times as many as the largest sample, by default. */
const ENGINE_ROWS = 10_000_000;
/** Interviews of a file to check, and of a survey to publish. */
const FILE_ROWS = 20_000;
const SURVEY_ROWS = 2_280;
const DIST = fileURLToPath(new URL("../dist", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "bench-"));
try {
  const before = loadavg();
  const withR = timings.length > 0 && hasR();
  const ours: Measured[] = [];
  for (const rows of samples(timings)) {
    const data = benchData(rows);
    if (withR) writeBenchData(folder, data);
    for (const timing of timings.filter((each) => each.rows === rows)) {
      console.error(`ours: ${timing.task}, ${rows.toLocaleString("en-GB")} rows`);
      ours.push(
        timing.task === "cube-browser"
          ? await measureInBrowser(timing, cubeOf(data), { level: LEVEL, executablePath: ensureBrowser() })
          : measureOurs(timing, data),
      );
    }
  }
  const r: RSide | null = withR
    ? measureR(
        folder,
        timings.filter(({ inR }) => inR),
      )
    : null;
  const rows = benchRows(timings, ours, r?.measured ?? null);
  const surveys = wants("surveys") ? measureSurveys() : [];
  const table = {
    machine: {
      node: process.version,
      r: r?.version ?? null,
      cpus: cpus().map(({ model }) => model),
      loadBefore: before,
      loadAfter: loadavg(),
    },
    ...(withR || timings.length === 0
      ? {}
      : { note: "Rscript is not on this machine: times and agreement of R are left out" }),
    rows,
    linearity: linearity(rows),
    ...(wants("bounds") ? { bounds: await measureBounds() } : {}),
    ...(wants("claims") ? { claims: await measureClaims() } : {}),
    ...(wants("engine") ? { engine: await measureEngine(Math.min(ENGINE_ROWS, 10 * options.rows), 3) } : {}),
    ...(wants("interviews") ? { interviews: await measureInterviews() } : {}),
    ...(surveys.length > 0 ? { surveys } : {}),
  };
  process.stdout.write(`${JSON.stringify(table, null, 2)}\n`);
  for (const { what, rows: n, agree } of disagreements(rows)) {
    console.error(`${what}, ${n} rows: both sides are ${agree} apart, more than ${AGREEMENT}`);
    process.exitCode = 1;
  }
  for (const { what, coverage, kept } of surveys) {
    if (kept !== false) continue;
    console.error(`${what}: the interval holds the truth in ${coverage}%, not in ${CLAIMED} ± ${APART}%`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** Times reading and publishing files of interviews. */
async function measureInterviews() {
  console.error("interviews: read, checked, cubed and published");
  return [
    ...(await measureReading(Math.min(FILE_ROWS, options.rows), 5)),
    ...(await measurePublishing(Math.min(SURVEY_ROWS, options.rows), 5, 200)),
  ];
}

/** Times judging claims; the panel of assumptions only if the site is built. */
async function measureClaims() {
  console.error("claims: the judge, the panel of assumptions");
  return {
    judging: measureJudging(),
    panel: existsSync(DIST) ? await measurePanel(DIST, ensureBrowser()) : NOT_BUILT,
  };
}

/** Times the bounds; controls only if the site is built. */
async function measureBounds() {
  console.error("bounds: the command, charts, the controls of the findings");
  return {
    command: measureCommand(3),
    charts: measureEnumerations(),
    controls: existsSync(DIST) ? await measureControls(DIST, ensureBrowser()) : NOT_BUILT,
  };
}

function samples(of: readonly Timing[]): number[] {
  return [...new Set(of.map(({ rows }) => rows))];
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value)) throw new InvalidArgumentError("expected a whole number");
  return value;
}
