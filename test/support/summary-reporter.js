/** Ends every run with one line alone, such as `312 passed, 0 failed` or `310 passed, 0 failed, 2 skipped`. */
export default class SummaryReporter {
  onRunComplete(_contexts, results) {
    // A suite that does not even load counts as one failure, though none of its tests ran.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const parts = [`${results.numPassedTests} passed`, `${failed} failed`];
    if (skipped > 0) parts.push(`${skipped} skipped`);
    // Jest writes its own summary after the last reporter.
    process.once('exit', () => process.stdout.write(`\n${parts.join(', ')}\n`));
  }
}
