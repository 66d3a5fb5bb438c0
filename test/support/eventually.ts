const PATIENCE_MS = 15_000;

type Awaitable<T> = T | Promise<T>;

/** Asks again and again until there is an answer. What never comes is an error, so that no test goes on in the dark. */
export async function eventually<T>(ask: () => Awaitable<T | undefined | false>): Promise<T> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 10) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`What was waited for did not come: ${ask}`);
}
