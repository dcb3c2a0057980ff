import assert from "node:assert/strict";
import test from "node:test";

import { project } from "./project.ts";
import { event, MORNING_VISIT, snapshot } from "./sample.ts";

const AT_8 = "2026-03-02T01:00:00.000Z";
const AT_9 = "2026-03-02T02:00:00.000Z";
const AT_10 = "2026-03-02T03:00:00.000Z";

test("without events the day is the snapshot", () => {
  const day = project(snapshot(), []);

  assert.deepEqual(day.visits, [{ ...MORNING_VISIT, unsent: false }]);
  assert.equal(day.work, null);
});

test("projecting changes neither the snapshot nor the events", () => {
  const before = snapshot();
  const events = [event("visit_check_in", { visit_id: "morning", account_id: "toko-maju" }, AT_9)];
  const copy = JSON.stringify([before, events]);

  project(before, events);

  assert.equal(JSON.stringify([before, events]), copy);
});

test("a clock-in opens the work day at once, and says that it is unsent", () => {
  const { work } = project(snapshot(), [event("clock_in", {}, AT_8)]);

  assert.equal(work?.state, "open");
  assert.equal(work?.day, "2026-03-02");
  assert.equal(work?.opened_at, AT_8);
  assert.equal(work?.unsent, true);
});

test("a second clock-in of the day keeps the first beginning", () => {
  const { work } = project(snapshot(), [
    event("clock_in", {}, AT_8),
    event("clock_out", {}, AT_9),
    event("clock_in", {}, AT_10),
  ]);

  assert.equal(work?.state, "open");
  assert.equal(work?.opened_at, AT_8);
  assert.equal(work?.closed_at, null);
});

test("a clock-in after a forgotten day begins a new one", () => {
  const yesterday = {
    day: "2026-03-01",
    state: "open" as const,
    opened_at: "2026-03-01T01:00:00Z",
    closed_at: null,
    late_minutes: 3,
    marks: ["late"],
  };

  const { work } = project(snapshot({ work_day: yesterday }), [event("clock_in", {}, AT_8)]);

  assert.equal(work?.day, "2026-03-02");
  assert.equal(work?.opened_at, AT_8);
  assert.equal(work?.late_minutes, 0);
});

test("a check-in opens the planned visit and a check-out ends it", () => {
  const arrived = event("visit_check_in", { visit_id: "morning", account_id: "toko-maju" }, AT_9);
  const left = event(
    "visit_check_out",
    { visit_id: "morning", outcome: "order", note: "20 karton" },
    AT_10,
  );

  const open = project(snapshot(), [arrived]).visits[0];
  const done = project(snapshot(), [arrived, left]);

  assert.equal(open?.state, "open");
  assert.equal(open?.arrived_at, AT_9);
  assert.equal(done.visits[0]?.state, "done");
  assert.equal(done.visits[0]?.outcome, "order");
  assert.equal(done.accounts.get("toko-maju")?.last_visit_on, "2026-03-02");
});

test("arriving at the next client ends the visit that was left open", () => {
  const first = event("visit_check_in", { visit_id: "morning", account_id: "toko-maju" }, AT_9);
  const second = event("visit_check_in", { visit_id: "chance", account_id: "toko-maju" }, AT_10);

  const { visits } = project(snapshot(), [first, second]);

  assert.equal(visits[0]?.state, "done");
  assert.equal(visits[0]?.left_at, AT_10);
  assert.equal(visits[1]?.state, "open");
});

test("a check-in without a plan adds a visit at the end of the day", () => {
  const day = project(snapshot(), [
    event("visit_check_in", { visit_id: "chance", account_id: "toko-maju" }, AT_9),
  ]);

  assert.equal(day.visits.length, 2);
  assert.equal(day.visits[1]?.planned, false);
});

test("a company may let the first check-in open the work day", () => {
  const arrived = event("visit_check_in", { visit_id: "morning", account_id: "toko-maju" }, AT_9);
  const lets = snapshot();
  lets.policy.check_in_opens_day = true;

  assert.deepEqual(project(lets, [arrived]).work?.marks, ["opened_by_visit"]);
  assert.equal(project(snapshot(), [arrived]).work, null);
});

test("a next step becomes a task until the snapshot has it", () => {
  const left = event(
    "visit_check_out",
    {
      visit_id: "morning",
      outcome: "order",
      next_step: { text: "Kirim faktur", due_on: "2026-03-05" },
    },
    AT_10,
  );

  assert.equal(project(snapshot(), [left]).tasks[0]?.text, "Kirim faktur");
  assert.equal(
    project(snapshot(), [{ ...left, standing: "sent", absorbed: true }]).tasks.length,
    0,
  );
});

test("a visit not done can stand again on another day", () => {
  const { visits } = project(snapshot(), [
    event(
      "visit_skip",
      { visit_id: "morning", reason: "closed", reschedule_to: "2026-03-03" },
      AT_9,
    ),
  ]);

  assert.equal(visits[0]?.state, "skipped");
  assert.equal(visits.find((visit) => visit.day === "2026-03-03")?.state, "planned");
});

test("a new client can be visited before the server has heard of it", () => {
  const met = event(
    "account_create",
    { account_id: "new", name: "Warung Tini", contact: { name: "Tini", phone: "+62812" } },
    AT_9,
  );
  const arrived = event("visit_check_in", { visit_id: "first", account_id: "new" }, AT_9);

  const day = project(snapshot(), [met, arrived]);

  assert.equal(day.accounts.get("new")?.contacts[0]?.name, "Tini");
  assert.equal(day.accounts.get("new")?.place, null);
  assert.equal(day.visits.find((visit) => visit.account_id === "new")?.state, "open");
});

test("an acknowledged event is shown until a snapshot contains it", () => {
  const arrived = event(
    "visit_check_in",
    { visit_id: "morning", account_id: "toko-maju" },
    AT_9,
    "sent",
  );

  assert.equal(project(snapshot(), [arrived]).visits[0]?.state, "open");
  assert.equal(project(snapshot(), [arrived]).visits[0]?.unsent, false);
  assert.equal(project(snapshot(), [{ ...arrived, absorbed: true }]).visits[0]?.state, "planned");
});

test("a refused event changes nothing", () => {
  const refused = event(
    "visit_check_in",
    { visit_id: "morning", account_id: "toko-maju" },
    AT_9,
    "rejected",
  );

  assert.equal(project(snapshot(), [refused]).visits[0]?.state, "planned");
});

test("events count in the order of their numbers, however they are stored", () => {
  const arrived = event("visit_check_in", { visit_id: "morning", account_id: "toko-maju" }, AT_9);
  const left = event("visit_check_out", { visit_id: "morning", outcome: "order" }, AT_10);

  assert.equal(project(snapshot(), [left, arrived]).visits[0]?.state, "done");
});

test("working the same events in twice gives the same day", () => {
  const events = [
    event("clock_in", {}, AT_8),
    event("visit_check_in", { visit_id: "morning", account_id: "toko-maju" }, AT_9),
    event("task_done", { task_id: "gone" }, AT_9),
  ];

  const once = project(snapshot(), events);
  const base = snapshot({ work_day: once.work, visits: once.visits, tasks: once.tasks });

  assert.deepEqual(project(base, events).visits, once.visits);
  assert.deepEqual(project(base, events).work, once.work);
});

test("a visit that was not believed is made anew", () => {
  const rejected = {
    ...MORNING_VISIT,
    state: "done" as const,
    arrived_at: AT_8,
    left_at: AT_9,
    outcome: "order",
    rejected: "check_in" as const,
    rejected_why: "Bukan di toko",
  };
  const { visits } = project(snapshot({ visits: [rejected] }), [
    event("visit_check_in", { visit_id: "morning", account_id: "toko-maju" }, AT_10),
  ]);

  assert.equal(visits[0]?.state, "open");
  assert.equal(visits[0]?.arrived_at, AT_10);
  assert.deepEqual([visits[0]?.outcome, visits[0]?.rejected], [null, null]);
});
