import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { README_PICTURE, readmePicture } from "../../../tools/readme-picture.js";

test("the picture of the README is the one that the raw files give (npm run readme-picture)", () => {
  expect(readFileSync(README_PICTURE, "utf8")).toBe(readmePicture());
});
