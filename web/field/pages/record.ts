/** What my manager sees: the same facts, the same evidence, the same words. */

import type { RecordDay } from "../protocol/record.ts";
import { isUnsent } from "../rules/stored_event.ts";
import { element, icon, show } from "../screen/element.ts";
import { clock, duration, longDay, when } from "../screen/format.ts";
import { say, sayCode, spoken } from "../screen/words.ts";
import { current, redraw } from "../state.ts";
import { keepRecord, type StoredRecord, storedRecord } from "../store/record.ts";
import { fetchRecord } from "../sync/server.ts";
import { eventRow } from "./event_row.ts";
import { factRow } from "./fact_row.ts";

const DAYS = 14;
const FRESH_MS = 15_000;

let shown: StoredRecord | null = null;
let asked = 0;

export function drawRecord(main: HTMLElement): void {
  const { person, events } = current();
  if (person !== null) void bring(person.id);
  const stored = shown?.person === person?.id ? shown : null;
  const unsent = events.filter(isUnsent).reverse();
  const days = stored?.record.days ?? [];
  show(
    main,
    element(
      "header",
      { class: "page-head" },
      element(
        "div",
        {},
        element("h1", { text: say("record-title"), attributes: { tabindex: -1 } }),
        element("p", { class: "soft", text: say("record-lead") }),
      ),
    ),
    unsent.length > 0 &&
      element(
        "section",
        { class: "part" },
        element("h2", { text: say("record-unsent") }),
        element(
          "ul",
          { class: "list" },
          unsent.map((one) => eventRow(one)),
        ),
      ),
    days.map(dayPart),
    days.length === 0 && unsent.length === 0 && empty(stored === null),
    stored !== null &&
      element("p", {
        class: "soft small",
        text: say("record-as-of", { time: when(stored.fetched_at) }),
      }),
  );
}

/** Shows what is stored first, then asks the server; offline the stored record stays. */
async function bring(person: string): Promise<void> {
  if (Date.now() - asked < FRESH_MS && shown?.person === person) return;
  asked = Date.now();
  if (shown?.person !== person) {
    shown = (await storedRecord(person)) ?? null;
    if (shown !== null) redraw();
  }
  try {
    const record = await fetchRecord(DAYS, spoken());
    if (current().person?.id !== person) return;
    await keepRecord(person, record);
    shown = { person, record, fetched_at: Date.now() };
    redraw();
  } catch {
    // No signal or signed out: the sentence at the bottom says how old this is.
  }
}

/** The next drawing asks the server again, for instance in another language. */
export function forgetRecord(): void {
  shown = null;
  asked = 0;
}

function dayPart(day: RecordDay): HTMLElement {
  return element(
    "section",
    { class: "part record-day" },
    element("h2", { text: longDay(day.day) }),
    day.work_day !== null && element("p", { class: "soft", text: workSentence(day.work_day) }),
    element("ul", { class: "facts-list" }, day.facts.map(factRow)),
  );
}

function workSentence(work: NonNullable<RecordDay["work_day"]>): string {
  const span = `${work.opened_at === null ? "…" : clock(work.opened_at)}–${work.closed_at === null ? "…" : clock(work.closed_at)}`;
  const worked = work.worked_minutes === null ? null : duration(work.worked_minutes * 60_000);
  const marks = work.marks.map((mark) =>
    mark === "late"
      ? say("mark-late", { minutes: work.late_minutes })
      : sayCode("mark", mark, mark),
  );
  return [span, worked, ...marks].filter((part) => part !== null).join(" · ");
}

function empty(never: boolean): HTMLElement {
  return element(
    "div",
    { class: "empty" },
    icon("eye"),
    element("h2", { text: say("record-empty-title") }),
    element("p", { text: say(never ? "record-empty-offline" : "record-empty") }),
  );
}
