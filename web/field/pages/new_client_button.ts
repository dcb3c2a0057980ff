import { button } from "../screen/button.ts";
import { say } from "../screen/words.ts";
import { meetClient } from "../verbs/new_client.ts";

/** "I am here, at somebody who is no client yet." */
export function newClientButton(): HTMLButtonElement {
  return button(
    "map-pin-plus",
    say("new-client"),
    "new-client",
    () => void meetClient(),
    "button quiet wide",
  );
}
