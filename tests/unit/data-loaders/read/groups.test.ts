import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { groupProblems, readDimensions } from "../../../../data-loaders/read/groups.js";
import { formatProblem, InputError } from "../../../../data-loaders/read/problem.js";
import { DIMENSIONS } from "../../../../src/model/groups.js";
import { GROUPS_MODULE, GROUPS_STYLES, groupsModule, groupsStyles } from "../../../../tools/groups.js";
import { ROOT } from "../../site/fixture.js";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const DIMENSION_ROWS = "id,label,complete,light,dark\nregion,Region,yes,,\nwave,Wave,,#112233,#445566\n";
const GROUP_ROWS = `dimension,code,label,other_names,light,dark
region,north,The North,northern; up north,#aabbcc,#ddeeff
region,south,The South,,,
wave,1,First wave,,,
`;

function folderOf(dimensions = DIMENSION_ROWS, groups = GROUP_ROWS): string {
  const folder = mkdtempSync(join(tmpdir(), "groups-"));
  folders.push(folder);
  writeFileSync(join(folder, "dimensions.csv"), dimensions);
  writeFileSync(join(folder, "groups.csv"), groups);
  return folder;
}

const faults = (dimensions?: string, groups?: string): string[] => {
  try {
    readDimensions(folderOf(dimensions, groups), (file) => file);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(formatProblem);
  }
};

describe("the tables of dimensions and groups", () => {
  it("give dimensions with their groups, in order", () => {
    expect(readDimensions(folderOf(), (file) => file)).toEqual([
      {
        ...{ id: "region", label: "Region", complete: true, colours: null },
        groups: [
          {
            ...{ code: "north", label: "The North", otherNames: ["northern", "up north"] },
            colours: { light: "#aabbcc", dark: "#ddeeff" },
          },
          { code: "south", label: "The South", otherNames: [], colours: null },
        ],
      },
      {
        ...{ id: "wave", label: "Wave", complete: false, colours: { light: "#112233", dark: "#445566" } },
        groups: [{ code: "1", label: "First wave", otherNames: [], colours: null }],
      },
    ]);
  });

  it("are refused with every fault at its place", () => {
    expect(
      faults(
        "id,label,complete,light,dark\nregion,Region,maybe,,\nregion,Region,,,\n",
        `dimension,code,label,other_names,light,dark
region,North,The North,,#aabbcc,
region,south,,,,
place,x,X,,,
`,
      ),
    ).toEqual([
      'dimensions.csv:2:15: complete is "maybe"; expected yes or empty',
      'dimensions.csv:3:1: "region" is given twice; expected each once',
      'dimensions.csv:3:8: the label "Region" is given twice; expected each once',
      'groups.csv:2:8: code is "North"; expected lower-case letters, digits and hyphens',
      "groups.csv:2:33: dark is empty; expected a colour such as #12436d, or both colours empty",
      "groups.csv:3:14: label is empty; expected what readers see",
      'groups.csv:4:1: dimension is "place"; expected one of region',
    ]);
  });

  it("are refused with other columns", () => {
    expect(faults("id,label\n")).toEqual([
      "dimensions.csv:1:1: the columns are id,label; expected id,label,complete,light,dark",
      ...[2, 3].map((line) => `groups.csv:${line}:1: dimension is "region"; expected one of `),
      'groups.csv:4:1: dimension is "wave"; expected one of ',
    ]);
  });

  it("are refused where two codes of one name have a colour", () => {
    expect(
      faults(undefined, GROUP_ROWS.replace("wave,1,First wave,,,", "wave,north,N,,#aabbcc,#ddeeff")),
    ).toEqual(['groups.csv:4:15: "north" has a colour here and in region; expected one colour a name']);
  });
});

describe("the code", () => {
  const read = () => readDimensions(join(ROOT, "data-loaders/raw"), (file) => file);

  it("was made from these tables (npm run groups)", () => {
    const plain = (text: string) => text.replace(/\s+/g, "").replaceAll(",}", "}").replaceAll(",]", "]");
    expect(plain(readFileSync(join(ROOT, GROUPS_MODULE), "utf8"))).toBe(plain(groupsModule(read())));
    expect(plain(readFileSync(join(ROOT, GROUPS_STYLES), "utf8"))).toBe(plain(groupsStyles(read())));
  });

  it("is told apart from tables that were changed since", () => {
    const raw = join(ROOT, "data-loaders/raw");
    expect(groupProblems(raw, DIMENSIONS, (file) => file)).toEqual([]);
    const changed = folderOf(
      readFileSync(join(raw, "dimensions.csv"), "utf8"),
      readFileSync(join(raw, "groups.csv"), "utf8").replace("Women", "Female customers"),
    );
    expect(groupProblems(changed, DIMENSIONS, (file) => file).map(formatProblem)).toEqual([
      "groups.csv:1:1: the dimensions and groups differ from src/model/groups.ts; expected npm run groups after each change of dimensions.csv or groups.csv",
    ]);
  });
});
