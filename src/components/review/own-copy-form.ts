import { make } from "../dom.js";

/** The form for the reader's own copy of a publication. Hidden unless scripts run. */
export function ownCopyForm(document: Document): HTMLElement {
  const h = make(document);
  return h(
    "div",
    { class: "own-form own-copy needs-script", "data-part": "own-copy" },
    h(
      "p",
      { id: "own-copy-hint" },
      h("b", {}, "Your file is not sent anywhere"),
      ": this page reads it on your device. It is not stored, and closing or reloading the page forgets it.",
    ),
    h(
      "p",
      { class: "own-file" },
      h("label", { for: "own-copy-file" }, "A publication as PDF, web page (HTML) or plain text"),
      h("input", {
        id: "own-copy-file",
        type: "file",
        accept: ".pdf,.html,.htm,.xhtml,.txt,.md,application/pdf,text/html,text/plain",
        multiple: true,
        "aria-describedby": "own-copy-hint",
      }),
      h("button", { type: "button", "data-part": "forget", hidden: true }, "Remove it again"),
    ),
    h("div", { "data-part": "status", role: "status" }),
    h("div", { "data-part": "not-found" }),
  );
}
