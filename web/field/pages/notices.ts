/** What must be known before anything else: signed out, an old outbox, someone else's events; and how to install. */

import { canOfferInstall, offerInstall } from "../phone/install.ts";
import { isInstalled, platform } from "../phone/platform.ts";
import { announce } from "../screen/announce.ts";
import { element, icon } from "../screen/element.ts";
import { duration } from "../screen/format.ts";
import { say } from "../screen/words.ts";
import { current, redraw, refresh, unsent } from "../state.ts";
import { keepSetting } from "../store/settings.ts";
import { contact } from "./contact_state.ts";

export function notices(): (HTMLElement | null)[] {
  return [signedOut(), oldOutbox(), others(), tooOld()];
}

function signedOut(): HTMLElement | null {
  if (contact().state !== "signed_out") return null;
  const { count } = unsent();
  return notice(
    "warn",
    "log-in",
    say(count === 0 ? "sign-in-to-refresh" : "sign-in-to-send", { count }),
    signInLink(),
  );
}

/** Signing in is a page of its own; afterwards the person comes back here. */
export function signInLink(): HTMLElement {
  return element("a", {
    class: "button",
    key: "sign-in",
    text: say("sign-in"),
    attributes: { href: "/sign-in?next=/field" },
  });
}

function oldOutbox(): HTMLElement | null {
  const { old, since, count } = unsent();
  if (!old || since === null) return null;
  return notice(
    "warn",
    "cloud-off",
    say("outbox-old", { count, age: duration(Date.now() - since) }),
  );
}

function others(): HTMLElement | null {
  const count = current().unsent_of_others;
  return count === 0 ? null : notice("", "users", say("outbox-of-others", { count }));
}

function tooOld(): HTMLElement | null {
  const { person, pulled_at } = current();
  return person !== null && pulled_at === null
    ? notice("warn", "triangle-alert", say("day-expired"))
    : null;
}

/** Shown until the app stands on the home screen or the person put it off. */
export function installGuide(): HTMLElement | null {
  if (isInstalled() || current().install_dismissed || platform() === "desktop") return null;
  return installSteps(async () => {
    await keepSetting("install_dismissed", true);
    await refresh();
  });
}

/** How to put the app on the home screen, on this kind of phone. */
export function installSteps(dismiss: (() => void) | null): HTMLElement {
  const steps = canOfferInstall()
    ? element("button", {
        class: "button quiet",
        key: "install",
        text: say("install-now"),
        attributes: { type: "button" },
        on: { click: () => void install() },
      })
    : element(
        "ol",
        { class: "steps" },
        [1, 2].map((step) =>
          element("li", { text: say(`install-${platform().replace("_", "-")}-${step}`) }),
        ),
      );
  return element(
    "section",
    { class: "install", attributes: { "aria-label": say("install-title") } },
    element("h2", {}, icon("smartphone"), say("install-title")),
    element("p", { text: say("install-why") }),
    steps,
    dismiss !== null &&
      element("button", {
        class: "button plain",
        key: "install-later",
        text: say("install-later"),
        attributes: { type: "button" },
        on: { click: dismiss },
      }),
  );
}

async function install(): Promise<void> {
  if (await offerInstall()) announce(say("install-done"));
  redraw();
}

/** A sentence that stands out, with at most one thing to do about it. */
export function notice(
  look: "" | "warn" | "bad" | "good",
  drawing: string,
  sentence: string,
  action: HTMLElement | null = null,
): HTMLElement {
  return element(
    "div",
    { class: `notice ${look}`.trim() },
    icon(drawing),
    element("p", { text: sentence }),
    action && element("div", {}, action),
  );
}
