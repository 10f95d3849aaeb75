/**
 * The entry of a list at an index that the code itself made.
 *
 * @throws RangeError where the list has no entry there, so that a wrong index does not end as NaN
 */
export function entryAt<T>(list: ArrayLike<T>, index: number): T {
  const entry = list[index];
  if (entry === undefined) throw new RangeError(`there is no entry ${index} in a list of ${list.length}`);
  return entry;
}
