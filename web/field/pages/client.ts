import { phoneZone } from "../phone/moment.ts";
import type { Contact } from "../protocol/snapshot.ts";
import { dayOf } from "../rules/civil.ts";
import type { Day, ShownAccount } from "../rules/project.ts";
import { button } from "../screen/button.ts";
import { element, icon, show } from "../screen/element.ts";
import { phoneNumber, shortDay, when } from "../screen/format.ts";
import { say, sayCode } from "../screen/words.ts";
import { current } from "../state.ts";
import { checkIn } from "../verbs/check_in.ts";
import { wayLink, waysTo, waysToContact } from "../verbs/contact.ts";
import { writeNote } from "../verbs/note.ts";
import { planVisit } from "../verbs/plan_visit.ts";
import { rejection } from "./rejection.ts";
import { taskRow } from "./task_row.ts";
import { unsentMark } from "./unsent_mark.ts";
import { distanceTo, visitCard } from "./visit_card.ts";
import { outcomeLabel, stateBadge } from "./visit_row.ts";

export function drawClient(main: HTMLElement, id: string): void {
  const { day } = current();
  const account = day?.accounts.get(id);
  if (day === null || account === undefined) return show(main, back(), nobody());
  show(
    main,
    back(),
    element(
      "header",
      { class: "page-head" },
      element(
        "div",
        {},
        element("h1", { text: account.name, attributes: { tabindex: -1 } }),
        element("p", { class: "chips" }, ...badges(account)),
      ),
    ),
    actions(account, day),
    facts(account),
    contacts(account),
    taskList(account, day),
    jottings(account, day),
    visits(account, day),
  );
}

function back(): HTMLElement {
  return element(
    "a",
    { class: "back", key: "back", attributes: { href: "/field/clients" } },
    icon("chevron-left"),
    say("place-clients"),
  );
}

function nobody(): HTMLElement {
  return element(
    "div",
    { class: "empty" },
    icon("store"),
    element("h1", { text: say("client-unknown"), attributes: { tabindex: -1 } }),
    element("p", { text: say("client-unknown-help") }),
  );
}

function badges(account: ShownAccount): (HTMLElement | false)[] {
  return [
    account.tier !== null &&
      element("span", { class: "chip", text: say("tier", { tier: account.tier }) }),
    account.status !== null &&
      element("span", { class: "chip", text: sayCode("status", account.status, account.status) }),
    account.unsent && unsentMark(),
  ];
}

/** The visit of today when there is one, else a check-in outside the plan. */
function actions(account: ShownAccount, day: Day): HTMLElement {
  const today = dayOf(Date.now(), phoneZone());
  const visit = day.visits.find(
    (one) =>
      one.account_id === account.id &&
      (one.state === "open" || (one.state === "planned" && one.day === today)),
  );
  if (visit !== undefined)
    return visitCard(
      visit,
      account,
      say(visit.state === "open" ? "visiting-now" : "visit-today"),
      false,
    );
  // A visit that was not believed is made anew; any other check-in here is outside the plan.
  const again = day.visits.find(
    (one) => one.account_id === account.id && one.day === today && one.rejected === "check_in",
  );
  const ways = waysTo(account);
  const away = distanceTo(account);
  return element(
    "section",
    { class: "card visit", attributes: { "aria-label": say("client-actions") } },
    away !== null && element("p", { class: "visit-when", text: away }),
    element(
      "div",
      { class: "verbs" },
      ways.navigate && wayLink(ways.navigate, account, "button quiet verb"),
      ways.call && wayLink(ways.call, account, "button quiet verb"),
      button(
        "map-pin-check",
        say("check-in"),
        "check-in",
        () => void checkIn(account, again ?? null),
        "button verb",
      ),
    ),
    element(
      "div",
      { class: "verbs-more" },
      ways.whatsapp && wayLink(ways.whatsapp, account, "button plain"),
      button("notebook-pen", say("note"), "note", () => void writeNote(account), "button plain"),
      button("calendar-check", say("plan"), "plan", () => void planVisit(account), "button plain"),
    ),
  );
}

function facts(account: ShownAccount): HTMLElement {
  const placeState =
    account.place === null ? say("location-learn") : say(`location-${account.place.state}`);
  return element(
    "dl",
    { class: "summary" },
    account.address !== null && [
      element("dt", { text: say("client-address") }),
      element("dd", { text: account.address }),
    ],
    [element("dt", { text: say("client-place") }), element("dd", { text: placeState })],
    [
      element("dt", { text: say("client-last-visit") }),
      element("dd", {
        text:
          account.last_visit_on === null ? say("never-visited") : shortDay(account.last_visit_on),
      }),
    ],
  );
}

function contacts(account: ShownAccount): HTMLElement {
  const office =
    account.phone === null
      ? []
      : [{ id: "", name: say("client-phone"), role: null, phone: account.phone, whatsapp: null }];
  const people: Contact[] = [...account.contacts, ...office];
  return part(
    "contacts-title",
    people.length === 0
      ? element("p", { class: "soft", text: say("contacts-empty") })
      : element(
          "ul",
          { class: "list" },
          people.map((contact) => contactRow(contact, account)),
        ),
  );
}

function contactRow(contact: Contact, account: ShownAccount): HTMLElement {
  const known = contact.id === "" ? { ...contact, id: "" } : contact;
  const ways = waysToContact(known).map((way) =>
    contact.id === "" ? { ...way, contact: null } : way,
  );
  return element(
    "li",
    { class: "contact-row" },
    element(
      "div",
      { class: "main" },
      contact.name,
      element("span", {
        class: "soft",
        text: [contact.role, contact.phone && phoneNumber(contact.phone)]
          .filter((text) => text !== null)
          .join(" · "),
      }),
    ),
    element(
      "div",
      { class: "contact-ways" },
      ways.map((way) => wayLink(way, account, "button quiet square-word")),
    ),
  );
}

function taskList(account: ShownAccount, day: Day): HTMLElement | null {
  const own = day.tasks.filter((task) => task.account_id === account.id);
  return own.length === 0
    ? null
    : part(
        "tasks-title",
        element(
          "ul",
          { class: "list" },
          own.map((task) => taskRow(task, day, false)),
        ),
      );
}

/** Notes and calls of this phone that the server does not show yet. */
function jottings(account: ShownAccount, day: Day): HTMLElement | null {
  const own = day.jottings.get(account.id) ?? [];
  if (own.length === 0) return null;
  return part(
    "jottings-title",
    element(
      "ul",
      { class: "list" },
      own.map(({ at, kind, text }) =>
        element(
          "li",
          {},
          icon(kind === "note" ? "notebook-pen" : "phone"),
          element(
            "div",
            { class: "main" },
            kind === "note" ? text : say(`did-${text}`),
            element("span", { class: "soft", text: when(at) }),
          ),
        ),
      ),
    ),
  );
}

function visits(account: ShownAccount, day: Day): HTMLElement {
  const own = day.visits
    .filter((visit) => visit.account_id === account.id)
    .sort((one, other) => other.day.localeCompare(one.day));
  return part(
    "visits-title",
    own.length === 0
      ? element("p", { class: "soft", text: say("visits-empty") })
      : element(
          "ul",
          { class: "list" },
          own.map((visit) =>
            element(
              "li",
              {},
              element(
                "div",
                { class: "main" },
                shortDay(visit.day),
                element("span", {
                  class: "soft",
                  text: [rejection(visit), outcomeLabel(visit.outcome), visit.note]
                    .filter((text) => text !== null)
                    .join(" · "),
                }),
              ),
              element(
                "div",
                { class: "visit-state" },
                stateBadge(visit),
                visit.unsent && unsentMark(),
              ),
            ),
          ),
        ),
  );
}

function part(title: string, content: HTMLElement): HTMLElement {
  return element("section", { class: "part" }, element("h2", { text: say(title) }), content);
}
