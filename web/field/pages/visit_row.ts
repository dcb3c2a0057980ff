import type { Visit, VisitState } from "../protocol/snapshot.ts";
import type { ShownAccount, ShownVisit } from "../rules/project.ts";
import { element } from "../screen/element.ts";
import { clock, wallTime } from "../screen/format.ts";
import { say } from "../screen/words.ts";
import { current } from "../state.ts";
import { rejection } from "./rejection.ts";
import { unsentMark } from "./unsent_mark.ts";
import { distanceTo } from "./visit_card.ts";

const LOOKS: Record<VisitState, string> = {
  planned: "open",
  open: "busy",
  done: "good",
  skipped: "off",
  missed: "bad",
};

/** A visit in a list: its place in the day, who, when, and how it stands. */
export function visitRow(
  visit: ShownVisit,
  account: ShownAccount | undefined,
  number: string,
): HTMLElement {
  return element(
    "li",
    { class: "visit-row" },
    element("span", { class: "sequence", text: number, attributes: { "aria-hidden": "true" } }),
    element(
      "div",
      { class: "main" },
      element("a", {
        class: "whole",
        key: `row-${visit.id}`,
        text: account?.name ?? say("client-unknown"),
        attributes: { href: `/field/clients/${visit.account_id}` },
      }),
      element("span", { class: "soft", text: detail(visit, account) }),
    ),
    element("div", { class: "visit-state" }, side(visit, account), visit.unsent && unsentMark()),
  );
}

/** How far it still is, or how it went. */
function side(visit: ShownVisit, account: ShownAccount | undefined): HTMLElement | null {
  if (visit.state !== "planned") return stateBadge(visit);
  const away = account?.place ? distanceTo(account) : null;
  return away === null ? null : element("span", { class: "aside", text: away });
}

/** How it stands; one whose check-in was rejected is in no state. */
export function stateBadge({ state, rejected }: Visit): HTMLElement {
  return rejected === "check_in"
    ? element("span", { class: "badge bad", text: say("visit-rejected") })
    : element("span", { class: `badge ${LOOKS[state]}`, text: say(`visit-${state}`) });
}

function detail(visit: ShownVisit, account: ShownAccount | undefined): string {
  const parts: (string | null)[] = [rejection(visit)];
  if (visit.state === "done") {
    parts.push(
      visit.arrived_at && visit.left_at
        ? `${clock(visit.arrived_at)}–${clock(visit.left_at)}`
        : null,
      outcomeLabel(visit.outcome),
    );
  } else {
    parts.push(
      visit.planned_time === null ? null : wallTime(visit.planned_time),
      account?.place === null ? say("location-unknown") : null,
    );
  }
  return parts.filter((part) => part !== null && part !== "").join(" · ");
}

export function outcomeLabel(code: string | null): string | null {
  return current().snapshot?.outcomes.find((outcome) => outcome.code === code)?.label ?? code;
}
