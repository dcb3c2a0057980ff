import { momentNow } from "../phone/moment.ts";
import type { ShownTask } from "../rules/project.ts";
import { announce } from "../screen/announce.ts";
import { say } from "../screen/words.ts";
import { current } from "../state.ts";
import { save } from "./save.ts";

/** Ticks off a task. */
export async function finishTask(task: ShownTask): Promise<void> {
  const client =
    task.account_id === null ? null : (current().day?.accounts.get(task.account_id)?.name ?? null);
  const saved = await save(
    [{ kind: "task_done", payload: { task_id: task.id }, subject: client }],
    { moment: momentNow() },
  );
  if (saved !== null) announce(say("task-finished"));
}
