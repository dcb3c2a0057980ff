import { tryNow } from "../pages/contact_state.ts";
import { forgetRecord } from "../pages/record.ts";
import { chooseLanguage } from "../phone/language.ts";
import { type Language, speak } from "../screen/words.ts";
import { redraw } from "../state.ts";
import { keepSetting } from "../store/settings.ts";

/** Speaks the other language at once; the server's own words follow with the next contact. */
export async function switchLanguage(language: Language): Promise<void> {
  chooseLanguage(language);
  await keepSetting("language", language);
  speak(language);
  forgetRecord();
  redraw();
  tryNow();
}
