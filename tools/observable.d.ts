/**
 * Framework's globals in pages, for check-pages only. Between blocks Framework awaits promises and unwraps
 * generators: `Generators` and `view` are typed by the values that other blocks see, and pages await promises
 * explicitly. Libraries are missing on purpose: pages import them.
 */

interface PageFile {
  arrayBuffer(): Promise<ArrayBuffer>;
  text(encoding?: string): Promise<string>;
  url(): Promise<string>;
}

/** A file, relative to the page. */
declare function FileAttachment(path: string): PageFile;

/** Displays a value below the block. */
declare function display<T>(value: T): T;

/** Displays a control and yields its current value. */
declare function view<T>(control: Element & { value: T }): T;

/** Resolves when the block is re-run: the time to clean up. */
declare const invalidation: Promise<void>;

/** Resolves when the block becomes visible. */
declare function visibility<T>(value?: T): Promise<T>;

/** Milliseconds since the epoch, running. */
declare const now: number;

/** Width of the page's column in pixels. */
declare const width: number;

/** Whether dark mode is on. */
declare const dark: boolean;

/** Re-renders when its container's width changes. */
declare function resize(render: (width: number, height: number) => Node | string | null): HTMLElement;

declare const Generators: {
  input<T>(control: Element & { value: T }): T;
  observe<T>(initialize: (notify: (value: T) => void) => (() => void) | undefined): T;
};
