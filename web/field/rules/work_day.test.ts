import assert from "node:assert/strict";
import test from "node:test";

import type { Shift } from "../protocol/snapshot.ts";
import { type ShownWorkDay, workState } from "./work_day.ts";

const JAKARTA = "Asia/Jakarta";
const COMPANY = { name: "PT Cahaya", zone: JAKARTA, zone_label: "WIB" };
const OFFICE: Shift = { start: "08:00", end: "17:00", grace_minutes: 10, meaning: "company" };
const NIGHT: Shift = { start: "22:00", end: "06:00", grace_minutes: 10, meaning: "company" };

function open(day: string, opened_at: string): ShownWorkDay {
  return {
    day,
    state: "open",
    opened_at,
    closed_at: null,
    late_minutes: 0,
    marks: [],
    unsent: false,
  };
}

function at(work: ShownWorkDay | null, shift: Shift | null, now: string, zone = JAKARTA): string {
  return workState(work, shift, COMPANY, zone, Date.parse(now)).now;
}

test("nobody is at work before clocking in", () => {
  assert.equal(at(null, OFFICE, "2026-03-02T07:00:00+07:00"), "not_started");
});

test("an open day of today offers the clock-out, overtime included", () => {
  const work = open("2026-03-02", "2026-03-02T07:58:00+07:00");

  assert.equal(at(work, OFFICE, "2026-03-02T12:00:00+07:00"), "working");
  assert.equal(at(work, OFFICE, "2026-03-03T00:40:00+07:00"), "working");
});

test("yesterday's forgotten clock-out does not poison today", () => {
  const work = open("2026-03-02", "2026-03-02T07:58:00+07:00");

  assert.equal(at(work, OFFICE, "2026-03-03T07:30:00+07:00"), "forgotten");
  assert.equal(at(work, OFFICE, "2026-03-04T09:00:00+07:00"), "forgotten");
});

test("a night shift is still the same work day next morning", () => {
  const work = open("2026-03-02", "2026-03-02T21:55:00+07:00");

  assert.equal(at(work, NIGHT, "2026-03-03T05:50:00+07:00"), "working");
  assert.equal(at(work, NIGHT, "2026-03-03T07:10:00+07:00"), "working");
  assert.equal(at(work, NIGHT, "2026-03-03T21:40:00+07:00"), "forgotten");
});

test("a closed day is finished today and forgotten about tomorrow", () => {
  const work: ShownWorkDay = {
    ...open("2026-03-02", "2026-03-02T07:58:00+07:00"),
    state: "closed",
    closed_at: "2026-03-02T17:04:00+07:00",
  };

  assert.equal(at(work, OFFICE, "2026-03-02T18:00:00+07:00"), "finished");
  assert.equal(at(work, OFFICE, "2026-03-03T07:00:00+07:00"), "not_started");
});

test("a local shift goes by the clock where one stands", () => {
  const work = open("2026-03-02", "2026-03-02T08:00:00+09:00");
  const local: Shift = { ...OFFICE, meaning: "local" };

  assert.equal(at(work, local, "2026-03-03T00:30:00+09:00", "Asia/Jayapura"), "working");
  assert.equal(at(work, local, "2026-03-03T01:30:00+09:00", "Asia/Jayapura"), "forgotten");
  assert.equal(at(work, OFFICE, "2026-03-03T01:30:00+09:00", "Asia/Jayapura"), "working");
});

test("where the server says until when a clock-out counts, that decides", () => {
  const work = {
    ...open("2026-03-02", "2026-03-02T07:58:00+07:00"),
    clock_out_until: "2026-03-02T20:00:00+07:00",
  };
  const byRule: ShownWorkDay = {
    ...work,
    state: "closed",
    closed_at: "2026-03-02T17:00:00+07:00",
    marks: ["closed_by_rule"],
  };

  assert.equal(at(work, OFFICE, "2026-03-02T19:59:00+07:00"), "working");
  assert.equal(at(work, OFFICE, "2026-03-02T20:01:00+07:00"), "forgotten");
  assert.equal(at(byRule, OFFICE, "2026-03-02T19:00:00+07:00"), "working");
  assert.equal(at(byRule, OFFICE, "2026-03-02T21:00:00+07:00"), "finished");
});

test("without a shift a day lasts sixteen hours at most", () => {
  const work = open("2026-03-02", "2026-03-02T08:00:00+07:00");

  assert.equal(at(work, null, "2026-03-02T23:59:00+07:00"), "working");
  assert.equal(at(work, null, "2026-03-03T00:01:00+07:00"), "forgotten");
});

test("whoever clocks in late in the evening may clock out afterwards", () => {
  const work = open("2026-03-02", "2026-03-02T23:00:00+07:00");

  assert.equal(at(work, OFFICE, "2026-03-03T05:00:00+07:00"), "working");
});
