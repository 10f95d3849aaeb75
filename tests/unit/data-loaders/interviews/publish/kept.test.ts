import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { DisclosureError } from "../../../../../data-loaders/interviews/disclosure/index.js";
import {
  discardMade,
  type KeptPublications,
  keepPublished,
  readKept,
  writeMade,
} from "../../../../../data-loaders/interviews/publish/kept.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kept-"));
  return () => rmSync(folder, { recursive: true });
});
const publication = (made: string) => ({ "ces-2023-24": { made } }) as unknown as KeptPublications;

it("what was made is kept as public once a build has published it, and not before", () => {
  expect(readKept(folder)).toEqual({});
  writeMade(folder, publication("one"));
  expect(readKept(folder)).toEqual({});
  keepPublished(folder);
  expect(readKept(folder)).toEqual(publication("one"));
  // Nothing new was made: what is public stays so.
  keepPublished(folder);
  expect(readKept(folder)).toEqual(publication("one"));
  writeMade(folder, publication("two"));
  keepPublished(folder);
  expect(readKept(folder)).toEqual(publication("two"));
});

it("what was made and is not to be published is forgotten, and what is public is not", () => {
  writeMade(folder, publication("one"));
  keepPublished(folder);
  writeMade(folder, publication("two"));
  discardMade(folder);
  keepPublished(folder);
  expect(readKept(folder)).toEqual(publication("one"));
  discardMade(folder);
  expect(readKept(folder)).toEqual(publication("one"));
});

it("a file that cannot be read is no leave to publish as if nothing were public", () => {
  const file = join(folder, ".published.json");
  writeFileSync(file, '{"ces-2023-24": {"made"');
  expect(() => readKept(folder)).toThrow(DisclosureError);
  expect(() => readKept(folder)).toThrow(
    `${file}:1:1: this is no JSON; expected what the last build published`,
  );
  expect(existsSync(file) && readFileSync(file, "utf8")).toBe('{"ces-2023-24": {"made"');
});
