import { expect, test } from "vitest";
import { countVitest, type VitestReport } from "../../../tools/steps.js";

/** A report of files, each given by the states of its file and its tests. */
function report(...files: [status: string, ...tests: string[]][]): VitestReport {
  const all = files.flatMap(([, ...tests]) => tests);
  return {
    numPassedTests: all.filter((test) => test === "passed").length,
    numFailedTests: all.filter((test) => test === "failed").length,
    testResults: files.map(([status, ...tests]) => ({
      status,
      assertionResults: tests.map((test) => ({ status: test })),
    })),
  };
}

test("passed and failed tests are counted, skipped ones are not", () => {
  const counted = countVitest(report(["passed", "passed", "skipped"], ["failed", "passed", "failed"]), 1);
  expect(counted).toEqual({ passed: 2, failed: 1 });
});

test("a failed file without a failed test counts as one failure", () => {
  const counted = countVitest(report(["failed"], ["failed", "skipped"], ["passed", "passed"]), 1);
  expect(counted).toEqual({ passed: 1, failed: 2 });
});

test("an exit code that no test explains is one failure", () => {
  expect(countVitest(report(["passed", "passed"]), 1)).toEqual({ passed: 1, failed: 1 });
  expect(countVitest(report(["passed", "passed"]), null)).toEqual({ passed: 1, failed: 1 });
});

test("a run without a report is a failure, whatever its exit code", () => {
  expect(countVitest(null, 0)).toEqual({ passed: 0, failed: 1 });
});
