import { expect, it } from "vitest";
import { changed, faults, VALID } from "../raw-folder.js";

it("reports a publication whose id is not the name of its folder", () => {
  expect(faults(changed("beta-2024/publication.csv", "beta-2024,", "beta-2023,"))).toEqual([
    'beta-2024/publication.csv:2:1: id is "beta-2023"; expected beta-2024, the name of the folder',
  ]);
});

it("reports a second publication in one file", () => {
  const path = "beta-2024/publication.csv";
  const row = VALID[path]?.split("\n")[1] ?? "";
  expect(faults({ ...VALID, [path]: `${VALID[path]}${row.replace("beta-2024", "gamma")}\n` })).toEqual([
    `${path}:3:1: the file has a second publication; expected one row`,
  ]);
});

it("reports a coverage that ends before it starts", () => {
  expect(faults(changed("beta-2024/publication.csv", "2024-03", "2023-03"))).toEqual([
    'beta-2024/publication.csv:2:71: coverage_end is "2023-03"; expected 2023-04 or later, as coverage_start is',
  ]);
});
