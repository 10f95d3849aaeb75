import { mutationsIn } from "./mutation.js";

const ONE_NUMBER = ["one-number"];

/** Numbers that are written in two ways. */
export const written = [
  ...mutationsIn("src/charts", "tests/unit", [
    {
      what: "writes the ends of a band as whole numbers",
      file: "age-and-ethnicity/set-rows",
      find: "formatRange(band.from, band.to)",
      replace: "formatRange(Math.floor(band.from), Math.ceil(band.to))",
      tests: ONE_NUMBER,
    },
    {
      what: "writes a share of weights to the nearest hundredth in the table",
      file: "parents-and-contact/shares",
      find: 'value: (row) => row.low, as: "low"',
      replace: "value: (row) => row.low, decimals: 2",
      tests: ONE_NUMBER,
    },
  ]),
  ...mutationsIn("src/components", "tests/unit", [
    {
      what: "writes the design effect of a claim to the nearest hundredth",
      file: "review/claim-card",
      find: "formatDesignEffect(effect)",
      replace: "effect.toFixed(2)",
      tests: ONE_NUMBER,
    },
  ]),
  ...mutationsIn("data-loaders/audit", "tests/unit", [
    {
      what: "writes the design effect of a check to the nearest tenth",
      file: "significance",
      find: "? formatDesignEffect(deff)",
      replace: "? deff.toFixed(1)",
      tests: ONE_NUMBER,
    },
  ]),
  ...mutationsIn("src/model", "tests/unit/model", [
    {
      what: "rounds the high end of a range to the nearest",
      file: "format",
      find: 'end === "low" ? "down" : "up"',
      replace: 'end === "low" ? "down" : "nearest"',
    },
    {
      what: "rounds a design effect that stands after up to to the nearest",
      file: "format",
      find: 'return formatNumber(value, RANGE_DECIMALS, "down");',
      replace: "return formatNumber(value, RANGE_DECIMALS);",
    },
  ]),
];
