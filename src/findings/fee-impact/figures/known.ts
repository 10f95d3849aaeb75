/** The quarters' numbers, as passages name them. */
export const QUARTERS = "cms-2016.satisfied.2*";

/** A passage: what stands while none of the numbers is known, while some are, and once all are. */
export function passage(
  ids: string,
  { unknown = "", partly = "", known = "" }: { unknown?: string; partly?: string; known?: string },
): string {
  return `{{unknown ${ids}}}${unknown}{{partly}}${partly}{{known}}${known}{{end}}`;
}
