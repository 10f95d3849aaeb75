/** The name `shortTitle` of a column `short_title`. */
export type CamelCase<Name> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

/** An object whose column names `short_title` have become `shortTitle`. */
export type CamelKeys<T> = { readonly [K in keyof T as CamelCase<K>]: T[K] };

export function camelName(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

export function camelKeys<T extends object>(columns: T): CamelKeys<T> {
  const entries = Object.entries(columns).map(([name, value]) => [camelName(name), value]);
  return Object.fromEntries(entries) as CamelKeys<T>;
}
