import assert from "node:assert/strict";
import test from "node:test";
import { uuidV7 } from "../phone/uuid.ts";
import type { Fix } from "../protocol/event.ts";
import { backoffMs, retryAfterMs } from "./backoff.ts";
import { bestFix, enoughSamples } from "./best_fix.ts";
import { addDays, dayOf, daysBetween, instantOf, sameClock } from "./civil.ts";
import { distanceM } from "./distance.ts";
import { merge } from "./merge.ts";
import { mayBeForgotten, outboxAge } from "./outbox_age.ts";
import { event, MORNING_VISIT, snapshot, TOKO_MAJU } from "./sample.ts";
import { search } from "./search.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function fix(accuracy_m: number): Fix {
  return { lat: -6.2, lon: 106.8, accuracy_m, altitude_m: null, age_ms: 0 };
}

test("the most accurate sample is the fix, and none is none", () => {
  assert.equal(bestFix([fix(40), fix(12), fix(30)])?.accuracy_m, 12);
  assert.equal(bestFix([]), null);
});

test("three good samples are enough, rough ones go on to five", () => {
  assert.equal(enoughSamples([fix(10), fix(10)], 50), false);
  assert.equal(enoughSamples([fix(10), fix(10), fix(10)], 50), true);
  assert.equal(enoughSamples([fix(90), fix(90), fix(90)], 50), false);
  assert.equal(enoughSamples([fix(90), fix(90), fix(90), fix(90), fix(90)], 50), true);
});

test("waiting grows and never exceeds five minutes", () => {
  assert.equal(backoffMs(1, 0), 1_000);
  assert.equal(backoffMs(1, 1), 2_000);
  assert.equal(backoffMs(4, 1), 16_000);
  assert.equal(backoffMs(50, 1), 300_000);
});

test("Retry-After is read as seconds and as a date", () => {
  const now = Date.parse("2026-03-02T01:00:00Z");

  assert.equal(retryAfterMs("30", now), 30_000);
  assert.equal(retryAfterMs("Mon, 02 Mar 2026 01:01:00 GMT", now), 60_000);
  assert.equal(retryAfterMs("soon", now), null);
  assert.equal(retryAfterMs(null, now), null);
});

test("the day is the one on the wall where it happened", () => {
  const instant = Date.parse("2026-03-01T16:30:00Z");

  assert.equal(dayOf(instant, "Asia/Jakarta"), "2026-03-01");
  assert.equal(dayOf(instant, "Asia/Makassar"), "2026-03-02");
  assert.equal(addDays("2026-02-28", 1), "2026-03-01");
  assert.equal(daysBetween("2026-02-28", "2026-03-02"), 2);
  assert.equal(
    instantOf("2026-03-02", 8 * 60, "Asia/Jayapura"),
    Date.parse("2026-03-01T23:00:00Z"),
  );
});

test("Monas to Blok M is about eight kilometres", () => {
  const metres = distanceM({ lat: -6.1754, lon: 106.8272 }, { lat: -6.2443, lon: 106.7997 });

  assert.ok(8_000 < metres && metres < 8_400, String(metres));
});

test("a delta merges by id and forgets what is gone", () => {
  const answer = {
    cursor: "2",
    full: false,
    server_time: "",
    time_token: null,
    person: snapshot().person,
  };

  const merged = merge(snapshot(), {
    ...answer,
    visits: [{ ...MORNING_VISIT, state: "done" }],
    removed: { accounts: ["toko-maju"] },
  });

  assert.equal(merged.visits.length, 1);
  assert.equal(merged.visits[0]?.state, "done");
  assert.equal(merged.accounts.length, 0);
  assert.equal(merged.cursor, "2");
});

test("a null work day in a delta says that there is none; a missing one says nothing", () => {
  const work_day = {
    day: "2026-03-02",
    state: "open" as const,
    opened_at: "2026-03-02T01:00:00Z",
    closed_at: null,
    late_minutes: 0,
    marks: [],
  };
  const answer = {
    cursor: "2",
    full: false,
    server_time: "",
    time_token: null,
    person: snapshot().person,
  };

  assert.equal(merge(snapshot({ work_day }), { ...answer, work_day: null }).work_day, null);
  assert.deepEqual(merge(snapshot({ work_day }), answer).work_day, work_day);
});

test("a visit of long ago leaves the phone", () => {
  const old = { ...MORNING_VISIT, id: "old", day: "2025-12-01", state: "done" as const };
  const answer = {
    cursor: "2",
    full: false,
    server_time: "2026-03-02T01:00:00Z",
    time_token: null,
    person: snapshot().person,
  };

  assert.deepEqual(merge(snapshot({ visits: [old, MORNING_VISIT] }), answer).visits, [
    MORNING_VISIT,
  ]);
});

test("a full answer replaces everything", () => {
  const answer = {
    cursor: "9",
    full: true,
    server_time: "",
    time_token: null,
    person: snapshot().person,
  };

  assert.equal(merge(snapshot(), { ...answer, accounts: [] }).accounts.length, 0);
});

test("a client is found by name, contact, street and number, in any spelling of the number", () => {
  for (const query of ["maju", "RINA", "fatmawati", "0811 234", "+62811234", "toko rina"]) {
    assert.equal(search([TOKO_MAJU], query, null).length, 1, query);
  }
  assert.equal(search([TOKO_MAJU], "toko budi", null).length, 0);
});

test("the nearest client stands first, unknown places last and by name", () => {
  // biome-ignore lint/style/noNonNullAssertion: this client has a place
  const far = { ...TOKO_MAJU, id: "far", name: "A", place: { ...TOKO_MAJU.place!, lat: -6.4 } };
  const b = { ...TOKO_MAJU, id: "b", name: "B", place: null };
  const c = { ...TOKO_MAJU, id: "c", name: "C", place: null };

  const found = search([c, b, far, TOKO_MAJU], "", { lat: -6.2, lon: 106.8 });

  assert.deepEqual(
    found.map(({ account }) => account.id),
    ["toko-maju", "far", "b", "c"],
  );
});

test("an outbox is old after a day", () => {
  const unsent = event("clock_in", {}, "2026-03-02T01:00:00Z");

  assert.deepEqual(outboxAge([unsent], unsent.saved_at + HOUR), {
    count: 1,
    since: unsent.saved_at,
    old: false,
  });
  assert.equal(outboxAge([unsent], unsent.saved_at + DAY + 1).old, true);
  assert.equal(outboxAge([{ ...unsent, standing: "sent" }], unsent.saved_at).count, 0);
});

test("a receipt stays fourteen days, and what was not sent stays for good", () => {
  const sent = event("clock_in", {}, "2026-03-02T01:00:00Z", "sent", {
    absorbed: true,
    settled_at: 0,
  });

  assert.equal(mayBeForgotten(sent, 14 * DAY), false);
  assert.equal(mayBeForgotten(sent, 14 * DAY + 1), true);
  assert.equal(mayBeForgotten({ ...sent, standing: "waiting" }, 100 * DAY), false);
});

test("an id carries its version, its variant and its millisecond", () => {
  const id = uuidV7(Date.parse("2026-03-02T01:00:00Z"));

  assert.ok(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id), id);
  assert.equal(
    parseInt(id.replaceAll("-", "").slice(0, 12), 16),
    Date.parse("2026-03-02T01:00:00Z"),
  );
});

test("two zones with one clock are one, and Makassar is an hour ahead", () => {
  const now = Date.parse("2026-03-02T16:30:00Z");

  assert.equal(sameClock(now, "Asia/Jakarta", "Asia/Bangkok"), true);
  assert.equal(sameClock(now, "Asia/Jakarta", "Asia/Makassar"), false);
});
