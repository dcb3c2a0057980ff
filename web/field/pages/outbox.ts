import { RECEIPT_DAYS } from "../rules/outbox_age.ts";
import { isUnsent } from "../rules/stored_event.ts";
import { button } from "../screen/button.ts";
import { element, icon, show } from "../screen/element.ts";
import { clock } from "../screen/format.ts";
import { say } from "../screen/words.ts";
import { current, unsent } from "../state.ts";
import { contact, tryNow } from "./contact_state.ts";
import { eventRow, receiptRow } from "./event_row.ts";
import { signInLink } from "./notices.ts";
import { outboxSentence } from "./outbox_sentence.ts";
import { tray } from "./tray.ts";

export function drawOutbox(main: HTMLElement): void {
  const { events } = current();
  const waiting = events.filter(isUnsent);
  const sent = events.filter((stored) => stored.standing === "sent").reverse();
  show(
    main,
    element(
      "header",
      { class: "page-head" },
      element("h1", { text: say("place-outbox"), attributes: { tabindex: -1 } }),
    ),
    summary(),
    tray(),
    waiting.length > 0 &&
      part("outbox-waiting-title", element("ol", { class: "list" }, waiting.map(eventRow))),
    sent.length > 0 &&
      part("receipts-title", element("ul", { class: "list receipts" }, sent.map(receiptRow))),
    sent.length > 0 &&
      element("p", { class: "soft small", text: say("receipts-kept", { days: RECEIPT_DAYS }) }),
    element(
      "a",
      { class: "row-link", key: "to-phone", attributes: { href: "/field/phone" } },
      icon("smartphone"),
      element("span", { text: say("phone-title") }),
      icon("chevron-right"),
    ),
  );
}

function summary(): HTMLElement {
  const { look, drawing, text } = outboxSentence();
  const { state, busy, next_try_at } = contact();
  const { count } = unsent();
  return element(
    "section",
    { class: "card outbox-card", attributes: { "data-look": look } },
    element("p", { class: "outbox-line" }, icon(drawing), element("strong", { text })),
    element("p", { class: "soft", text: detail(state, next_try_at, count) }),
    state === "signed_out"
      ? signInLink()
      : button(
          "refresh-cw",
          say(busy ? "sending" : count > 0 ? "send-now" : "fetch-now"),
          "send-now",
          tryNow,
          count > 0 ? "button big" : "button quiet wide",
        ),
  );
}

function detail(
  state: ReturnType<typeof contact>["state"],
  next: number | null,
  count: number,
): string {
  if (state === "signed_out") return say("sign-in-to-send", { count });
  if (count === 0) return say("outbox-nothing-waits");
  if (state === "unreachable")
    return next === null ? say("outbox-no-signal") : say("outbox-next-try", { time: clock(next) });
  return say("outbox-keeps");
}

function part(title: string, list: HTMLElement): HTMLElement {
  return element("section", { class: "part" }, element("h2", { text: say(title) }), list);
}
