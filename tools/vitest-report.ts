/** The fields used of Vitest's JSON report. */
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
 * Counts of a Vitest run. Failures outside tests count too: a file or hook that throws, and an exit code that no
 * failed test explains (an unhandled error, no report).
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
