/** Event times of one control, in milliseconds. */
export interface TimedControl {
  readonly control: string;
  readonly options: number;
  readonly times: readonly number[];
}

/** The number of controls in the figures of the page. */
export function countControls(): number {
  return controls().length;
}

/** Chooses each option of a control repeatedly; an event ends when the control's chart is redrawn and laid out. */
export async function timeControl(at: number, rounds: number): Promise<TimedControl> {
  const [figure, control] = controls()[at] ?? [];
  if (figure === undefined || control === undefined) throw new RangeError(`there is no control ${at}`);
  const targets = [...control.querySelectorAll<HTMLElement>("input, button")];
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const target of targets) {
      // Choosing the current option fires no event.
      if (target instanceof HTMLInputElement && target.type === "radio" && target.checked) continue;
      const done = drawn(figure);
      const start = performance.now();
      target.click();
      times.push((await done) - start);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  const name = `${figure.dataset.figure}: ${control.dataset.control}`;
  return { control: name, options: control.querySelectorAll("input[type=radio]").length || 2, times };
}

function controls(): [figure: HTMLElement, control: HTMLElement][] {
  return [...document.querySelectorAll<HTMLElement>("[data-figure]")].flatMap((figure) =>
    [...figure.querySelectorAll<HTMLElement>("[data-control]")].map((control): [HTMLElement, HTMLElement] => [
      figure,
      control,
    ]),
  );
}

/** Resolves when the chart of a figure has been redrawn and laid out. */
function drawn(figure: HTMLElement): Promise<number> {
  const chart = figure.querySelector('[data-part="chart"]') ?? figure;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${figure.id} was not drawn again`)), 5000);
    const observer = new MutationObserver(() => {
      observer.disconnect();
      clearTimeout(timer);
      document.body.getBoundingClientRect();
      resolve(performance.now());
    });
    observer.observe(chart, { childList: true });
  });
}
