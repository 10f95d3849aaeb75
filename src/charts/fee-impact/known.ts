/** The months in which the report's quarters end. */
const ENDS = [
  ...["2013-11", "2014-02", "2014-05", "2014-08", "2014-11", "2015-02"],
  ...["2015-05", "2015-08", "2015-11", "2016-02", "2016-05", "2016-08"],
] as const;

/** The ids of the numbers that the page's words depend on, as passages name them. */
export const QUARTERS = idsOf("satisfied");
export const BEFORE_FEE = QUARTERS.slice(0, 3);
export const WEIGHTS = idsOf("quarter-weight");
export const PARENT_QUARTERS = [...idsOf("satisfied.parent-receiving"), ...idsOf("satisfied.parent-paying")];

/** A passage: what stands while none of the numbers is known, while some are, and once all are. */
export function passage(
  ids: readonly string[],
  { unknown = "", partly = "", known = "" }: { unknown?: string; partly?: string; known?: string },
): string {
  return `{{unknown ${ids.join(" ")}}}${unknown}{{partly}}${partly}{{known}}${known}{{end}}`;
}

function idsOf(name: string): string[] {
  return ENDS.map((end) => `cms-2016.${name}.${end}`);
}
