/** The frame around every screen: content above, the outbox in a sentence, four places under the thumb. */

import { outboxStrip } from "../pages/outbox_sentence.ts";
import { needsAttention } from "../rules/stored_event.ts";
import { current, mayVisit } from "../state.ts";
import { element, icon, show } from "./element.ts";
import type { Route } from "./route.ts";
import { say } from "./words.ts";

const PLACES = [
  { place: "today", drawing: "house", href: "/field" },
  { place: "clients", drawing: "store", href: "/field/clients" },
  { place: "record", drawing: "eye", href: "/field/record" },
  { place: "outbox", drawing: "inbox", href: "/field/outbox" },
] as const;

export interface Frame {
  main: HTMLElement;
  draw(route: Route): void;
}

export function buildFrame(app: HTMLElement): Frame {
  const main = element("main", { attributes: { id: "content", tabindex: -1 } });
  const foot = element("footer", { class: "foot" });
  app.replaceChildren(main, foot);
  return {
    main,
    draw(route) {
      const here = route.place === "client" ? "clients" : route.place;
      const waiting = current().events.filter(needsAttention).length;
      show(
        foot,
        outboxStrip(),
        element(
          "nav",
          { attributes: { "aria-label": say("places") } },
          element(
            "ul",
            { class: "places" },
            PLACES.filter(({ place }) => place !== "clients" || mayVisit()).map(
              ({ place, drawing, href }) =>
                element(
                  "li",
                  { class: "place" },
                  element(
                    "a",
                    {
                      key: `place-${place}`,
                      attributes: { href, "aria-current": here === place && "page" },
                    },
                    icon(drawing),
                    element("span", { text: say(`place-${place}`) }),
                    place === "outbox" &&
                      waiting > 0 &&
                      element("span", {
                        class: "dot",
                        attributes: { "aria-label": say("outbox-refused", { count: waiting }) },
                      }),
                  ),
                ),
            ),
          ),
        ),
      );
    },
  };
}
