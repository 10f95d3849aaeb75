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
    'beta-2024/publication.csv:2:72: coverage_end is "2023-03"; expected 2023-04 or later, as coverage_start is',
  ]);
});

it("reports a background paper of a report that is not there, or of itself", () => {
  const of = (report: string) =>
    faults(changed("beta-2024/publication.csv", "A Department,,2024", `A Department,${report},2024`));
  const expected = "expected the id of another publication, or an empty cell";
  expect(of("alpha-2016")).toEqual([]);
  expect(of("gamma")).toEqual([`beta-2024/publication.csv:2:52: background_of is "gamma"; ${expected}`]);
  expect(of("beta-2024")).toEqual([
    `beta-2024/publication.csv:2:52: background_of is "beta-2024"; ${expected}`,
  ]);
});
