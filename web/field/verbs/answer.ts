import { momentNow } from "../phone/moment.ts";
import type { Fact } from "../protocol/record.ts";
import { announce } from "../screen/announce.ts";
import { element, show } from "../screen/element.ts";
import { textArea } from "../screen/form.ts";
import { openSheet } from "../screen/sheet.ts";
import { say } from "../screen/words.ts";
import { save } from "./save.ts";

/** Answers what the manager asked about a fact. */
export async function answerQuestion(fact: Fact): Promise<void> {
  const sheet = openSheet({ title: say("answer-title") });
  const text = textArea(say("answer-label"));

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (text.value() === "") return text.fault(say("answer-empty"));
    const payload = { record_id: fact.id, text: text.value() };
    if ((await save([{ kind: "answer", payload, subject: fact.account }], { moment: momentNow() })) === null) return;
    sheet.close();
    announce(say("answer-saved"));
  }

  show(
    sheet.body,
    element(
      "form",
      { class: "form", attributes: { novalidate: true }, on: { submit: (event) => void submit(event) } },
      element("blockquote", { text: fact.review.question ?? "" }),
      text.node,
      element("div", { class: "sheet-actions" }, element("button", { class: "button big", text: say("answer-save") })),
    ),
  );
  text.control.focus();
  await sheet.closed;
}
