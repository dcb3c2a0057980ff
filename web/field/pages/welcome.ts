import { button } from "../screen/button.ts";
import { element, icon, show } from "../screen/element.ts";
import { say } from "../screen/words.ts";
import { current } from "../state.ts";
import type { Contact } from "../sync/rhythm.ts";
import { tryNow } from "./contact_state.ts";
import { notice, signInLink } from "./notices.ts";

/** Nobody is known on this phone yet: it has to reach the server once. */
export function drawWelcome(main: HTMLElement, state: Contact["state"]): void {
  const others = current().unsent_of_others;
  show(
    main,
    element(
      "div",
      { class: "empty" },
      icon(state === "unreachable" ? "wifi-off" : "smartphone"),
      element("h1", {
        text: say(`welcome-${state.replace("_", "-")}`),
        attributes: { tabindex: -1 },
      }),
      element("p", { text: say(`welcome-${state.replace("_", "-")}-help`) }),
      element(
        "div",
        { class: "buttons" },
        state === "signed_out" && signInLink(),
        state === "unreachable" && button("refresh-cw", say("try-again"), "try", tryNow, "button"),
      ),
    ),
    others > 0 && notice("", "users", say("outbox-of-others", { count: others })),
  );
}
