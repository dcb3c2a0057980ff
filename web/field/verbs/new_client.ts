import { momentNow } from "../phone/moment.ts";
import { uuidV7 } from "../phone/uuid.ts";
import type { Payloads } from "../protocol/event.ts";
import { announce } from "../screen/announce.ts";
import { element } from "../screen/element.ts";
import { fillWithForm, textField } from "../screen/form.ts";
import { positionLine } from "../screen/position_line.ts";
import { openSheet } from "../screen/sheet.ts";
import { say } from "../screen/words.ts";
import { type Fact, save } from "./save.ts";

/** "I am here": a client that the company does not know yet, at the place where the person stands. */
export async function meetClient(): Promise<void> {
  const moment = momentNow();
  const position = positionLine();
  const sheet = openSheet({ title: say("new-client-title") });
  const name = textField(say("client-name"), { maxlength: "200", autocapitalize: "words" });
  const address = textField(say("client-address"), { maxlength: "300" });
  const contact = textField(say("contact-name"), { maxlength: "120", autocapitalize: "words" });
  const phone = textField(say("contact-phone"), { type: "tel", inputmode: "tel", maxlength: "30" });
  const visiting = element("input", { attributes: { type: "checkbox", checked: true } });

  async function submit(): Promise<void> {
    if (name.value() === "") return name.fault(say("client-name-missing"));
    if (phone.value() !== "" && contact.value() === "")
      return contact.fault(say("contact-name-missing"));
    const account_id = uuidV7();
    const payload: Payloads["account_create"] = { account_id, name: name.value() };
    if (address.value() !== "") payload.address = address.value();
    if (contact.value() !== "") {
      payload.contact = {
        name: contact.value(),
        ...(phone.value() === "" ? {} : { phone: phone.value() }),
      };
    }
    const facts: Fact[] = [{ kind: "account_create", payload, subject: name.value() }];
    if (visiting.checked) {
      facts.push({
        kind: "visit_check_in",
        payload: { visit_id: uuidV7(), account_id },
        subject: name.value(),
      });
    }
    const measured = position.measured() ?? (await position.stop());
    if ((await save(facts, { moment, measured })) === null) return;
    sheet.close();
    announce(say("new-client-saved", { client: name.value() }));
  }

  fillWithForm(
    sheet,
    say("new-client-save"),
    submit,
    position.node,
    name.node,
    address.node,
    element("div", { class: "field-pair" }, contact.node, phone.node),
    element(
      "label",
      { class: "check" },
      visiting,
      element("span", { text: say("new-client-check-in") }),
    ),
  );
  name.control.focus();
  await sheet.closed;
}
