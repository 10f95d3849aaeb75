/**
 * Protocol between the preview and its build process, one message per line on stdin and stdout. `go` is answered by
 * `pages ready` once pages can be shown, if possible, and always by `done` with a code.
 */
export const GO = "go";
/** Aborts remaining downloads and pictures: a newer edit has come. */
export const STOP = "stop";
export const PAGES_READY = "pages ready";

/** Nothing was built: code has changed since the process started, so its modules are old. */
export const OUTDATED = 75;
/** Pages were built, then the rest was aborted. */
export const STOPPED = 76;

export function done(code: number): string {
  return `done ${code}`;
}

/** The code in a `done` line; null for other lines. */
export function doneCode(line: string): number | null {
  const code = /^done (\d+)$/.exec(line)?.[1];
  return code === undefined ? null : Number(code);
}
