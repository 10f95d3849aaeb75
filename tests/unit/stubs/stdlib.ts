/** Stands in for Framework's standard library, which exists only in the browser, when modules are tested in Node. */

export const Generators = {
  async *observe<T>(initialize: (notify: (value: T) => void) => (() => void) | undefined): AsyncGenerator<T> {
    const values: T[] = [];
    let wake = () => {};
    const dispose = initialize((value) => {
      values.splice(0, 1, value); // as in Framework, a value that nobody took is replaced
      wake();
    });
    try {
      while (true) {
        while (values.length === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        yield values.shift() as T;
      }
    } finally {
      dispose?.();
    }
  },
  input<T>(control: Element & { value: T }): AsyncGenerator<T> {
    return Generators.observe<T>((notify) => {
      const changed = () => notify(control.value);
      control.addEventListener("input", changed);
      if (control.value !== undefined) changed();
      return () => control.removeEventListener("input", changed);
    });
  },
  async *width(_target: Element): AsyncGenerator<number> {
    yield 640;
  },
  async *now(): AsyncGenerator<number> {
    yield 0;
  },
  async *dark(): AsyncGenerator<boolean> {
    yield false;
  },
};

/** Draws once, at a width of 640. Needs a `document`. */
export function resize(render: (width: number, height: number) => Node | string | null): HTMLElement {
  const place = document.createElement("div");
  const drawn = render(640, 400);
  if (drawn !== null) place.append(drawn);
  return place;
}
