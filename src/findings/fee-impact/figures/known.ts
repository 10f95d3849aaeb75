/** Pattern for the ids of the quarters' numbers. */
export const QUARTERS = "cms-2016.satisfied.2*";

/** A passage with texts for none, some and all of the numbers known. */
export function passage(
  ids: string,
  { unknown = "", partly = "", known = "" }: { unknown?: string; partly?: string; known?: string },
): string {
  return `{{unknown ${ids}}}${unknown}{{partly}}${partly}{{known}}${known}{{end}}`;
}
