/** Measures the position once and says how it goes; never stands in the way. */

import { platform } from "../phone/platform.ts";
import { type Measured, measurePosition } from "../phone/position.ts";
import type { FixError } from "../protocol/event.ts";
import { current } from "../state.ts";
import { element, icon, show } from "./element.ts";
import { distance } from "./format.ts";
import { say } from "./words.ts";

export interface PositionLine {
  node: HTMLElement;
  done: Promise<Measured>;
  /** What was measured; null while it goes on. */
  measured(): Measured | null;
  /** Something usable is there already, though measuring goes on. */
  hasSample(): boolean;
  /** Takes what there is, now. */
  stop(): Promise<Measured>;
}

/** Starts measuring at once: call it in the tap. */
export function positionLine(onSample: () => void = () => {}): PositionLine {
  const good = current().snapshot?.policy.good_accuracy_m ?? 50;
  const node = element("div", { class: "position", attributes: { "aria-live": "polite" } });
  let result: Measured | null = null;
  draw(node, "searching", say("position-searching"));
  let sampled = false;
  const measuring = measurePosition(good, (best, count) => {
    if (result !== null) return;
    sampled = true;
    onSample();
    draw(node, "searching", say("position-sample", { accuracy: distance(best.accuracy_m), count }));
  });
  const done = measuring.done.then((measured) => {
    result = measured;
    if (measured.fix !== null) {
      const rough = good < measured.fix.accuracy_m;
      draw(
        node,
        rough ? "rough" : "found",
        say(rough ? "position-rough" : "position-found", {
          accuracy: distance(measured.fix.accuracy_m),
        }),
      );
    } else {
      draw(
        node,
        "missing",
        say(`position-${measured.fix_error ?? "unavailable"}`),
        helpWith(measured.fix_error),
      );
    }
    return measured;
  });
  return {
    node,
    done,
    measured: () => result,
    hasSample: () => sampled,
    stop() {
      measuring.stop();
      return done;
    },
  };
}

type Look = "searching" | "found" | "rough" | "missing";

const ICONS: Record<Look, string> = {
  searching: "locate",
  found: "map-pin-check",
  rough: "map-pin",
  missing: "locate-off",
};

function draw(
  node: HTMLElement,
  look: Look,
  sentence: string,
  help: HTMLElement | null = null,
): void {
  node.dataset["look"] = look;
  show(node, icon(ICONS[look]), element("div", {}, element("p", { text: sentence }), help));
}

/** How to allow the position on this kind of phone. */
function helpWith(error: FixError | null): HTMLElement | null {
  if (error !== "denied") return null;
  return element(
    "details",
    {},
    element("summary", { text: say("position-how") }),
    element("p", { text: say(`position-help-${platform().replace("_", "-")}`) }),
  );
}
