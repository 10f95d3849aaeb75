import { expect } from "vitest";

/** Equal at a relative tolerance, of the larger of the two; differences below `absolute` do not count. */
export function expectNear(
  found: number | null | undefined,
  expected: number,
  { relative = 1e-9, absolute = 1e-14 }: { readonly relative?: number; readonly absolute?: number } = {},
): void {
  if (found === null || found === undefined) expect.fail(`${found} is not ${expected}`);
  if (Object.is(found, expected)) return;
  const apart = Math.abs(found - expected);
  const allowed = Math.max(absolute, relative * Math.max(Math.abs(found), Math.abs(expected)));
  if (!(apart <= allowed)) expect.fail(`${found} is not within ${allowed} of ${expected}`);
}

/** The same for lists. */
export function expectAllNear(
  found: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: { readonly relative?: number; readonly absolute?: number } = {},
): void {
  expect(found.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) expectNear(found[i], expected[i] as number, tolerance);
}
