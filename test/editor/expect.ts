/** The few assertions that the suites need; the browser has no `node:assert`. */

class ExpectationFailed extends Error {
  constructor(
    message: string,
    readonly actual: unknown,
    readonly expected: unknown,
  ) {
    super(message);
  }
  /** Asks mocha to print the difference. */
  readonly showDiff = true;
}

export function equal(actual: unknown, expected: unknown, message = "The two are not the same."): void {
  const [a, b] = [actual, expected].map((value) => JSON.stringify(value));
  if (a !== b) throw new ExpectationFailed(message, actual, expected);
}

export function matches(actual: string, pattern: RegExp): void {
  if (!pattern.test(actual)) throw new ExpectationFailed(`${pattern} is not to be found.`, actual, String(pattern));
}
