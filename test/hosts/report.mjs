/**
 * Picks the report of a test suite out of all that an editor says while it runs. The rest is kept, and shown only when
 * the suite did not pass: then it may hold the reason.
 */
const MARK = "tests| ";

/** What a healthy host says on every start. Parts that need a compiler are left out on purpose, and are missed aloud. */
const EXPECTED =
  /spdlog|watchdog|bindings file|Require stack|serviceWorker|extensionHostProcess|^\s+(at|→) |^Ignoring |socket|connection token|^\[\w+\]|package\.nls\.json/;

export class Report {
  #rest = [];
  #unfinished = "";

  /** Takes output as it comes, in pieces that may end within a line. Fits where a writable stream is asked for. */
  write = (chunk) => {
    const lines = (this.#unfinished + chunk).split("\n");
    this.#unfinished = lines.pop();
    lines.forEach(this.#take);
  };

  showRest() {
    this.#take(this.#unfinished);
    const worthReading = this.#rest.filter((line) => line.trim() && !EXPECTED.test(line));
    if (worthReading.length) console.error(["What the editor said besides:", ...worthReading.slice(-60)].join("\n  "));
  }

  #take = (line) => {
    const at = line.indexOf(MARK);
    if (at < 0) this.#rest.push(line);
    else console.log(line.slice(at + MARK.length));
  };
}
