/**
 * Sums vitest's JSON report. A file that could not even be loaded, a test that was left out, no test at all, and an
 * end with an error that no test shows each count as one failure.
 */
export const sumTests = (read, exitCode) => {
  let report;
  try {
    report = read();
  } catch {
    return { passed: 0, failed: 1, notes: ["the tests ended without a report"] };
  }
  const notes = [];
  for (const file of report.testResults)
    if (file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"))
      notes.push(`${file.name} could not be run`);
  const leftOut = report.numPendingTests + (report.numTodoTests ?? 0);
  if (leftOut > 0) notes.push(`${leftOut} tests were left out`);
  if (report.numTotalTests === 0) notes.push("no test ran");
  const failed = report.numFailedTests + notes.length;
  if (exitCode !== 0 && failed === 0) notes.push("the test runner ended with an error outside the tests");
  return { passed: report.numPassedTests, failed: report.numFailedTests + notes.length, notes };
};
