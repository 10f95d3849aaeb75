/** The part of Framework's standard library that modules may import. FileAttachment is for pages only. */
declare module "observablehq:stdlib" {
  export const Generators: {
    input<T>(control: Element & { value: T }): AsyncGenerator<T>;
    observe<T>(initialize: (notify: (value: T) => void) => (() => void) | undefined): AsyncGenerator<T>;
    width(target: Element): AsyncGenerator<number>;
    now(): AsyncGenerator<number>;
    dark(): AsyncGenerator<boolean>;
  };
  export function resize(
    render: (width: number, height: number) => Node | string | null,
    invalidation?: Promise<unknown>,
  ): HTMLElement;
}
