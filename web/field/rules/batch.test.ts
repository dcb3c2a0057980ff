import assert from "node:assert/strict";
import test from "node:test";

import { nextBatch, nextMoment } from "./batch.ts";
import { event } from "./sample.ts";

const AT = "2026-03-02T01:00:00.000Z";
const NOW = Date.parse("2026-03-02T02:00:00.000Z");
const LATER = NOW + 10_000;

test("the oldest goes first, whatever order it is stored in", () => {
  const first = event("clock_in", {}, AT);
  const second = event("clock_out", {}, AT);

  assert.deepEqual(nextBatch([second, first], NOW), [first, second]);
});

test("no more than fifty go at once", () => {
  const many = Array.from({ length: 60 }, (_, index) =>
    event("note", { account_id: `account-${index}`, text: "x" }, AT),
  );

  assert.equal(nextBatch(many, NOW).length, 50);
});

test("what was sent or refused does not go again and holds nothing back", () => {
  const refused = event("visit_check_in", { visit_id: "v", account_id: "a" }, AT, "rejected");
  const sent = event("clock_in", {}, AT, "sent");
  const left = event("visit_check_out", { visit_id: "v", outcome: "order" }, AT);

  assert.deepEqual(nextBatch([refused, sent, left], NOW), [left]);
});

test("a check-out waits for its check-in, other clients do not", () => {
  const arrived = event("visit_check_in", { visit_id: "v", account_id: "a" }, AT, "waiting", {
    not_before: LATER,
  });
  const left = event("visit_check_out", { visit_id: "v", outcome: "order" }, AT);
  const other = event("note", { account_id: "b", text: "x" }, AT);

  assert.deepEqual(nextBatch([arrived, left, other], NOW), [other]);
  assert.deepEqual(nextBatch([arrived, left, other], LATER), [arrived, left, other]);
});

test("a draft holds back what follows on the same visit, through the client too", () => {
  const met = event("account_create", { account_id: "new", name: "Warung" }, AT, "draft", {
    hold_until: LATER,
  });
  const arrived = event("visit_check_in", { visit_id: "v", account_id: "new" }, AT);
  const left = event("visit_check_out", { visit_id: "v", outcome: "order" }, AT);

  assert.deepEqual(nextBatch([met, arrived, left], NOW), []);
});

test("the next moment is the first at which something held may go", () => {
  const soon = event("clock_in", {}, AT, "waiting", { not_before: LATER });
  const draft = event("note", { account_id: "a", text: "x" }, AT, "draft", {
    hold_until: LATER + 5_000,
  });

  assert.equal(nextMoment([draft, soon], NOW), LATER);
  assert.equal(nextMoment([event("clock_in", {}, AT)], NOW), null);
});
