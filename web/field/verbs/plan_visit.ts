import { momentNow, phoneZone } from "../phone/moment.ts";
import { uuidV7 } from "../phone/uuid.ts";
import type { Payloads } from "../protocol/event.ts";
import type { Account } from "../protocol/snapshot.ts";
import { addDays, dayOf } from "../rules/civil.ts";
import { announce } from "../screen/announce.ts";
import { element } from "../screen/element.ts";
import { dayField, fillWithForm, textField } from "../screen/form.ts";
import { shortDay } from "../screen/format.ts";
import { openSheet } from "../screen/sheet.ts";
import { say } from "../screen/words.ts";
import { save } from "./save.ts";

/** Puts a visit into the plan of a coming day. */
export async function planVisit(account: Account): Promise<void> {
  const sheet = openSheet({ title: say("plan-visit-title", { client: account.name }) });
  const today = dayOf(Date.now(), phoneZone());
  const day = dayField(say("plan-visit-day"), { min: today, value: addDays(today, 1) });
  const time = textField(say("plan-visit-time"), { type: "time" });

  async function submit(): Promise<void> {
    if (day.value() < today) return day.fault(say("plan-visit-day-missing"));
    const payload: Payloads["visit_plan"] = {
      visit_id: uuidV7(),
      account_id: account.id,
      day: day.value(),
    };
    if (time.value() !== "") payload.time = time.value();
    if (
      (await save([{ kind: "visit_plan", payload, subject: account.name }], {
        moment: momentNow(),
      })) === null
    )
      return;
    sheet.close();
    announce(say("plan-visit-saved", { day: shortDay(payload.day) }));
  }

  fillWithForm(
    sheet,
    say("plan-visit-save"),
    submit,
    element("div", { class: "field-pair" }, day.node, time.node),
  );
  await sheet.closed;
}
