import type { Day, ShownTask } from "../rules/project.ts";
import { element, icon } from "../screen/element.ts";
import { shortDay } from "../screen/format.ts";
import { say } from "../screen/words.ts";
import { finishTask } from "../verbs/task_done.ts";
import { unsentMark } from "./unsent_mark.ts";

/** A task with its client and day, to be ticked off. */
export function taskRow(task: ShownTask, day: Day, named = true): HTMLElement {
  const client = task.account_id === null ? undefined : day.accounts.get(task.account_id)?.name;
  const parts = [
    named ? client : undefined,
    task.due_on === null ? undefined : say("due", { day: shortDay(task.due_on) }),
  ];
  return element(
    "li",
    {},
    element(
      "button",
      {
        class: "tick",
        key: `task-${task.id}`,
        attributes: { type: "button", "aria-label": say("task-finish", { task: task.text }) },
        on: { click: () => void finishTask(task) },
      },
      icon("check"),
    ),
    element(
      "div",
      { class: "main" },
      task.text,
      element("span", {
        class: "soft",
        text: parts.filter((part) => part !== undefined).join(" · "),
      }),
    ),
    task.unsent && unsentMark(),
  );
}
