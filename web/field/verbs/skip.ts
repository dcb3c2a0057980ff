import { momentNow, phoneZone } from "../phone/moment.ts";
import type { Payloads } from "../protocol/event.ts";
import { addDays, dayOf } from "../rules/civil.ts";
import type { ShownVisit } from "../rules/project.ts";
import { announce } from "../screen/announce.ts";
import { choice, dayField, fillWithForm, textArea } from "../screen/form.ts";
import { openSheet } from "../screen/sheet.ts";
import { say } from "../screen/words.ts";
import { current } from "../state.ts";
import { save } from "./save.ts";

/** A planned visit that will not happen: why, and when instead. */
export async function skipVisit(visit: ShownVisit): Promise<void> {
  const { snapshot, day } = current();
  const client = day?.accounts.get(visit.account_id)?.name ?? "";
  const reasons = snapshot?.skip_reasons ?? [];
  const sheet = openSheet({ title: say("skip-title", { client }) });

  const tomorrow = addDays(dayOf(Date.now(), phoneZone()), 1);
  const again = dayField(say("skip-again"), { min: tomorrow });
  const note = textArea(say("note-label"));
  const reason = choice(say("skip-reason"), reasons, () => reason.fault(null));

  async function submit(): Promise<void> {
    const picked = reason.value();
    if (picked === null) return reason.fault(say("skip-reason-missing"));
    const payload: Payloads["visit_skip"] = { visit_id: visit.id, reason: picked };
    if (note.value() !== "") payload.note = note.value();
    if (again.value() !== "") payload.reschedule_to = again.value();
    if (
      (await save([{ kind: "visit_skip", payload, subject: client }], { moment: momentNow() })) ===
      null
    )
      return;
    sheet.close();
    announce(say("skipped", { client }));
  }

  fillWithForm(sheet, say("skip-save"), submit, reason.node, again.node, note.node);
  await sheet.closed;
}
