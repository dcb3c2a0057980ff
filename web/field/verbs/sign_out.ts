import { tryNow } from "../pages/contact_state.ts";
import { element, show } from "../screen/element.ts";
import { openSheet } from "../screen/sheet.ts";
import { say } from "../screen/words.ts";
import { current, unsent } from "../state.ts";
import { keepSetting } from "../store/settings.ts";
import { wipe } from "../store/wipe.ts";
import { tellNeighbours } from "../sync/neighbours.ts";

/** Leaves this phone. What was not sent is named first, and stays for the next sign-in of the same person. */
export async function signOut(): Promise<void> {
  const { count } = unsent();
  const sheet = openSheet({ title: say("sign-out-title") });
  show(
    sheet.body,
    element("p", { text: count === 0 ? say("sign-out-clean") : say("sign-out-unsent", { count }) }),
  );
  show(
    sheet.foot,
    count > 0 &&
      element("button", {
        class: "button big",
        text: say("sign-out-send-first"),
        attributes: { type: "button" },
        on: {
          click() {
            tryNow();
            sheet.close();
          },
        },
      }),
    element("button", {
      class: "button danger wide",
      text: say(count === 0 ? "sign-out" : "sign-out-anyway"),
      attributes: { type: "button" },
      on: { click: () => void leave() },
    }),
  );
  await sheet.closed;
}

async function leave(): Promise<void> {
  const { person } = current();
  if (person !== null) await wipe(person.id);
  await keepSetting("person", null);
  tellNeighbours("data");
  // A form, so that the browser follows to the sign-in page and the session ends on the server.
  const form = element("form", { attributes: { method: "post", action: "/sign-out" } });
  document.body.append(form);
  form.submit();
}
