/// <reference types="mocha" />
import "mocha/mocha";

/** Marks each line of the report, so that it can be told from all that an editor says while it runs. */
const MARK = "tests| ";

/**
 * Runs the suites that `load` declares and rejects when a test failed, or when there was none to run: the editor turns
 * that into its exit code.
 */
export function runSuites(load: () => void, grep: string): Promise<void> {
  mocha.setup({ ui: "tdd", reporter: "spec", timeout: 60_000, grep, forbidOnly: true, forbidPending: true });
  Mocha.reporters.Base.consoleLog = (format = "", ...values) => report(format, values);
  load();
  return new Promise((resolve, reject) => {
    // The method of the class, because mocha's own object looks for a page's address, which Node has none of.
    const runner = Mocha.prototype.run.call(mocha, (failures) => {
      const count = runner.stats?.tests ?? 0;
      if (failures || count === 0) reject(new Error(`${failures} of ${count} tests found something wrong.`));
      else resolve();
    });
  });
}

function report(format: unknown, values: unknown[]): void {
  const text = String(format).replace(/%[sd]/g, () => String(values.shift()));
  for (const line of text.split("\n")) console.log(MARK + line);
}
