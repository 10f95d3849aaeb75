import { JSDOM } from "jsdom";
import { readRaw } from "../data-loaders/read/index.js";
import { build } from "../data-loaders/tables/index.js";
import { satisfactionFigure } from "../src/findings/parents-and-contact/figures/index.js";
import { writeWhole } from "./site/files.js";
import { RAW } from "./site/paths.js";
import { pictureSvg } from "./site/picture.js";

/** The picture of the README, from the current raw files. */
export function readmePicture(): string {
  const { tables, results } = build(readRaw(RAW));
  const rows = tables.get(satisfactionFigure.id)?.rows ?? [];
  const byId = new Map(results.map((r) => [r.id, r]));
  return pictureSvg(satisfactionFigure, rows as never[], byId, new JSDOM("").window.document);
}

export const README_PICTURE = "docs/satisfaction-by-parent-and-contact.svg";

if (process.argv[1]?.endsWith("readme-picture.ts")) writeWhole(README_PICTURE, readmePicture());
