import { momentNow, phoneZone } from "../phone/moment.ts";
import type { Payloads } from "../protocol/event.ts";
import { addDays, dayOf } from "../rules/civil.ts";
import type { ShownVisit } from "../rules/project.ts";
import { announce } from "../screen/announce.ts";
import { element } from "../screen/element.ts";
import { choice, dayField, fillWithForm, textArea, textField } from "../screen/form.ts";
import { duration } from "../screen/format.ts";
import { photoField } from "../screen/photo_field.ts";
import { positionLine } from "../screen/position_line.ts";
import { openSheet } from "../screen/sheet.ts";
import { say } from "../screen/words.ts";
import { current } from "../state.ts";
import { save } from "./save.ts";

/** Leaves a client: what came of it, a note, and what is next. The moment and the place are those of the tap. */
export async function checkOut(visit: ShownVisit): Promise<void> {
  const moment = momentNow();
  const position = positionLine();
  const { snapshot, day } = current();
  const client = day?.accounts.get(visit.account_id)?.name ?? "";
  const outcomes = snapshot?.outcomes ?? [];
  const sheet = openSheet({ title: say("check-out-from", { client }) });

  const note = textArea(say("note-label"));
  const outcome = choice(say("outcome-label"), outcomes, () => {
    outcome.fault(null);
    note.fault(null);
  });
  const nextText = textField(say("next-step-label"), { maxlength: "200" }, say("next-step-help"));
  const today = dayOf(Date.now(), phoneZone());
  const nextDay = dayField(say("next-step-day"), { min: today, value: addDays(today, 7) });
  nextDay.node.hidden = true;
  nextText.control.addEventListener("input", () => (nextDay.node.hidden = nextText.value() === ""));
  const pictures = photoField("environment");

  async function submit(): Promise<void> {
    const picked = outcome.value();
    if (picked === null) return outcome.fault(say("outcome-missing"));
    const asksNote = outcomes.some((known) => known.code === picked && known.asks_note);
    if (asksNote && note.value() === "") return note.fault(say("note-missing"));
    const step = nextText.value();
    if (step !== "" && nextDay.value() === "") return nextDay.fault(say("next-step-day-missing"));

    const measured = position.measured() ?? (await position.stop());
    const payload: Payloads["visit_check_out"] = { visit_id: visit.id, outcome: picked };
    if (note.value() !== "") payload.note = note.value();
    if (step !== "") payload.next_step = { text: step, due_on: nextDay.value() };
    const saved = await save([{ kind: "visit_check_out", payload, subject: client }], {
      moment,
      measured,
      photos: pictures.photos,
    });
    if (saved === null) return;
    sheet.close();
    announce(say("checked-out", { client }));
  }

  const stay =
    visit.arrived_at === null
      ? null
      : duration(Date.parse(moment.claimed_at) - Date.parse(visit.arrived_at));
  fillWithForm(
    sheet,
    say("check-out-save"),
    submit,
    stay !== null && element("p", { class: "help", text: say("stayed", { duration: stay }) }),
    outcome.node,
    note.node,
    element("div", { class: "field-pair" }, nextText.node, nextDay.node),
    pictures.node,
    position.node,
  );
  await sheet.closed;
}
