import { certificateYaml } from "../../analysis/review/certificate.js";
import { draw, FIRST_SEED } from "../../analysis/review/draw.js";
import { ANSWERS, MARKED, type Marked, markName } from "../../analysis/review/marks.js";
import type { Control } from "../../model/control.js";
import type { Options } from "../../model/variants.js";
import type { PageState } from "../page-state.js";

const TEXTS = [
  ["seed", FIRST_SEED],
  ["reviewer", ""],
  ["remarks", ""],
  ["started", ""],
  ["stopped", ""],
] as const;

/** The reviewer's input as controls of the page, from the built items. */
export function checkControls(): Control[] {
  const common = { isView: true } as const;
  return [
    ...TEXTS.map(
      ([name, usual]): Control => ({
        ...common,
        name,
        type: "text",
        legend: name,
        options: [],
        default: usual,
      }),
    ),
    ...items().map(({ marked, id, what }): Control => {
      const answers = Object.entries(ANSWERS[marked]).map(([code, label]) => ({ code, label }));
      return {
        ...common,
        name: markName(marked, id),
        type: "choice",
        legend: what,
        options: [{ code: "", label: "no answer" }, ...answers],
        default: "",
      };
    }),
  ];
}

interface Item {
  readonly element: HTMLElement;
  readonly marked: Marked;
  readonly id: string;
  readonly what: string;
}

function items(): Item[] {
  return [...document.querySelectorAll<HTMLElement>("[data-marked]")].flatMap((element) => {
    const marked = MARKED.find((one) => one === element.dataset.marked);
    const { id, what } = element.dataset;
    return marked === undefined || id === undefined ? [] : [{ element, marked, id, what: what ?? "" }];
  });
}

/**
 * Makes the page interactive: draws values by the reviewer's seed, keeps every mark in the link, and rewrites the
 * certificate after each change.
 */
export function liveCheck(state: PageState, invalidation: Promise<unknown>): void {
  const all = items();
  const pool = all.filter(({ marked }) => marked === "value").toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const list = part("drawn");
  const certificate = part("certificate");
  let seed: string | null = null;

  const show = (current: Options) => {
    const asked = current.seed || FIRST_SEED;
    const drawn = draw(pool, asked);
    if (asked !== seed) {
      seed = asked;
      for (const item of pool) item.element.hidden = true;
      for (const { element } of drawn) {
        element.hidden = false;
        list?.append(element);
      }
    }
    showState(all, current);
    if (certificate) certificate.textContent = certificateText(certificate, all, drawn, asked, current);
  };

  for (const { element, marked, id } of all)
    for (const input of element.querySelectorAll("input"))
      input.onchange = () => state.set(markName(marked, id), input.checked ? input.value : "");
  for (const input of document.querySelectorAll<HTMLInputElement>("[data-text]"))
    input.oninput = () => state.set(input.dataset.text ?? "", input.value);
  bindButtons(state, certificate);
  const unsubscribe = state.subscribe(show);
  if (list) list.dataset.live = "yes";
  void invalidation.then(unsubscribe);
}

function part<E extends HTMLElement>(name: string): E | null {
  return document.querySelector<E>(`[data-part="${name}"]`);
}

/** Shows a state: marks, texts and times. */
function showState(all: readonly Item[], current: Options): void {
  for (const { element, marked, id } of all) {
    const answer = current[markName(marked, id)] ?? "";
    for (const input of element.querySelectorAll("input")) input.checked = input.value === answer;
  }
  for (const [name] of TEXTS) {
    const input = document.querySelector<HTMLInputElement>(`[data-text="${name}"]`);
    if (input && input.value !== current[name]) input.value = current[name] ?? "";
  }
  const { started = "", stopped = "" } = current;
  const clock = part("clock");
  if (clock)
    clock.textContent =
      started === "" ? "" : `Started ${at(started)}${stopped && `, stopped ${at(stopped)}`}.`;
}

/** The certificate for what is marked and typed. */
function certificateText(
  { dataset }: HTMLElement,
  all: readonly Item[],
  drawn: readonly Item[],
  seed: string,
  current: Options,
): string {
  const { reviewer = "", started = "", stopped = "", remarks = "" } = current;
  const answered = (marked: Marked, among: readonly Item[] = all.filter((item) => item.marked === marked)) =>
    among.map(({ id, what }) => {
      const code = current[markName(marked, id)] ?? "";
      const words: Readonly<Record<string, string>> = ANSWERS[marked];
      return { id, what, answer: words[code] ?? null };
    });
  return certificateYaml({
    title: dataset.title ?? "",
    data: dataset.data ?? "",
    address: `${location.origin}${location.pathname}`,
    ...{ reviewer, seed, started, stopped, remarks },
    steps: answered("step"),
    values: answered("value", drawn),
    calls: answered("call"),
  });
}

/** Binds the buttons for timing the check and copying the certificate. */
function bindButtons(state: PageState, certificate: HTMLElement | null): void {
  const now = () => new Date().toISOString().slice(0, 16).concat("Z");
  const press = (name: string, does: () => void) => {
    const button = part<HTMLButtonElement>(name);
    if (button) button.onclick = does;
  };
  press("start", () => state.set("started", now(), ["stopped"]));
  press("stop", () => state.set("stopped", now()));
  press("copy-certificate", () => {
    const told = part("copied");
    navigator.clipboard.writeText(certificate?.textContent ?? "").then(
      () => told?.replaceChildren("Copied."),
      () => told?.replaceChildren("Not copied: select the text instead."),
    );
  });
  const form = part<HTMLFormElement>("seed");
  if (form) form.onsubmit = (event) => event.preventDefault();
}

/** A time for readers, in the certificate's time zone. */
function at(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
