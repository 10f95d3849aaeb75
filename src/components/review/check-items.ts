import { ANSWERS, type Marked, markName } from "../../analysis/review/marks.js";
import { make } from "../dom.js";

/** The text of an item that a reviewer marks. */
export interface CheckItem {
  readonly id: string;
  /** Short name, also used in the certificate. */
  readonly what: string;
  /** Small print: place, publication, minutes. */
  readonly where: string;
  readonly body: readonly (string | Node)[];
}

/**
 * One item with its answers: checkboxes for values; radio buttons with "no answer" for steps and close calls. The
 * answers need scripts.
 */
export function checkItem(marked: Marked, item: CheckItem, document: Document): HTMLElement {
  const h = make(document);
  const name = markName(marked, item.id);
  const ticks = marked === "value";
  const answers = [...(ticks ? [] : [["", "no answer"] as const]), ...Object.entries(ANSWERS[marked])];
  return h(
    "li",
    { class: "check-item", "data-marked": marked, "data-id": item.id, "data-what": item.what },
    h("p", { class: "claim-where" }, item.where),
    h("div", { class: "check-body" }, [...item.body]),
    h(
      "fieldset",
      { class: "check-answers needs-script", "data-mark": name },
      h("legend", { class: "unseen" }, `Your answer: ${item.what}`),
      answers.map(([code, label]) =>
        h(
          "label",
          {},
          h("input", { type: ticks ? "checkbox" : "radio", name, value: code, checked: code === "" }),
          ` ${label}`,
        ),
      ),
    ),
  );
}
