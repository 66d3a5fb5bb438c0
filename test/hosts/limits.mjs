/** Someone asked this process to stop. */
export class Stopped extends Error {
  constructor(signal) {
    super(`Stopped by ${signal}.`);
  }
}

/**
 * Awaits `work`, unless it takes too long or someone asks this process to stop. Either becomes an ordinary error, so that
 * every `finally` on the way out is walked: no server, browser or temporary folder is left behind.
 */
export async function withinLimits(work, seconds, what) {
  const undo = [];
  const limits = new Promise((_, reject) => {
    const timer = setTimeout(() => reject(new Error(`${what} had not ended after ${seconds} s.`)), seconds * 1000);
    undo.push(() => clearTimeout(timer));
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
      const stop = () => reject(new Stopped(signal));
      process.on(signal, stop);
      undo.push(() => process.off(signal, stop));
    }
  });
  try {
    return await Promise.race([work, limits]);
  } finally {
    for (const step of undo) step();
  }
}
