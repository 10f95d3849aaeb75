import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { WORKSPACE } from "../../src/model/workspace.js";
import { SOURCE } from "./paths.js";
import { readSite } from "./read-site.js";

/** A page in the menu: its front matter has `menu` and `order`. */
interface MenuEntry {
  readonly path: string;
  readonly label: string;
  readonly order: number;
}

/** The site's header: its name, and the menu from the front matter of the pages. */
export function header({ path }: { path: string }): string {
  const items = menu()
    .map((entry) => {
      const section = entry.path.replace(/index$/, "");
      const current =
        path === entry.path
          ? ' aria-current="page"'
          : path.startsWith(section) && section !== "/"
            ? ' aria-current="true"'
            : "";
      return `<li><a href="${entry.path.replace(/index$/, "")}"${current}>${entry.label}</a></li>`;
    })
    .join("");
  return (
    `<a class="skip" rel="external" href="#observablehq-main">Skip to the text</a><div class="bar"><a class="site-name" href="/">${WORKSPACE.title}</a>` +
    `<nav aria-label="Main"><ul>${items}</ul></nav></div>`
  );
}

/** The site's footer: source of the data, licence, and data version. */
export function footer(): string {
  const { data, drift } = readSite();
  const recalculated =
    drift.belongs || drift.differences.length === 0
      ? ""
      : `<p class="recalculated"><b>Recalculated.</b> These pages are made from other numbers than the published texts hold: ${drift.differences.length} results and verdicts differ. <a href="/data.html#recalculated">Which ones</a></p>`;
  return (
    recalculated +
    `<p>${WORKSPACE.licence.footer}</p>` +
    `<p>Code under the MIT licence. Data version <code>${data}</code>.</p>`
  );
}

/** The menu, in order: every page with `menu` in its front matter. */
function menu(): MenuEntry[] {
  return readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".md") && !file.startsWith("."))
    .flatMap((file) => {
      const path = join(SOURCE, file);
      const matter = existsSync(path)
        ? /^---\n([\s\S]*?)\n---/.exec(readFileSync(path, "utf8"))?.[1]
        : undefined;
      const label = /^menu: *(.+)$/m.exec(matter ?? "")?.[1];
      const order = Number(/^order: *(\d+)$/m.exec(matter ?? "")?.[1] ?? Number.NaN);
      return label === undefined ? [] : [{ path: `/${file.replace(/\.md$/, "")}`, label, order }];
    })
    .sort((a, b) => a.order - b.order);
}
