/** The state of the work day and the one big action. */

import type { Shift } from "../protocol/snapshot.ts";
import type { ShownWorkDay, WorkState } from "../rules/work_day.ts";
import { button } from "../screen/button.ts";
import { element, icon } from "../screen/element.ts";
import { clock, duration, longDay, wallTime, zoneName } from "../screen/format.ts";
import { say, sayCode } from "../screen/words.ts";
import { current } from "../state.ts";
import { clockIn, clockOut } from "../verbs/clock.ts";
import { unsentMark } from "./unsent_mark.ts";

export function workCard(state: WorkState, shift: Shift | null): HTMLElement {
  return element(
    "section",
    { class: "work", attributes: { "data-now": state.now, "aria-label": say("work-title") } },
    ...content(state, shift),
  );
}

function content(state: WorkState, shift: Shift | null): (HTMLElement | null | false)[] {
  switch (state.now) {
    case "not_started":
      return [
        headline("circle-dashed", say("work-not-started")),
        shiftLine(shift),
        bigButton("log-in", say("clock-in"), clockIn),
      ];
    case "forgotten":
      return [
        headline("circle-dashed", say("work-not-started")),
        element("p", {
          class: "work-detail",
          text: say("work-forgotten", { day: longDay(state.work.day) }),
        }),
        bigButton("log-in", say("clock-in"), clockIn),
      ];
    case "working":
      return [
        headline(
          "circle-dot",
          state.work.opened_at === null
            ? say("work-open")
            : say("work-since", { time: clock(state.work.opened_at) }),
          elapsed(state.work),
        ),
        marks(state.work),
        shiftLine(shift),
        bigButton("log-out", say("clock-out"), clockOut, "button quiet big"),
      ];
    case "finished":
      return [
        headline("circle-check", finished(state.work), elapsed(state.work)),
        marks(state.work),
        bigButton("log-in", say("clock-in-again"), clockIn, "button quiet big"),
      ];
  }
}

function headline(drawing: string, text: string, side: HTMLElement | null = null): HTMLElement {
  return element("div", { class: "work-state" }, icon(drawing), element("h2", { text }), side);
}

function finished(work: ShownWorkDay): string {
  return work.closed_at === null
    ? say("work-over")
    : say("work-finished", { time: clock(work.closed_at) });
}

function elapsed(work: ShownWorkDay): HTMLElement | null {
  if (work.opened_at === null) return null;
  const end = work.closed_at === null ? Date.now() : Date.parse(work.closed_at);
  return element("span", {
    class: "work-elapsed",
    text: duration(end - Date.parse(work.opened_at)),
  });
}

function marks(work: ShownWorkDay): HTMLElement | null {
  const sentences = work.marks.map((mark) =>
    mark === "late"
      ? say("mark-late", { minutes: work.late_minutes })
      : sayCode("mark", mark, mark),
  );
  if (work.late_minutes > 0 && !work.marks.includes("late"))
    sentences.unshift(say("mark-late", { minutes: work.late_minutes }));
  if (sentences.length === 0 && !work.unsent) return null;
  return element("p", { class: "work-detail" }, sentences.join(" · "), work.unsent && unsentMark());
}

function shiftLine(shift: Shift | null): HTMLElement | null {
  if (shift === null) return null;
  return element("p", {
    class: "work-detail",
    text: say("shift", {
      start: wallTime(shift.start),
      end: wallTime(shift.end),
      zone: zoneOf(shift),
    }).trim(),
  });
}

/** A shift goes by the company's clock, or by the one on the wall where the person stands. */
function zoneOf(shift: Shift): string {
  const zone = current().snapshot?.company.zone;
  return shift.meaning === "local" || !zone ? zoneName() : zoneName(zone);
}

function bigButton(
  drawing: string,
  label: string,
  act: () => Promise<void>,
  className = "button big",
): HTMLElement {
  return button(drawing, label, "work-button", () => void act(), className);
}
