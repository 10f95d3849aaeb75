import type { OutsideSource, Publication, Raw } from "../read/index.js";

/** Where something comes from: a page with its address, its edition, and when it was looked up. */
export type WhereFrom = Pick<
  Publication | OutsideSource,
  "title" | "sourceUrl" | "copy" | "lookedUp" | "edition"
>;

/** Gives for a fact or an event the page that it comes from: its outside source, or else its own publication. */
export function whereFrom({
  publications,
  sources,
}: Pick<Raw, "publications" | "sources">): (row: {
  readonly publication: string;
  readonly sourceId: string | null;
}) => WhereFrom | null {
  const pages = new Map<string, WhereFrom>([...publications, ...sources].map((page) => [page.id, page]));
  return ({ publication, sourceId }) => pages.get(sourceId ?? publication) ?? null;
}
