/**
 * What Framework puts in reach of the code of a page, for check-pages only. Between two blocks Framework waits for
 * promises and takes the values of generators: `Generators` and `view` here are typed by the values that other blocks
 * see, and promises are awaited in the page's own words. Libraries are left out on purpose: they are imported.
 */

interface PageFile {
  arrayBuffer(): Promise<ArrayBuffer>;
  text(encoding?: string): Promise<string>;
  url(): Promise<string>;
}

/** A file by its path from the page. */
declare function FileAttachment(path: string): PageFile;

/** Shows a value below the block. */
declare function display<T>(value: T): T;

/** Shows a control; its name stands for its current value. */
declare function view<T>(control: Element & { value: T }): T;

/** Settles when the block runs again: the time to clean up. */
declare const invalidation: Promise<void>;

/** Settles when the block comes into sight. */
declare function visibility<T>(value?: T): Promise<T>;

/** Milliseconds since the epoch, running. */
declare const now: number;

/** Width of the page's column in pixels. */
declare const width: number;

/** Whether the page is shown in dark colours. */
declare const dark: boolean;

/** Draws again whenever the width of its place changes. */
declare function resize(render: (width: number, height: number) => Node | string | null): HTMLElement;

declare const Generators: {
  input<T>(control: Element & { value: T }): T;
  observe<T>(initialize: (notify: (value: T) => void) => (() => void) | undefined): T;
};
