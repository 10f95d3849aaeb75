import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize } from "node:v8";
import type { Page } from "playwright-core";
import { inject } from "vitest";
import { type AnyFigure, shownRows } from "../../src/figures/figure.js";
import { defaultState } from "../../src/model/control.js";
import type { Dataset } from "../../src/model/table.js";
import { FIGURES } from "../../tools/site/figures.js";
import { type OpenOptions, type OpenPage, openPage } from "./browser.js";
import type { Made } from "./setup.js";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const RAW = fileURLToPath(new URL("../../data-loaders/raw", import.meta.url));
export const FINDING = "findings/parents-and-contact.html";

/** Every page of the built site, by its path from the site's root. */
export function sitePages(): string[] {
  return readdirSync(inject("site").dist, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".html"))
    .sort();
}

/** A figure of the site, and the page that has it. */
export interface PlacedFigure {
  readonly id: string;
  readonly path: string;
  readonly figure: AnyFigure;
}

/** Every figure that a page shows. A figure that no page shows is an error. */
export function placedFigures(): PlacedFigure[] {
  const pages = sitePages().map((path) => ({
    path,
    html: readFileSync(join(inject("site").dist, path), "utf8"),
  }));
  return FIGURES.map((figure) => {
    const page = pages.find(({ html }) => html.includes(`data-figure="${figure.id}"`));
    if (page === undefined) throw new Error(`no page shows the figure ${figure.id}`);
    return { id: figure.id, path: page.path, figure };
  });
}

/** The rows that a figure shows as long as no one has chosen anything, made here. */
export function shownByDefault({ id, figure }: PlacedFigure): Readonly<Record<string, unknown>>[] {
  return [...shownRows(figure, tableOf(id).rows, defaultState(figure.controls))] as Record<string, unknown>[];
}

/** Waits until every figure of the page is live. Fails for one that stays as it was built. */
export async function allLive(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLElement>(".figure")].every((f) => f.dataset.live === "yes"),
  );
}

/** Opens a page, waits until it is live, uses it and closes it. */
export async function onPage(
  path: string,
  options: OpenOptions,
  use: (opened: OpenPage) => Promise<void>,
): Promise<void> {
  const opened = await openPage(path, options);
  try {
    if (options.javaScript !== false) await allLive(opened.page);
    await use(opened);
  } finally {
    await opened.close();
  }
}

let made: Made | undefined;

/** Every table and result, made here from the raw files. */
export function built(): Made {
  made ??= deserialize(readFileSync(inject("site").made)) as Made;
  return made;
}

/** The table of that name, made here. */
export function tableOf(name: string): Dataset {
  const table = built().tables.get(name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}

/** Shows a view of a figure, as a reader does: by its label. */
export async function showView(page: Page, figure: string, view: string): Promise<void> {
  await page.locator(`#figure-${figure} .views label:has(input[value="${view}"])`).click();
}

/** What the bar at the bottom of the window says; null where there is none. */
export async function barText(page: Page): Promise<string | null> {
  const said = page.locator(".assumptions .said");
  return (await said.isVisible()) ? await said.innerText() : null;
}

/** The numbers that are marked: what they read, and what they would read. Those in folded parts too. */
export function readings(page: Page): Promise<{ id: string; text: string; would: string }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".num.changed")].map((element) => {
      const note = element.nextElementSibling?.cloneNode(true) as HTMLElement;
      for (const part of note.querySelectorAll("span")) part.remove();
      return {
        id: element.dataset.result ?? "",
        text: element.textContent ?? "",
        would: note.textContent ?? "",
      };
    }),
  );
}

/** The text of every cited number in the prose and elsewhere, in order. */
export function citedNumbers(page: Page): Promise<{ id: string; text: string; variants: string }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[data-result]")].map((element) => ({
      id: element.dataset.result ?? "",
      text: element.textContent ?? "",
      variants: element.dataset.variants ?? "{}",
    })),
  );
}
