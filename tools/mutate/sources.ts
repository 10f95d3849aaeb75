import { mutationsIn } from "./mutation.js";

/** Where outside facts come from, and that each has an address. */
export const sources = [
  ...mutationsIn("data-loaders/read", "tests/unit/data-loaders/read", [
    {
      what: "takes an outside fact without a source",
      file: "checks/sources",
      find: "if (source_id === null) return at(",
      replace: "if (source_id === null) return [];\n    if (source_id === undefined) return at(",
    },
    {
      what: "takes a report by others for the publisher's own page",
      file: "checks/sources",
      find: 'grade === "A" && copies',
      replace: 'grade === "P" && copies',
    },
    {
      what: "takes a publication without an address",
      file: "schemas",
      find: "source_url: address,\n    copy: oneOf(COPIES),\n    looked_up: day,\n    edition: text,",
      replace: "source_url: text,\n    copy: oneOf(COPIES),\n    looked_up: day,\n    edition: text,",
      tests: ["checks/sources"],
    },
  ]),
  // A missing address in the files themselves.
  {
    what: "leaves out the address of a source",
    file: "data-loaders/raw/context/sources.csv",
    find: "https://www.cmoptions.org/en/about/standards.asp",
    replace: "",
    tests: ["tests/unit/data-loaders/read/checks/sources.test.ts"],
  },
];
