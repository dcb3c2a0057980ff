/** The field app: everything an account executive does outside, with or without a signal. */

import { drawClient } from "./pages/client.ts";
import { drawClients } from "./pages/clients.ts";
import { contact, followRhythm, tryNow } from "./pages/contact_state.ts";
import { drawOutbox } from "./pages/outbox.ts";
import { drawPhone } from "./pages/phone.ts";
import { drawRecord, forgetRecord } from "./pages/record.ts";
import { drawToday } from "./pages/today.ts";
import { drawWelcome } from "./pages/welcome.ts";
import { watchInstallOffer } from "./phone/install.ts";
import { chosenLanguage } from "./phone/language.ts";
import { restoreToken } from "./phone/moment.ts";
import { registerWorker } from "./phone/worker.ts";
import { announce, newsRegion } from "./screen/announce.ts";
import { buildFrame } from "./screen/frame.ts";
import { type Route, routeOf, watchRoute } from "./screen/route.ts";
import { say, speak, spoken } from "./screen/words.ts";
import { current, onState, redraw, refresh } from "./state.ts";
import { expireDay } from "./store/day.ts";
import { keepSetting, setting } from "./store/settings.ts";
import { hearNeighbours, tellNeighbours } from "./sync/neighbours.ts";
import { startRhythm } from "./sync/rhythm.ts";
import { wakeWith } from "./verbs/save.ts";

const A_MINUTE_MS = 60_000;

async function start(): Promise<void> {
  const app = document.getElementById("app");
  if (app === null) return;
  const offered = app.dataset["lang"] === "en" ? "en" : "id";
  const language = chosenLanguage() ?? (await setting("language")) ?? offered;
  speak(language);
  await keepSetting("language", language);
  await forgetWhatIsTooOld();

  const frame = buildFrame(app);
  document.body.append(newsRegion());
  let route = routeOf(location.pathname);
  const draw = () => {
    frame.draw(route);
    screen(route, frame.main);
    document.title = `${title(route)} · Jembatan`;
  };
  onState(draw);
  watchRoute((next) => {
    route = next;
    draw();
    frame.main.scrollTop = 0;
    frame.main.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  });
  watchInstallOffer(redraw);
  await refresh();
  keepInTouch();
  // Durations and "2 unsent, since …" grow by themselves.
  setInterval(() => document.visibilityState === "visible" && redraw(), A_MINUTE_MS);
  await registerWorker().catch((error: unknown) => console.warn(error));
}

/** Follows the server, the other tabs and the worker. */
function keepInTouch(): void {
  followRhythm(
    startRhythm(
      spoken,
      () => void refresh().then(() => tellNeighbours("data")),
      (outcome) => {
        if (outcome?.kind === "done" && outcome.changedPerson) {
          forgetRecord();
          announce(say("person-changed", { name: current().person?.name ?? "" }));
        }
        redraw();
      },
    ),
  );
  wakeWith(tryNow);
  hearNeighbours((news) => {
    void refresh();
    if (news === "new_event") tryNow();
  });
  tryNow();
}

async function forgetWhatIsTooOld(): Promise<void> {
  restoreToken((await setting("time_token")) ?? null);
  const person = await setting("person");
  const lastContact = await setting("last_contact");
  if (person && lastContact !== undefined) await expireDay(person.id, lastContact, Date.now());
}

function screen(route: Route, main: HTMLElement): void {
  const { ready, person } = current();
  if (!ready) return;
  if (person === null) return drawWelcome(main, contact().state);
  switch (route.place) {
    case "today":
      return drawToday(main);
    case "clients":
      return drawClients(main);
    case "client":
      return drawClient(main, route.account);
    case "record":
      return drawRecord(main);
    case "outbox":
      return drawOutbox(main);
    case "phone":
      return drawPhone(main);
  }
}

function title(route: Route): string {
  if (route.place === "client")
    return current().day?.accounts.get(route.account)?.name ?? say("client-unknown");
  return say(route.place === "phone" ? "phone-title" : `place-${route.place}`);
}

void start();
