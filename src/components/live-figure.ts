import { drawFigure, type Figure, isDrawn, shownRows } from "../figures/figure.js";
import type { Control } from "../model/control.js";
import type { Options } from "../model/variants.js";
import { figureTable } from "./figure-table.js";
import { bindOwnTable } from "./own-table/bind-own-table.js";
import type { OwnTables } from "./own-table/own-tables.js";
import type { PageState } from "./page-state.js";

/**
 * Makes a built figure interactive: redraws the chart at the width available, and updates table, controls and link
 * with the page's state. If drawing fails the built figure stays, with a message. A figure that was replaced by text,
 * for lack of rows or because numbers conflict, stays as it is.
 *
 * @param own the numbers that readers bring to this page, for figures that can take them
 * @param invalidation ends it: Framework's promise that the block is run again
 * @returns a function that draws it again though no option changed, as when its rows did
 */
export function liveFigure<Row, Shown>(
  figure: Figure<Row, Shown>,
  rows: readonly Row[],
  { state, own, invalidation }: { state: PageState; own?: OwnTables; invalidation: Promise<unknown> },
): () => void {
  if (!isDrawn(figure, rows) || isStopped(figure.id)) return () => {};
  const frame = document.querySelector<HTMLElement>(`[data-figure="${figure.id}"]`);
  const chart = frame?.querySelector<HTMLElement>('[data-part="chart"]');
  const table = frame?.querySelector<HTMLElement>('[data-part="table"]');
  if (!frame || !chart || !table) throw new Error(`the page has no figure ${figure.id}`);
  const readout = frame.querySelector<HTMLElement>('[data-part="readout"]');
  const built = [...chart.children];
  const caption = table.querySelector("caption")?.textContent ?? figure.id;
  // Cached: reading clientWidth forces layout.
  let width = Math.floor(chart.clientWidth);
  let drawnWidth = 0;
  const numbers = () => (own === undefined ? {} : { own: own.get() });
  let read: Options = {};

  const draw = (current: Options) => {
    // A hidden chart has no width; it is drawn once it gets one.
    drawnWidth = width;
    if (width === 0) return;
    chart.replaceChildren(drawFigure(figure, rows, current, { width, ...numbers() }));
    frame.dataset.live = "yes";
  };
  const setAddress = () => {
    const address = frame.querySelector<HTMLInputElement>('[data-part="address"]');
    if (address) address.value = state.address(`#figure-${figure.id}`);
  };
  const show = (whole: Options) => {
    const looked: Record<string, string> = {};
    const current = notingReads(whole, looked);
    read = looked;
    try {
      draw(current);
      const said = figure.readout?.(shownRows(figure, rows, current), current);
      if (readout && said !== undefined && readout.textContent !== said) readout.textContent = said;
      table.replaceChildren(figureTable(figure, rows, current, { caption, ...numbers() }));
    } catch (error) {
      chart.replaceChildren(...built, note(error));
      frame.dataset.live = "failed";
    }
    setAddress();
  };

  const controls = figure.controls.map((control) => bindControl(frame, control, state));
  const reset = frame.querySelector<HTMLButtonElement>('[data-part="reset"]');
  if (reset) reset.onclick = () => state.reset();
  const unsubscribe = state.subscribe((current) => {
    for (const reflect of controls) reflect(current);
    if (reset) reset.hidden = !state.isChanged();
    // Skips redrawing while no option that the figure read has changed.
    const same = drawnWidth > 0 && Object.entries(read).every(([name, option]) => current[name] === option);
    if (same) setAddress();
    else show(current);
  });
  const unbindCopy = bindCopy(frame);
  const unbindOwn =
    own === undefined
      ? () => {}
      : bindOwnTable(frame, { figure, rows, state, own, redraw: () => show(state.get()) });
  const resized = new ResizeObserver(() => {
    width = Math.floor(chart.clientWidth);
    if (width !== drawnWidth) show(state.get());
  });
  resized.observe(chart);
  void invalidation.then(() => {
    resized.disconnect();
    unsubscribe();
    unbindCopy();
    unbindOwn();
    if (reset) reset.onclick = null;
  });
  return () => show(state.get());
}

/** Whether the figure was replaced because numbers conflict. */
export function isStopped(id: string): boolean {
  return document.querySelector(`[data-figure-conflict="${id}"]`) !== null;
}

/** A proxy of the state that records in `read` each option that is read. */
function notingReads(state: Options, read: Record<string, string | undefined>): Options {
  return new Proxy(state, {
    get(target, name) {
      const option = Reflect.get(target, name);
      if (typeof name === "string") read[name] = option;
      return option;
    },
    ownKeys(target) {
      Object.assign(read, target);
      return Reflect.ownKeys(target);
    },
  });
}

/** Binds a control to the state; the returned function updates the control. */
function bindControl(frame: HTMLElement, control: Control, state: PageState): (state: Options) => void {
  const element = frame.querySelector<HTMLElement>(`[data-control="${control.name}"]`);
  const inputs = [...(element?.querySelectorAll("input") ?? [])];
  const [off = "no", on = "yes"] = control.options.map((o) => o.code);
  const button = element?.querySelector("button");
  if (button)
    button.onclick = () => state.set(control.name, nextOption(control, state.get()), control.clears);
  for (const input of inputs) {
    input.onchange = () =>
      state.set(control.name, control.type === "tick" ? (input.checked ? on : off) : input.value);
  }
  return (current) => {
    for (const input of inputs) {
      input.checked =
        control.type === "tick" ? current[control.name] === on : current[control.name] === input.value;
    }
  };
}

/** The next option, cyclically. */
function nextOption({ name, options, default: usual }: Control, state: Options): string {
  const at = options.findIndex(({ code }) => code === state[name]);
  return options[(at + 1) % options.length]?.code ?? usual;
}

function bindCopy(frame: HTMLElement): () => void {
  const button = frame.querySelector<HTMLButtonElement>('[data-part="copy"]');
  const address = frame.querySelector<HTMLInputElement>('[data-part="address"]');
  if (!button || !address) return () => {};
  button.onclick = async () => {
    address.select();
    try {
      await navigator.clipboard.writeText(address.value);
      button.textContent = "Copied";
    } catch {
      // Without clipboard permission the address stays selected, to be copied by hand.
      button.textContent = "Selected";
    }
  };
  return () => {
    button.onclick = null;
  };
}

function note(error: unknown): HTMLElement {
  const p = document.createElement("p");
  p.className = "figure-note";
  p.textContent = `This figure is the built one; its live version failed: ${error instanceof Error ? error.message : error}`;
  return p;
}
