/** What is read of the report that Vitest's json reporter writes. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

export interface Counts {
  passed: number;
  failed: number;
}

/**
 * Counts of a Vitest run. What fails outside of a test is a failure too: a file that does not load or whose hook
 * throws, and an exit code other than 0 that no test explains (an unhandled error, no report).
 */
export function countVitest(report: VitestReport | null, exitCode: number | null): Counts {
  const files = report?.testResults ?? [];
  const failedFiles = files.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
  const passed = report?.numPassedTests ?? 0;
  const failed = (report?.numFailedTests ?? 0) + failedFiles;
  const unexplained = failed === 0 && (report === null || exitCode !== 0);
  return { passed, failed: unexplained ? 1 : failed };
}
