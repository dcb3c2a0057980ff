import { momentNow } from "../phone/moment.ts";
import type { Account } from "../protocol/snapshot.ts";
import { announce } from "../screen/announce.ts";
import { fillWithForm, textArea } from "../screen/form.ts";
import { openSheet } from "../screen/sheet.ts";
import { say } from "../screen/words.ts";
import { save } from "./save.ts";

/** Writes something down about a client. */
export async function writeNote(
  account: Account,
  visit: { id: string } | null = null,
): Promise<void> {
  const sheet = openSheet({ title: say("note-title", { client: account.name }) });
  const text = textArea(say("note-label"));

  async function submit(): Promise<void> {
    if (text.value() === "") return text.fault(say("note-empty"));
    const payload = {
      account_id: account.id,
      text: text.value(),
      ...(visit === null ? {} : { visit_id: visit.id }),
    };
    if (
      (await save([{ kind: "note", payload, subject: account.name }], { moment: momentNow() })) ===
      null
    )
      return;
    sheet.close();
    announce(say("note-saved"));
  }

  fillWithForm(sheet, say("note-save"), submit, text.node);
  text.control.focus();
  await sheet.closed;
}
