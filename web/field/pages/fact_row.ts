import type { Fact } from "../protocol/record.ts";
import { button } from "../screen/button.ts";
import { element, icon } from "../screen/element.ts";
import { clock } from "../screen/format.ts";
import { say } from "../screen/words.ts";
import { current } from "../state.ts";
import { answerQuestion } from "../verbs/answer.ts";
import { evidence } from "./evidence.ts";
import { pictures } from "./pictures.ts";

/** One fact with its evidence, its photos and what the manager made of it. */
export function factRow(fact: Fact): HTMLElement {
  const title = say(`kind-${fact.kind.replaceAll("_", "-")}`);
  return element(
    "li",
    { class: "fact" },
    element(
      "p",
      { class: "fact-head" },
      element("strong", { text: fact.account === null ? title : `${title} · ${fact.account}` }),
      element("time", {
        text: clock(fact.recorded_at),
        attributes: { datetime: fact.recorded_at },
      }),
    ),
    evidence(fact.time, fact.place, fact.signals),
    pictures(fact.photos),
    review(fact),
  );
}

function review(fact: Fact): HTMLElement | null {
  const { state, question, by } = fact.review;
  switch (state) {
    case "none":
      return null;
    case "pending":
      return element("p", { class: "badge open", text: say("review-pending") });
    case "accepted":
      return element("p", {
        class: "badge good",
        text: by ? say("review-accepted-by", { name: by }) : say("review-accepted"),
      });
    case "rejected":
      return element("p", {
        class: "badge bad",
        text: by ? say("review-rejected-by", { name: by }) : say("review-rejected"),
      });
    case "asked": {
      const answer = current().day?.answers.get(fact.id) ?? fact.review.answer ?? null;
      return element(
        "div",
        { class: "card waits question" },
        element("p", {
          class: "badge waits",
          text: say("review-asked", { name: by ?? say("manager") }),
        }),
        element("blockquote", { text: question ?? "" }),
        answer !== null
          ? element("p", {}, icon("check"), " ", say("your-answer", { text: answer }))
          : button(
              "message-circle",
              say("answer"),
              `answer-${fact.id}`,
              () => void answerQuestion(fact),
              "button",
            ),
      );
    }
  }
}
