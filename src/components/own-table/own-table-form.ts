import { type LostNumber, ownNumber } from "../../analysis/own-table/numbers.js";
import { tableProblemText } from "../../analysis/own-table/read-cells.js";
import { nameOf, readTable, type TableReading } from "../../analysis/own-table/read-table.js";
import { formatNumber } from "../../model/format.js";
import { type Make, make } from "../dom.js";
import { ownTableAnswer } from "./own-table-answer.js";
import type { OwnTableContext, OwnTables } from "./own-tables.js";

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
  const template = tableTemplate(asked);
  const form = { ...formElements(h, figure.id, asked, template), h, asked, own, template };
  form.read.onclick = () => takeTable(form);
  form.fill.onclick = () => {
    form.box.value = template;
    form.box.focus();
    form.box.setSelectionRange(0, 0);
  };
  form.copy.onclick = () => copyTemplate(form);
  form.forget.onclick = () => forgetTable(form);
  form.file.onchange = () => void takeFile(form, form.file.files?.[0]);
  takeDrops(form);
  place.replaceChildren(form.whole, form.status, form.notes, form.answer);
  return keepAnswer(form, context);
}

/** The form of a figure, and what its buttons work with. */
interface TableForm extends FormElements {
  readonly h: Make;
  /** The missing numbers that a table may hold. */
  readonly asked: readonly LostNumber[];
  readonly own: OwnTables;
  readonly template: string;
}

type FormElements = ReturnType<typeof formElements>;

/** The parts of the form, before anything answers to them. */
function formElements(h: Make, figure: string, asked: readonly LostNumber[], template: string) {
  const name = (part: string) => `own-table-${figure}-${part}`;
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
      download: `${figure}-template.csv`,
    },
    "Download the template",
  );
  const forget = h("button", { type: "button", hidden: true }, "Forget it");
  const status = h("p", { class: "own-status", role: "status" });
  const notes = h("div", { class: "own-notes" });
  const answer = h("div", { class: "own-answer" });
  const whole = h(
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
  return { whole, box, file, read, fill, copy, forget, status, notes, answer };
}

/** Reads the text box and takes its numbers. Files and drops only fill the box. */
function takeTable(form: TableForm): void {
  const reading = readTable(form.box.value, form.asked);
  form.notes.replaceChildren();
  if (reading.problems.length > 0) showProblems(form, reading.problems);
  else takeNumbers(form, reading);
}

function showProblems({ h, status, notes }: TableForm, problems: TableReading["problems"]): void {
  const count = `${formatNumber(problems.length)} ${problems.length === 1 ? "problem" : "problems"}`;
  status.textContent = `Nothing was taken: ${count}, listed below as line:column. Mend the table and read it again.`;
  notes.append(list(h, problems.map(tableProblemText), "Problems"));
}

/** Takes the numbers of a table, and says which are lacking and which of its cells were ignored. */
function takeNumbers({ h, asked, own, status, notes }: TableForm, { left, found }: TableReading): void {
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
    notes.append(h("details", {}, h("summary", {}, count), list(h, left.map(tableProblemText), count)));
  }
}

function list(h: Make, texts: readonly string[], label: string): HTMLElement {
  return h(
    "ol",
    { class: "own-problems", "aria-label": label },
    texts.map((text) => h("li", {}, text)),
  );
}

async function takeFile(form: TableForm, given: File | undefined): Promise<void> {
  if (given === undefined) return;
  const text = await given.text();
  if (text.startsWith("PK")) {
    form.notes.replaceChildren();
    form.status.textContent = `Nothing was taken: ${given.name} is a spreadsheet file. Save it as CSV, or copy its cells and paste them here.`;
    return;
  }
  form.box.value = text;
  takeTable(form);
}

async function copyTemplate({ box, copy, template }: TableForm): Promise<void> {
  try {
    await navigator.clipboard.writeText(template);
    copy.textContent = "Copied";
  } catch {
    // Without clipboard permission it goes into the box, to be copied by hand.
    box.value = template;
    box.select();
    copy.textContent = "Selected in the box";
  }
}

function forgetTable({ asked, own, box, file, notes, status }: TableForm): void {
  own.forget(asked.map(({ id }) => id));
  box.value = "";
  file.value = "";
  notes.replaceChildren();
  status.textContent = "Forgotten. The figure shows what the text holds.";
  box.focus();
}

/** Takes files and texts that are dropped on the form. */
function takeDrops(form: TableForm): void {
  const { whole, box } = form;
  whole.ondragover = (event) => {
    event.preventDefault();
    whole.classList.add("over");
  };
  whole.ondragleave = () => whole.classList.remove("over");
  whole.ondrop = (event) => {
    event.preventDefault();
    whole.classList.remove("over");
    const dropped = event.dataTransfer?.files[0];
    if (dropped !== undefined) void takeFile(form, dropped);
    else {
      box.value = event.dataTransfer?.getData("text/plain") ?? "";
      takeTable(form);
    }
  };
}

/** Shows what the reader's numbers say, after every change of them or of the page. Returns a function that stops it. */
function keepAnswer<Row, Shown>(
  { h, asked, own, forget, answer }: TableForm,
  context: OwnTableContext<Row, Shown>,
): () => void {
  let turn = 0;
  const show = async () => {
    const mine = ++turn;
    const some = asked.some(({ id }) => own.get().has(id));
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
