import { readFileSync } from "node:fs";
import { Document, isMap, parseDocument, type YAMLMap } from "yaml";
import type { Built } from "../../data-loaders/tables/index.js";
import { WORKSPACE } from "../../src/model/workspace.js";
import { pagesOf } from "../source-files.js";
import { SPECIFICATION } from "./rules.js";

/** An output to reproduce, with its description. */
export interface Output {
  readonly file: string;
  readonly comment: string;
}

const SITE = "dist";

/** Every table, picture and page that the build writes, as the manifest lists them; then the locked results. */
export function outputs(
  root: string,
  tables: Pick<Built, "tables">["tables"],
  figures: readonly { readonly id: string }[],
): Output[] {
  const title = (name: string) => tables.get(name)?.title ?? name;
  return [
    ...[...tables.keys()].sort().map((name) => ({
      file: `${SITE}/downloads/${name}.csv`,
      comment: `Table: ${title(name)}`,
    })),
    ...figures.map(({ id }) => ({ file: `${SITE}/downloads/${id}.svg`, comment: `Figure: ${title(id)}` })),
    ...pagesOf(root).map((page) => ({
      file: page.replace(/^src\//, `${SITE}/`).replace(/\.md$/, ".html"),
      comment: `Page: ${pageTitle(readFileSync(`${root}/${page}`, "utf8"), page)}`,
    })),
    {
      file: "results.lock.json",
      comment: "Every named result and every verdict, recomputed by npm run audit",
    },
  ];
}

function pageTitle(source: string, page: string): string {
  return /^title:[ \t]*(.+)$/m.exec(source)?.[1]?.trim() ?? page;
}

const NOTE = ` The configuration of a CODECHECK (specification 2.0). \`npm run codecheck\` makes the manifest from what the build
 writes and keeps the rest. A codechecker adds codechecker, report, summary and certificate; authors add their ORCIDs.`;

/**
 * The configuration with an updated manifest. Other content, including comments, is kept; a new file describes the
 * paper by the project's metadata.
 */
export function codecheckText(
  before: string | null,
  manifest: readonly Output[],
  project: {
    readonly title: string;
    readonly reference: string;
    readonly authors: string;
    readonly source: string;
  },
): string {
  const held = before === null ? null : parseDocument(before);
  const document = held !== null && isMap(held.contents) ? held : fresh(project);
  document.set("version", SPECIFICATION);
  document.set("manifest", document.createNode(manifest));
  if (document.directives) document.directives.docStart = true;
  return document.toString({ lineWidth: 0 });
}

function fresh({ title, reference, authors, source }: Parameters<typeof codecheckText>[2]): Document {
  const document = new Document({
    version: SPECIFICATION,
    paper: { title, authors: [{ name: authors }], reference },
    source,
    manifest: [],
  });
  // A comment above the document would precede the marker, which must come first.
  (document.contents as YAMLMap).commentBefore = NOTE;
  return document;
}

/** Metadata of the project from its package and licence, and of its sources. */
export function projectOf(
  root: string,
  publications: readonly { readonly title: string; readonly sourceUrl: string }[],
) {
  const { name, version, description } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as Record<
    string,
    string
  >;
  const holder = /^Copyright \(c\) \d{4} (.+)$/m.exec(readFileSync(`${root}/LICENSE`, "utf8"))?.[1];
  return {
    title: description ?? "",
    reference: `${name} ${version}, the site that this folder builds`,
    authors: holder ?? "",
    source: `${WORKSPACE.source}: ${publications
      .map(({ title, sourceUrl }) => `${title} (${sourceUrl})`)
      .join("; ")}.`,
  };
}
