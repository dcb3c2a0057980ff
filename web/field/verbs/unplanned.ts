import { phoneZone } from "../phone/moment.ts";
import type { Account } from "../protocol/snapshot.ts";
import { dayOf } from "../rules/civil.ts";
import { search } from "../rules/search.ts";
import { element, show } from "../screen/element.ts";
import { textField } from "../screen/form.ts";
import { distance } from "../screen/format.ts";
import { positionLine } from "../screen/position_line.ts";
import { openSheet } from "../screen/sheet.ts";
import { say } from "../screen/words.ts";
import { current, refresh } from "../state.ts";
import { checkIn } from "./check_in.ts";
import { meetClient } from "./new_client.ts";
import { keepLastFix } from "./save.ts";

const SHOWN = 20;

/** A visit outside the plan: pick the client, nearest first, then check in. */
export async function unplannedVisit(): Promise<void> {
  const sheet = openSheet({ title: say("unplanned-title") });
  const position = positionLine();
  const query = textField(
    say("search-label"),
    { type: "search", enterkeyhint: "search" },
    say("unplanned-help"),
  );
  const results = element("ul", { class: "list pick" });
  let picked: Account | "new" | null = null;

  function pick(account: Account | "new"): void {
    picked = account;
    sheet.close();
  }

  function draw(): void {
    const { day, last_fix } = current();
    const known = (day?.accounts.size ?? 0) > 0;
    const found = search(day?.accounts.values() ?? [], query.control.value, last_fix).slice(
      0,
      SHOWN,
    );
    show(
      results,
      found.map(({ account, distance_m }) =>
        element(
          "li",
          {},
          element(
            "button",
            {
              class: "pick-row",
              attributes: { type: "button" },
              on: { click: () => pick(account) },
            },
            element(
              "span",
              { class: "main" },
              account.name,
              element("small", { class: "soft", text: account.address ?? "" }),
            ),
            distance_m !== null && element("span", { class: "aside", text: distance(distance_m) }),
          ),
        ),
      ),
      found.length === 0 &&
        element("li", { class: "soft", text: say(known ? "search-nothing" : "clients-empty") }),
    );
  }

  query.control.addEventListener("input", draw);
  const create = element("button", {
    class: "button quiet",
    text: say("new-client"),
    attributes: { type: "button" },
    on: { click: () => pick("new") },
  });
  show(sheet.body, query.node, position.node, results);
  show(sheet.foot, create);
  draw();
  void position.done.then(async (measured) => {
    await keepLastFix(measured);
    await refresh();
    draw();
  });
  await sheet.closed;
  void position.stop();
  if (picked === "new") await meetClient();
  else if (picked !== null) await checkIn(picked, plannedToday(picked));
}

/** Whoever picks a client that stands in today's plan means that visit. */
function plannedToday(account: Account): { id: string } | null {
  const visits = current().day?.visits ?? [];
  return (
    visits.find(
      (visit) =>
        visit.account_id === account.id && visit.state === "planned" && visit.day === today(),
    ) ?? null
  );
}

function today(): string {
  return dayOf(Date.now(), phoneZone());
}
