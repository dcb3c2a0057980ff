import { momentNow } from "../phone/moment.ts";
import type { Fact } from "../protocol/record.ts";
import { announce } from "../screen/announce.ts";
import { element } from "../screen/element.ts";
import { fillWithForm, textArea } from "../screen/form.ts";
import { openSheet } from "../screen/sheet.ts";
import { say } from "../screen/words.ts";
import { save } from "./save.ts";

/** Answers what the manager asked about a fact. */
export async function answerQuestion(fact: Fact): Promise<void> {
  const sheet = openSheet({ title: say("answer-title") });
  const text = textArea(say("answer-label"));

  async function submit(): Promise<void> {
    if (text.value() === "") return text.fault(say("answer-empty"));
    const payload = { record_id: fact.id, text: text.value() };
    if (
      (await save([{ kind: "answer", payload, subject: fact.account }], {
        moment: momentNow(),
      })) === null
    )
      return;
    sheet.close();
    announce(say("answer-saved"));
  }

  fillWithForm(
    sheet,
    say("answer-save"),
    submit,
    element("blockquote", { text: fact.review.question ?? "" }),
    text.node,
  );
  text.control.focus();
  await sheet.closed;
}
