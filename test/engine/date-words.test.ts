import assert from "node:assert/strict";
import { daysIn, weekdayOf } from "../../server/src/engine/plan/date-words";

suite("The calendar's own reckoning", () => {
  test("agrees with the machine's on every first and last of a month for four centuries", () => {
    for (let year = 1900; year < 2301; year++) {
      for (let month = 1; month <= 12; month++) {
        const last = new Date(Date.UTC(year, month, 0));
        assert.equal(daysIn(month, year), last.getUTCDate());
        assert.equal(weekdayOf(year, month, daysIn(month, year)), last.getUTCDay());
        assert.equal(weekdayOf(year, month, 1), new Date(Date.UTC(year, month - 1, 1)).getUTCDay());
      }
    }
  });
});
