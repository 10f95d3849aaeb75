import { type LostNumber, ownNumber } from "../../analysis/own-table/numbers.js";
import { tableProblemText } from "../../analysis/own-table/read-cells.js";
import { nameOf, readTable, type TableReading } from "../../analysis/own-table/read-table.js";
import { formatNumber } from "../../model/format.js";
import { make } from "../dom.js";
import { ownTableAnswer } from "./own-table-answer.js";
import type { OwnTableContext } from "./own-tables.js";

/**
 * The form for a reader's table, by file, drop or paste. Parses it and reports what was accepted, ignored and wrong.
 * Nothing leaves the page. Returns a function that stops it.
 */
export function ownTableForm<Row, Shown>(
  place: HTMLElement,
  asked: readonly LostNumber[],
  context: OwnTableContext<Row, Shown>,
): () => void {
  const h = make(document);
  const { figure, own } = context;
  const ids = asked.map(({ id }) => id);
  const name = (part: string) => `own-table-${figure.id}-${part}`;
  const template = tableTemplate(asked);

  const box = h("textarea", {
    id: name("text"),
    rows: 6,
    spellcheck: "false",
    autocomplete: "off",
    "aria-describedby": name("hint"),
  });
  const file = h("input", { id: name("file"), type: "file", accept: ".csv,.tsv,.txt,text/csv,text/plain" });
  const read = h("button", { type: "button", class: "primary" }, "Read the table");
  const fill = h("button", { type: "button" }, "Start from a template");
  const copy = h("button", { type: "button" }, "Copy the template");
  const download = h(
    "a",
    {
      href: `data:text/csv;charset=utf-8,${encodeURIComponent(template)}`,
      download: `${figure.id}-template.csv`,
    },
    "Download the template",
  );
  const forget = h("button", { type: "button", hidden: true }, "Forget it");
  const status = h("p", { class: "own-status", role: "status" });
  const notes = h("div", { class: "own-notes" });
  const answer = h("div", { class: "own-answer" });
  const form = h(
    "div",
    { class: "own-form" },
    h(
      "p",
      { id: name("hint") },
      "Paste rows as copied from a spreadsheet, or drop a CSV file here. Labels such as ",
      h("b", {}, nameOf(asked[0] as LostNumber)),
      " and percentages are enough, in rows or in columns. ",
      h("b", {}, "The table stays in this page"),
      ": it is not sent, not stored and not in the link. Reloading the page forgets it.",
    ),
    h("label", { for: name("text") }, "Your table"),
    box,
    h("p", { class: "own-buttons" }, read, fill, copy, forget),
    h("p", { class: "own-file" }, h("label", { for: name("file") }, "Or a CSV file"), file, download),
  );

  const showReading = (reading: TableReading) => {
    const { problems, left, found } = reading;
    notes.replaceChildren();
    if (problems.length > 0) {
      const count = `${formatNumber(problems.length)} ${problems.length === 1 ? "problem" : "problems"}`;
      status.textContent = `Nothing was taken: ${count}, listed below as line:column. Mend the table and read it again.`;
      notes.append(list(problems.map(tableProblemText), "Problems"));
      return;
    }
    const taken = found.flatMap(({ id, printed }) => {
      const number = asked.find((lost) => lost.id === id);
      return number === undefined ? [] : [{ number, own: ownNumber(number, printed) }];
    });
    // A new upload replaces the earlier one of the same table only.
    const tables = new Set(taken.map(({ number }) => number.where));
    own.take(
      taken.map((one) => one.own),
      asked.filter(({ where }) => tables.has(where)).map(({ id }) => id),
    );
    const lacking = asked.filter(({ id }) => !own.get().has(id)).map(nameOf);
    status.textContent = [
      `${formatNumber(found.length)} of ${formatNumber(asked.length)} numbers taken and drawn.`,
      ...(lacking.length === 0 ? [] : [`Not in your table: ${few(lacking)}.`]),
    ].join(" ");
    if (left.length > 0) {
      const count = `${formatNumber(left.length)} other ${left.length === 1 ? "cell was" : "cells were"} left`;
      notes.append(h("details", {}, h("summary", {}, count), list(left.map(tableProblemText), count)));
    }
  };
  const list = (texts: readonly string[], label: string) =>
    h(
      "ol",
      { class: "own-problems", "aria-label": label },
      texts.map((text) => h("li", {}, text)),
    );
  const take = () => {
    // The text box is the source of truth: a file is only read into it.
    showReading(readTable(box.value, asked));
  };
  const takeFile = async (given: File | undefined) => {
    if (given === undefined) return;
    const text = await given.text();
    if (text.startsWith("PK")) {
      notes.replaceChildren();
      status.textContent = `Nothing was taken: ${given.name} is a spreadsheet file. Save it as CSV, or copy its cells and paste them here.`;
      return;
    }
    box.value = text;
    take();
  };
  read.onclick = take;
  fill.onclick = () => {
    box.value = template;
    box.focus();
    box.setSelectionRange(0, 0);
  };
  copy.onclick = async () => {
    try {
      await navigator.clipboard.writeText(template);
      copy.textContent = "Copied";
    } catch {
      // Without clipboard permission it goes into the box, to be copied by hand.
      box.value = template;
      box.select();
      copy.textContent = "Selected in the box";
    }
  };
  forget.onclick = () => {
    own.forget(ids);
    box.value = "";
    file.value = "";
    notes.replaceChildren();
    status.textContent = "Forgotten. The figure shows what the text holds.";
    box.focus();
  };
  file.onchange = () => void takeFile(file.files?.[0]);
  form.ondragover = (event) => {
    event.preventDefault();
    form.classList.add("over");
  };
  form.ondragleave = () => form.classList.remove("over");
  form.ondrop = (event) => {
    event.preventDefault();
    form.classList.remove("over");
    const dropped = event.dataTransfer?.files[0];
    if (dropped !== undefined) void takeFile(dropped);
    else {
      box.value = event.dataTransfer?.getData("text/plain") ?? "";
      take();
    }
  };
  place.replaceChildren(form, status, notes, answer);

  let turn = 0;
  const show = async () => {
    const mine = ++turn;
    const some = ids.some((id) => own.get().has(id));
    forget.hidden = !some;
    if (!some) {
      answer.replaceChildren();
      return;
    }
    try {
      const made = await ownTableAnswer(context, document);
      if (mine === turn) answer.replaceChildren(made);
    } catch (error) {
      if (mine === turn)
        answer.replaceChildren(
          h(
            "p",
            { class: "figure-note" },
            `The numbers could not be checked: ${error instanceof Error ? error.message : error}`,
          ),
        );
    }
  };
  const unsubscribe = [own.subscribe(() => void show()), context.state.subscribe(() => void show())];
  return () => {
    turn++;
    for (const stop of unsubscribe) stop();
  };
}

/** The first few names, for messages. */
function few(names: readonly string[]): string {
  return names.length <= 6
    ? names.join("; ")
    : `${names.slice(0, 5).join("; ")} and ${names.length - 5} more`;
}

/**
 * A CSV template with a row for each missing number and an empty column `printed`; `readTable` parses it once filled
 * in.
 */
export function tableTemplate(asked: readonly LostNumber[]): string {
  const rows = asked.map((number) => [number.id, `${number.label}: ${nameOf(number)}`, ""]);
  return [["id", "label", "printed"], ...rows].map((row) => `${row.map(quoted).join(",")}\n`).join("");
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
