import type { PlaceVerdict, Signal, TimeGrade } from "../protocol/event.ts";
import { element, icon } from "../screen/element.ts";
import { say } from "../screen/words.ts";

const PLACE_ICONS: Record<PlaceVerdict, string> = {
  inside: "map-pin-check",
  outside: "map-pin-x",
  cannot_tell: "map-pin",
};

/** How the server graded time and place, each with its word and its reason. */
export function evidence(
  time: { grade: TimeGrade; sentence: string },
  place: { verdict: PlaceVerdict; sentence: string } | null,
  signals: Signal[],
): HTMLElement {
  return element(
    "div",
    { class: "evidence-list" },
    place !== null &&
      line(
        place.verdict,
        PLACE_ICONS[place.verdict],
        say(`place-verdict-${place.verdict.replace("_", "-")}`),
        place.sentence,
      ),
    line(time.grade, "clock", say(`time-${time.grade}`), time.sentence),
    signals.map((signal) => line("cannot_tell", "flag", say("signal"), signal.sentence)),
  );
}

function line(look: string, drawing: string, word: string, sentence: string): HTMLElement {
  return element(
    "div",
    { class: `evidence ${look}` },
    icon(drawing),
    element("span", {}, `${word}. `, element("span", { class: "why", text: sentence })),
  );
}
