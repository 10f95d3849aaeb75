/**
 * What the preview and the process that makes its pages say to each other, a word or two a line, on standard input and
 * output. `go` is answered by `pages ready` once pages can be shown, if they can, and always by `done` and a code.
 */
export const GO = "go";
/** Leave what is still to be made, downloads and pictures: a newer edit has come. */
export const STOP = "stop";
export const PAGES_READY = "pages ready";

/** Nothing was made, since code has changed since the process began: what it has loaded is old. */
export const OUTDATED = 75;
/** Pages were made, and then it was told to stop. */
export const STOPPED = 76;

export function done(code: number): string {
  return `done ${code}`;
}

/** The code of a line that says `done`; null for any other line. */
export function doneCode(line: string): number | null {
  const code = /^done (\d+)$/.exec(line)?.[1];
  return code === undefined ? null : Number(code);
}
