import { search } from "../rules/search.ts";
import { element, icon, show } from "../screen/element.ts";
import { distance, shortDay } from "../screen/format.ts";
import { say } from "../screen/words.ts";
import { current } from "../state.ts";
import { newClientButton } from "./new_client_button.ts";
import { unsentMark } from "./unsent_mark.ts";

const SHOWN = 60;

let box: HTMLInputElement | null = null;
let results: HTMLElement | null = null;

/** All of one's clients, searched on the phone itself: by name, contact, address or number. */
export function drawClients(main: HTMLElement): void {
  box ??= element("input", {
    class: "input",
    key: "client-search",
    attributes: {
      type: "search",
      placeholder: say("search-label"),
      autocomplete: "off",
      enterkeyhint: "search",
    },
    on: { input: drawResults },
  });
  box.setAttribute("aria-label", say("search-label"));
  box.placeholder = say("search-label");
  results = element("div", { class: "stack", attributes: { "aria-live": "polite" } });
  drawResults();
  show(
    main,
    element(
      "header",
      { class: "page-head" },
      element("h1", { text: say("place-clients"), attributes: { tabindex: -1 } }),
    ),
    element("div", { class: "search" }, icon("search"), box),
    results,
    element("div", { class: "more-verbs" }, newClientButton()),
  );
}

function drawResults(): void {
  const { day, last_fix } = current();
  if (results === null) return;
  const query = box?.value ?? "";
  const found = search(day?.accounts.values() ?? [], query, last_fix);
  if (found.length === 0) return show(results, empty(query));
  show(
    results,
    element("p", {
      class: "soft",
      text: say(query === "" ? "clients-count" : "search-count", { count: found.length }),
    }),
    element(
      "ul",
      { class: "list" },
      found.slice(0, SHOWN).map(({ account, distance_m }) =>
        element(
          "li",
          {},
          account.tier === null
            ? null
            : element("span", {
                class: "tier",
                text: account.tier,
                attributes: { title: say("tier", { tier: account.tier }) },
              }),
          element(
            "div",
            { class: "main" },
            element("a", {
              class: "whole",
              key: `client-${account.id}`,
              text: account.name,
              attributes: { href: `/field/clients/${account.id}` },
            }),
            element("span", {
              class: "soft",
              text:
                account.last_visit_on === null
                  ? say("never-visited")
                  : say("last-visit", { day: shortDay(account.last_visit_on) }),
            }),
          ),
          element(
            "div",
            { class: "aside" },
            distance_m !== null && distance(distance_m),
            day?.accounts.get(account.id)?.unsent === true && unsentMark(),
          ),
        ),
      ),
    ),
    found.length > SHOWN &&
      element("p", { class: "soft", text: say("search-more", { count: found.length - SHOWN }) }),
  );
}

function empty(query: string): HTMLElement {
  return element(
    "div",
    { class: "empty" },
    icon(query === "" ? "store" : "search"),
    element("h2", { text: say(query === "" ? "clients-empty-title" : "search-nothing") }),
    element("p", { text: say(query === "" ? "clients-empty" : "search-nothing-help") }),
  );
}
