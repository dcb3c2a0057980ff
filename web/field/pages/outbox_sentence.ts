/** The outbox in one sentence; it stands above the four places on every screen. */

import { needsAttention } from "../rules/stored_event.ts";
import { element, icon } from "../screen/element.ts";
import { when } from "../screen/format.ts";
import { say } from "../screen/words.ts";
import { current, unsent } from "../state.ts";
import { contact } from "./contact_state.ts";

export interface OutboxSentence {
  look: "sent" | "waiting" | "sending" | "attention";
  drawing: string;
  text: string;
}

export function outboxSentence(): OutboxSentence {
  const { count, since } = unsent();
  const refused = current().events.filter(needsAttention).length;
  const { busy, state } = contact();
  if (refused > 0)
    return {
      look: "attention",
      drawing: "circle-alert",
      text: say("outbox-refused", { count: refused }),
    };
  if (count > 0 && busy)
    return { look: "sending", drawing: "cloud-upload", text: say("outbox-sending", { count }) };
  if (count > 0 && since !== null)
    return {
      look: "waiting",
      drawing: "cloud-off",
      text: say("outbox-waiting", { count, since: when(since) }),
    };
  const { pulled_at } = current();
  if (state === "unreachable" && pulled_at !== null) {
    return {
      look: "sent",
      drawing: "wifi-off",
      text: say("outbox-empty-offline", { time: when(pulled_at) }),
    };
  }
  return { look: "sent", drawing: "check-check", text: say("outbox-empty") };
}

export function outboxStrip(): HTMLElement {
  const { look, drawing, text } = outboxSentence();
  return element(
    "a",
    {
      class: "outbox-strip",
      key: "outbox-strip",
      attributes: { href: "/field/outbox", "data-look": look },
    },
    icon(drawing),
    element("span", { text }),
  );
}
