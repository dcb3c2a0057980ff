import { phoneZone } from "../phone/moment.ts";
import { measurePosition } from "../phone/position.ts";
import { dayOf } from "../rules/civil.ts";
import type { Day, ShownVisit } from "../rules/project.ts";
import { announce } from "../screen/announce.ts";
import { button } from "../screen/button.ts";
import { element, show } from "../screen/element.ts";
import { clock, longDay, when, zoneName } from "../screen/format.ts";
import { say } from "../screen/words.ts";
import { current, mayVisit, otherZone, refresh, work } from "../state.ts";
import { keepLastFix } from "../verbs/save.ts";
import { unplannedVisit } from "../verbs/unplanned.ts";
import { newClientButton } from "./new_client_button.ts";
import { installGuide, notices } from "./notices.ts";
import { deskLink } from "./phone.ts";
import { taskRow } from "./task_row.ts";
import { visitCard } from "./visit_card.ts";
import { visitRow } from "./visit_row.ts";
import { workCard } from "./work_card.ts";

/** How many days ahead a task is worth seeing on the day's page. */
const TASKS_SHOWN = 5;

export function drawToday(main: HTMLElement): void {
  const { day, snapshot, person } = current();
  const today = dayOf(Date.now(), phoneZone());
  const visiting = day !== null && mayVisit();
  show(
    main,
    element(
      "header",
      { class: "page-head" },
      element(
        "div",
        {},
        element("h1", { text: longDay(today), attributes: { tabindex: -1 } }),
        zoneLine(),
      ),
      element(
        "div",
        { class: "head-links" },
        deskLink("to-desk"),
        person !== null && phoneLink(person.name),
      ),
    ),
    notices(),
    workCard(work(), snapshot?.shift ?? null),
    visiting && nextVisit(day, today),
    installGuide(),
    visiting && [plan(day, today), tasks(day, today), moreVerbs()],
  );
}

/** Times are those of the place where the person stands; that has to be said where the company's differ. */
function zoneLine(): HTMLElement | null {
  const company = otherZone();
  return company === null
    ? null
    : element("p", {
        class: "soft",
        text: say("zone-differs", { here: zoneName(), company: zoneName(company) }),
      });
}

function phoneLink(name: string): HTMLElement {
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0] ?? "")
    .join("")
    .toUpperCase();
  return element(
    "a",
    {
      class: "phone-link",
      key: "phone-link",
      attributes: { href: "/field/phone" },
    },
    element("span", {
      class: "avatar large",
      text: initials,
      attributes: { "aria-hidden": "true" },
    }),
    element("span", { class: "unseen", text: say("phone-title-of", { name }) }),
  );
}

/** Where the person is now, else where the plan leads next. */
function nextVisit(day: Day, today: string): HTMLElement[] {
  const open = day.visits.filter((visit) => visit.state === "open");
  const shown =
    open.length > 0
      ? open
      : visitsOf(day, today)
          .filter((visit) => visit.state === "planned")
          .slice(0, 1);
  return shown.flatMap((visit) => {
    const account = day.accounts.get(visit.account_id);
    return account === undefined
      ? []
      : [visitCard(visit, account, say(visit.state === "open" ? "visiting-now" : "visit-next"))];
  });
}

function plan(day: Day, today: string): HTMLElement {
  const visits = visitsOf(day, today);
  return element(
    "section",
    { class: "part", attributes: { "aria-labelledby": "plan-title" } },
    element(
      "div",
      { class: "part-head" },
      element("h2", { text: say("plan-title"), attributes: { id: "plan-title" } }),
      visits.length > 0 && element("span", { class: "soft", text: progress(visits) }),
    ),
    visits.length === 0
      ? element("p", { class: "soft", text: say("plan-empty") })
      : element(
          "ol",
          { class: "list" },
          visits.map((visit, index) =>
            visitRow(visit, day.accounts.get(visit.account_id), String(index + 1)),
          ),
        ),
    visits.length > 0 && whereFrom(),
  );
}

function progress(visits: ShownVisit[]): string {
  return say("plan-progress", {
    done: visits.filter((visit) => visit.state === "done").length,
    total: visits.length,
  });
}

/** Distances count from the last tap; a tap here measures anew. */
function whereFrom(): HTMLElement {
  const { last_fix } = current();
  return element(
    "p",
    { class: "where-from" },
    element("span", {
      class: "soft",
      text:
        last_fix === null
          ? say("distance-none")
          : say("distance-from", { time: when(last_fix.at) }),
    }),
    button("locate", say("distance-refresh"), "locate", () => void locate(), "button plain"),
  );
}

async function locate(): Promise<void> {
  announce(say("position-searching"));
  const measured = await measurePosition(100, () => {}).done;
  await keepLastFix(measured);
  announce(
    measured.fix === null
      ? say(`position-${measured.fix_error ?? "unavailable"}`)
      : say("distance-now", { time: clock(Date.now()) }),
  );
  await refresh();
}

function tasks(day: Day, today: string): HTMLElement | null {
  const due = day.tasks
    .filter((task) => task.due_on === null || task.due_on <= today)
    .sort((one, other) => (one.due_on ?? "").localeCompare(other.due_on ?? ""))
    .slice(0, TASKS_SHOWN);
  if (due.length === 0) return null;
  return element(
    "section",
    { class: "part", attributes: { "aria-labelledby": "tasks-title" } },
    element("h2", { text: say("tasks-title"), attributes: { id: "tasks-title" } }),
    element(
      "ul",
      { class: "list" },
      due.map((task) => taskRow(task, day)),
    ),
  );
}

function moreVerbs(): HTMLElement {
  return element(
    "section",
    { class: "more-verbs", attributes: { "aria-label": say("more-title") } },
    button(
      "footprints",
      say("unplanned"),
      "unplanned",
      () => void unplannedVisit(),
      "button quiet wide",
    ),
    newClientButton(),
  );
}

/** Today's visits in order; an open one of an earlier day still counts until it is left. */
function visitsOf(day: Day, today: string): ShownVisit[] {
  return day.visits.filter((visit) => visit.day === today || visit.state === "open");
}
