/** One visit with what can be done about it; the same card on the day and on the client's page. */

import { distanceM } from "../rules/distance.ts";
import type { ShownAccount, ShownVisit } from "../rules/project.ts";
import { button } from "../screen/button.ts";
import { element } from "../screen/element.ts";
import { clock, distance, duration, wallTime } from "../screen/format.ts";
import { say } from "../screen/words.ts";
import { current } from "../state.ts";
import { checkIn } from "../verbs/check_in.ts";
import { checkOut } from "../verbs/check_out.ts";
import { wayLink, waysTo } from "../verbs/contact.ts";
import { writeNote } from "../verbs/note.ts";
import { skipVisit } from "../verbs/skip.ts";
import { rejection } from "./rejection.ts";
import { unsentMark } from "./unsent_mark.ts";

/** `named` is false on the client's own page, which says the name above. */
export function visitCard(
  visit: ShownVisit,
  account: ShownAccount,
  heading: string,
  named = true,
): HTMLElement {
  const open = visit.state === "open";
  return element(
    "section",
    {
      class: open ? "card visit waits" : "card visit",
      attributes: { "aria-label": `${heading}: ${account.name}` },
    },
    element(
      "header",
      { class: "visit-head" },
      element("p", { class: "eyebrow" }, heading, visit.unsent && unsentMark()),
      named &&
        element(
          "h2",
          {},
          element("a", {
            class: "visit-name",
            key: `visit-${visit.id}`,
            text: account.name,
            attributes: { href: `/field/clients/${account.id}` },
          }),
        ),
      element("p", { class: "visit-when" }, open ? arrival(visit) : planned(visit, account)),
      visit.rejected != null && element("p", { class: "soft", text: rejection(visit) ?? "" }),
      named && account.address !== null && element("p", { class: "soft", text: account.address }),
    ),
    open ? openVerbs(visit, account) : plannedVerbs(visit, account),
  );
}

function arrival(visit: ShownVisit): string {
  if (visit.arrived_at === null) return "";
  return say("here-since", {
    time: clock(visit.arrived_at),
    duration: duration(Date.now() - Date.parse(visit.arrived_at)),
  });
}

function planned(visit: ShownVisit, account: ShownAccount): string {
  const parts = [
    visit.planned_time === null ? null : wallTime(visit.planned_time),
    distanceTo(account),
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

/** How far from where the person last was, in words; null when either place is unknown. */
export function distanceTo(account: ShownAccount): string | null {
  const { last_fix } = current();
  if (account.place === null) return say("location-unknown");
  return last_fix === null
    ? null
    : say("away", { distance: distance(distanceM(last_fix, account.place)) });
}

function plannedVerbs(visit: ShownVisit, account: ShownAccount): HTMLElement[] {
  const ways = waysTo(account);
  return [
    element(
      "div",
      { class: "verbs" },
      ways.navigate && wayLink(ways.navigate, account, "button quiet verb"),
      ways.call && wayLink(ways.call, account, "button quiet verb"),
      button(
        "map-pin-check",
        say("check-in"),
        `check-in-${visit.id}`,
        () => void checkIn(account, visit),
        "button verb",
      ),
    ),
    element(
      "div",
      { class: "verbs-more" },
      ways.whatsapp && wayLink(ways.whatsapp, account, "button plain"),
      noteButton(visit, account),
      button(
        "calendar-x",
        say("skip"),
        `skip-${visit.id}`,
        () => void skipVisit(visit),
        "button plain",
      ),
    ),
  ];
}

function openVerbs(visit: ShownVisit, account: ShownAccount): HTMLElement[] {
  const ways = waysTo(account);
  return [
    button(
      "log-out",
      say("check-out"),
      `check-out-${visit.id}`,
      () => void checkOut(visit),
      "button big",
    ),
    element(
      "div",
      { class: "verbs-more" },
      ways.call && wayLink(ways.call, account, "button plain"),
      ways.whatsapp && wayLink(ways.whatsapp, account, "button plain"),
      noteButton(visit, account),
    ),
  ];
}

function noteButton(visit: ShownVisit, account: ShownAccount): HTMLElement {
  return button(
    "notebook-pen",
    say("note"),
    `note-${visit.id}`,
    () => void writeNote(account, visit),
    "button plain",
  );
}
