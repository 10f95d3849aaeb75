/** Outcome of a fault: a test failed, none did, or the tests could not run. */
export type Outcome = "killed" | "survived" | "broken";

/** The fields of Vitest's JSON report that distinguish failed tests from files that could not be loaded. */
export interface TestCounts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

/**
 * The outcome of a test run.
 *
 * @param exitCode null after a timeout, which counts as detected
 * @param report null if none was written
 */
export function outcomeOf(exitCode: number | null, report: TestCounts | null): Outcome {
  if (exitCode === null) return "killed";
  if (report === null || report.numFailedTests + report.numPassedTests === 0) return "broken";
  if (report.numFailedTests > 0) return "killed";
  return exitCode === 0 ? "survived" : "broken";
}
