/** The times of the events of one control in milliseconds. */
export interface TimedControl {
  readonly control: string;
  readonly options: number;
  readonly times: readonly number[];
}

/**
 * What runs in a page of the site, as text: nothing from elsewhere is known there. Each option of each control is chosen so
 * often; the time of an event ends when the chart of the control's figure is another one and the page is laid out again.
 */
export async function timeControls(rounds: number, warmups: number): Promise<TimedControl[]> {
  const drawn = (figure: Element) => {
    const chart = figure.querySelector('[data-part="chart"]') ?? figure;
    return new Promise<number>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${figure.id} was not drawn again`)), 5000);
      const observer = new MutationObserver(() => {
        observer.disconnect();
        clearTimeout(timer);
        document.body.getBoundingClientRect();
        resolve(performance.now());
      });
      observer.observe(chart, { childList: true });
    });
  };
  const timed: TimedControl[] = [];
  for (const figure of document.querySelectorAll("[data-figure]")) {
    for (const control of figure.querySelectorAll<HTMLElement>("[data-control]")) {
      const targets = [...control.querySelectorAll<HTMLElement>("input, button")];
      const times: number[] = [];
      for (let round = 0; round < rounds + warmups; round++) {
        for (const target of targets) {
          // What is chosen already is no event.
          if (target instanceof HTMLInputElement && target.type === "radio" && target.checked) continue;
          const done = drawn(figure);
          const start = performance.now();
          target.click();
          const end = await done;
          if (round >= warmups) times.push(end - start);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }
      const name = `${figure.getAttribute("data-figure")}: ${control.dataset.control}`;
      timed.push({ control: name, options: targets.length, times });
    }
  }
  return timed;
}
