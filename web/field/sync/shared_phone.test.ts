import "fake-indexeddb/auto";

import assert from "node:assert/strict";
import test from "node:test";

import { type FieldEvent, OTHER_PERSON } from "../protocol/event.ts";
import { isUnsent } from "../rules/stored_event.ts";
import { eventsOf, type NewEvent, saveEvents } from "../store/outbox.ts";
import { setting } from "../store/settings.ts";
import { syncOnce } from "./cycle.ts";

const AYU = { id: "ayu", name: "Ayu Lestari", team: null };
const RIZKY = { id: "rizky", name: "Rizky Ramadhan", team: null };

/** Whose session the browser holds, and what the server was sent in it. */
let signedIn = AYU;
let sent: FieldEvent[] = [];
/** Done by somebody in another tab, between the snapshot and the events. */
let meanwhile = () => {};

Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true });
globalThis.fetch = async (address, init) => {
  if (String(address).includes("/field/snapshot")) {
    const answer = { cursor: "1", full: true, server_time: "2026-03-02T05:00:00Z" };
    const response = Response.json({ ...answer, time_token: null, person: signedIn });
    meanwhile();
    return response;
  }
  const { events } = JSON.parse(String(init?.body)) as { events: FieldEvent[] };
  sent = [...sent, ...events];
  const results = events.map(({ id, person }) =>
    person === signedIn.id
      ? { id, status: "created", receipt: null, reason: null, retry_after_s: null }
      : {
          id,
          status: "rejected",
          receipt: null,
          reason: { code: OTHER_PERSON, message: "" },
          retry_after_s: null,
        },
  );
  return Response.json({ server_time: "", time_token: null, results });
};

function note(person: string, id: string): NewEvent {
  const event = { id, person, kind: "note", photos: [], payload: { account_id: id, text: "x" } };
  return { event: event as unknown as NewEvent["event"], person, subject: null, hold_until: null };
}

async function unsent(person: string): Promise<string[]> {
  return (await eventsOf(person)).filter(isUnsent).map((stored) => stored.id);
}

test("what one person made is never sent in the session of another", async () => {
  await syncOnce("id", () => {});
  await saveEvents([note("ayu", "hers-1")], []);

  // Rizky signs in on the same phone.
  signedIn = RIZKY;
  const outcome = await syncOnce("id", () => {});
  await saveEvents([note("rizky", "his-1")], []);
  await syncOnce("id", () => {});

  assert.equal(outcome.kind === "done" && outcome.changedPerson, true);
  assert.deepEqual(
    sent.map((event) => event.id),
    ["his-1"],
  );
  assert.deepEqual(await unsent("ayu"), ["hers-1"]);

  signedIn = AYU;
  await syncOnce("id", () => {});

  assert.deepEqual(
    sent.map((event) => event.id),
    ["his-1", "hers-1"],
  );
  assert.deepEqual(await unsent("ayu"), []);
});

test("a session that changes hands in the middle of a round loses nothing", async () => {
  sent = [];
  await saveEvents([note("ayu", "hers-2")], []);
  meanwhile = () => {
    signedIn = RIZKY;
  };

  const outcome = await syncOnce("id", () => {});
  meanwhile = () => {};

  assert.equal(outcome.kind, "unreachable");
  assert.deepEqual(await unsent("ayu"), ["hers-2"]);
  assert.deepEqual(
    (await eventsOf("ayu")).filter((stored) => stored.standing === "rejected"),
    [],
  );

  await syncOnce("id", () => {});
  assert.equal((await setting("person"))?.id, "rizky");
  signedIn = AYU;
  await syncOnce("id", () => {});
  assert.deepEqual(await unsent("ayu"), []);
});
