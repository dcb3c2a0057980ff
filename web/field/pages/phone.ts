/** This phone: language, what it stores, how to install, and leaving. */

import { canOfferInstall } from "../phone/install.ts";
import { isInstalled, platform } from "../phone/platform.ts";
import {
  askToPersist,
  type Persistence,
  persistence,
  type Room,
  storageRoom,
} from "../phone/storage.ts";
import { announce } from "../screen/announce.ts";
import { button } from "../screen/button.ts";
import { element, icon, show } from "../screen/element.ts";
import { megabytes, percent, when } from "../screen/format.ts";
import { type Language, say, spoken } from "../screen/words.ts";
import { current, mayVisit, redraw } from "../state.ts";
import { deviceId } from "../store/settings.ts";
import { signOut } from "../verbs/sign_out.ts";
import { switchLanguage } from "../verbs/switch_language.ts";
import { installSteps } from "./notices.ts";

const NAMES: Record<Language, string> = { id: "Bahasa Indonesia", en: "English" };

let kept: Persistence | null = null;
let room: Room | null = null;
let device: string | null = null;

export function drawPhone(main: HTMLElement): void {
  if (device === null) void look();
  const { person, snapshot, pulled_at } = current();
  show(
    main,
    element(
      "a",
      { class: "back", key: "back", attributes: { href: "/field" } },
      icon("chevron-left"),
      say("place-today"),
    ),
    element(
      "header",
      { class: "page-head" },
      element(
        "div",
        {},
        element("h1", { text: say("phone-title"), attributes: { tabindex: -1 } }),
        person !== null &&
          element("p", {
            class: "soft",
            text: [person.name, person.team, snapshot?.company.name].filter(Boolean).join(" · "),
          }),
      ),
    ),
    languages(),
    storage(),
    isInstalled() ? element("p", { class: "badge good", text: say("installed") }) : installPart(),
    element(
      "dl",
      { class: "summary" },
      element("dt", { text: say("phone-contact") }),
      element("dd", { text: pulled_at === null ? say("never") : when(pulled_at) }),
      element("dt", { text: say("phone-device") }),
      element("dd", { class: "hash", text: device === null ? "…" : device.slice(-12) }),
    ),
    element(
      "section",
      { class: "part" },
      element("h2", { text: say("position-how") }),
      element("p", { text: say(`position-help-${platform().replace("_", "-")}`) }),
      element("p", { class: "soft", text: say("position-promise") }),
    ),
    deskLink("row-link"),
    element(
      "div",
      { class: "more-verbs" },
      button("log-out", say("sign-out"), "sign-out", () => void signOut(), "button danger wide"),
    ),
  );
}

/** The way to the pages of the desk, which the same session opens. */
export function deskLink(className: string): HTMLElement {
  return element(
    "a",
    {
      class: className,
      key: "desk",
      attributes: { href: mayVisit() ? "/accounts" : "/attendance" },
    },
    icon("monitor"),
    element("span", { text: say("to-desk") }),
    icon("chevron-right"),
  );
}

function languages(): HTMLElement {
  return element(
    "fieldset",
    { class: "options" },
    element("legend", { text: say("language") }),
    element(
      "div",
      { class: "options-list" },
      (["id", "en"] as const).map((language) =>
        element(
          "label",
          {},
          element("input", {
            key: `language-${language}`,
            attributes: {
              type: "radio",
              name: "language",
              value: language,
              checked: spoken() === language,
            },
            on: { change: () => void switchLanguage(language) },
          }),
          element("span", { text: NAMES[language], attributes: { lang: language } }),
        ),
      ),
    ),
  );
}

function storage(): HTMLElement {
  return element(
    "section",
    { class: "part" },
    element("h2", { text: say("storage-title") }),
    element(
      "p",
      {},
      element("span", {
        class: `badge ${kept === "kept" ? "good" : "warn"}`,
        text: say(`storage-${(kept ?? "unknown").replaceAll("_", "-")}`),
      }),
    ),
    kept !== "kept" && element("p", { class: "soft", text: say("storage-advice") }),
    kept !== "kept" && button("shield-check", say("storage-ask"), "storage-ask", () => void ask()),
    room !== null &&
      element("p", {
        class: "soft",
        text: say("storage-room", {
          used: megabytes(room.used),
          share: percent(room.used / room.quota),
        }),
      }),
    room?.nearlyFull === true &&
      element("p", {
        class: "badge warn",
        text: say("storage-nearly-full", { share: percent(room.used / room.quota) }),
      }),
  );
}

function installPart(): HTMLElement | null {
  return platform() === "desktop" && !canOfferInstall() ? null : installSteps(null);
}

async function look(): Promise<void> {
  device = await deviceId();
  [kept, room] = await Promise.all([persistence(), storageRoom()]);
  redraw();
}

async function ask(): Promise<void> {
  kept = await askToPersist();
  announce(say(`storage-${kept.replaceAll("_", "-")}`));
  redraw();
}
