/** What became of a planted fault: a test failed, none did, or the tests could not run with it. */
export type Outcome = "killed" | "survived" | "broken";

/** The part of Vitest's JSON report that tells failed tests from files that could not be loaded. */
export interface TestCounts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

/**
 * The outcome of a run of tests.
 *
 * @param exitCode null where the run was ended because it took too long, which a test would have noticed
 * @param report null where none was written
 */
export function outcomeOf(exitCode: number | null, report: TestCounts | null): Outcome {
  if (exitCode === null) return "killed";
  if (report === null || report.numFailedTests + report.numPassedTests === 0) return "broken";
  if (report.numFailedTests > 0) return "killed";
  return exitCode === 0 ? "survived" : "broken";
}
