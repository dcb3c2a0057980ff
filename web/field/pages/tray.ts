/** Events that the server refused: why, and what to do. They never hold back the others. */

import { needsAttention, type StoredEvent } from "../rules/stored_event.ts";
import { announce } from "../screen/announce.ts";
import { button } from "../screen/button.ts";
import { element, icon } from "../screen/element.ts";
import { when } from "../screen/format.ts";
import { say, sayCode } from "../screen/words.ts";
import { current } from "../state.ts";
import { forgetEvent } from "../store/outbox.ts";
import { changed } from "../verbs/save.ts";
import { sendAgain } from "../verbs/send_again.ts";
import { eventTitle } from "./event_row.ts";
import { pictures } from "./pictures.ts";

export function tray(): HTMLElement | null {
  const refused = current().events.filter(needsAttention);
  if (refused.length === 0) return null;
  return element(
    "section",
    { class: "part", attributes: { "aria-labelledby": "tray-title" } },
    element("h2", {
      text: say("tray-title", { count: refused.length }),
      attributes: { id: "tray-title" },
    }),
    refused.map(item),
  );
}

function item(stored: StoredEvent): HTMLElement {
  const conflict = stored.standing === "conflict";
  const reason =
    stored.reason?.message || sayCode("refused", stored.reason?.code ?? "", say("refused-unknown"));
  return element(
    "div",
    { class: "card tray-item" },
    element(
      "p",
      { class: "fact-head" },
      element("strong", { text: eventTitle(stored) }),
      element("time", { text: when(stored.event.claimed_at) }),
    ),
    element(
      "p",
      { class: "refusal" },
      icon("circle-x"),
      element("span", { text: conflict ? say("refused-conflict") : reason }),
    ),
    element("p", {
      class: "soft",
      text: say(conflict ? "conflict-what-to-do" : "refused-what-to-do"),
    }),
    pictures(stored.event.photos),
    element(
      "div",
      { class: "buttons" },
      button("send", say("send-again"), `again-${stored.id}`, () => void again(stored), "button"),
      button(
        "check",
        say("tray-dismiss"),
        `dismiss-${stored.id}`,
        () => void dismiss(stored),
        "button quiet",
      ),
    ),
  );
}

async function again(stored: StoredEvent): Promise<void> {
  await sendAgain(stored);
  announce(say("sent-again"));
  await changed();
}

async function dismiss(stored: StoredEvent): Promise<void> {
  await forgetEvent(stored.id);
  announce(say("tray-dismissed"));
  await changed();
}
