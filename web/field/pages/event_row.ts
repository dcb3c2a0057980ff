import type { StoredEvent } from "../rules/stored_event.ts";
import { element, icon } from "../screen/element.ts";
import { when, zoneName } from "../screen/format.ts";
import { say } from "../screen/words.ts";
import { evidence } from "./evidence.ts";
import { pictures } from "./pictures.ts";

/** One of this phone's events: what it was, when, and where it stands. */
export function eventRow(stored: StoredEvent): HTMLElement {
  return element(
    "li",
    { class: "event-row" },
    element(
      "p",
      { class: "fact-head" },
      element("strong", { text: eventTitle(stored) }),
      element("time", {
        text: when(stored.event.claimed_at),
        attributes: { datetime: stored.event.claimed_at },
      }),
    ),
    element("p", { class: "soft" }, stateOf(stored)),
    pictures(stored.event.photos),
    lostPhotos(stored),
  );
}

export function eventTitle(stored: StoredEvent): string {
  const title = say(`kind-${stored.event.kind.replaceAll("_", "-")}`);
  return stored.subject === null ? title : `${title} · ${stored.subject}`;
}

function stateOf(stored: StoredEvent): string {
  if (stored.standing === "draft") return say("event-measuring");
  if (Date.now() < stored.not_before) return say("event-later", { time: when(stored.not_before) });
  return say("event-waiting", { number: stored.seq });
}

function lostPhotos(stored: StoredEvent): HTMLElement | null {
  if (stored.lost_photos.length === 0) return null;
  return element("p", {
    class: "badge warn",
    text: say("photos-lost", { count: stored.lost_photos.length }),
  });
}

/** An acknowledged event with its receipt: the number with which a dispute ends. */
export function receiptRow(stored: StoredEvent): HTMLElement {
  const { receipt } = stored;
  return element(
    "li",
    { class: "event-row" },
    element(
      "details",
      {},
      element(
        "summary",
        { key: `receipt-${stored.id}` },
        icon("circle-check"),
        element(
          "span",
          { class: "main" },
          element("strong", { text: eventTitle(stored) }),
          element("span", {
            class: "soft",
            text: receipt === null ? "" : say("receipt-line", { number: receipt.number }),
          }),
        ),
        element("time", {
          text: when(stored.event.claimed_at),
          attributes: { datetime: stored.event.claimed_at },
        }),
      ),
      receipt !== null && evidence(receipt.time, receipt.place, receipt.signals),
      receipt !== null &&
        element(
          "dl",
          { class: "summary" },
          element("dt", { text: say("receipt-number") }),
          element("dd", { class: "number-text", text: receipt.number }),
          element("dt", { text: say("receipt-recorded") }),
          element("dd", { text: `${when(receipt.recorded_at)} ${zoneName()}` }),
          element("dt", { text: say("receipt-received") }),
          element("dd", { text: `${when(receipt.received_at)} ${zoneName()}` }),
          element("dt", { text: say("receipt-hash") }),
          element("dd", { class: "hash", text: receipt.hash }),
        ),
      pictures(stored.event.photos),
      lostPhotos(stored),
    ),
  );
}
