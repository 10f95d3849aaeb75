import { fileURLToPath } from "node:url";
import { Command, Option } from "commander";
import { stringify } from "csv-stringify/sync";
import type { Publication } from "../data-loaders/read/index.js";
import {
  groupNotHeld,
  isSizeOrWeight,
  type KindOfNumber,
  type NotHeld,
  type NotHeldLine,
  notHeld,
} from "../data-loaders/tables/not-held.js";
import { groupKey } from "../src/model/dimensions.js";
import { formatNumber, listed } from "../src/model/format.js";
import { type CommandFunction, readFolder, runAsProcess, runProgram, UsageError } from "./command.js";

const program = () =>
  new Command("missing")
    .description("Lists every number that is not in the text we hold, and where to look for it.")
    .option("--publication <id>", "only this publication")
    .addOption(new Option("--csv", "one row a number, as CSV").conflicts("letter"))
    .option("--letter", "a letter that asks the publisher for the numbers")
    .option("--raw <folder>", "the folder of raw files", "data-loaders/raw");

interface Options {
  readonly publication?: string;
  readonly csv?: true;
  readonly letter?: true;
  readonly raw: string;
}

/** `npm run missing`. */
export const missingCommand: CommandFunction = (args, streams) =>
  runProgram<Options>(program(), args, streams, (options) => {
    const raw = readFolder(options.raw);
    const publications = chosen(raw.publications, options.publication);
    const ids = publications.map((p) => p.id);
    const rows = notHeld(raw).filter((row) => ids.includes(row.publication));
    const sections = sectionsOf(publications, groupNotHeld(rows));
    streams.out(options.csv ? csv(rows) : options.letter ? letter(sections) : list(sections));
    return 0;
  });

/** The missing numbers of one publication; sample sizes and weights are separate. */
interface Section {
  readonly publication: Publication;
  readonly lines: readonly NotHeldLine[];
  readonly numbers: readonly Place[];
  readonly sizesAndWeights: readonly Place[];
}

interface Place {
  readonly place: string;
  readonly lines: readonly NotHeldLine[];
}

/** A section for each publication with a missing number. */
function sectionsOf(publications: readonly Publication[], lines: readonly NotHeldLine[]): Section[] {
  return publications
    .map((publication) => {
      const own = lines.filter((line) => line.publication === publication.id);
      return {
        publication,
        lines: own,
        numbers: places(own.filter((line) => !isSizeOrWeight(line))),
        sizesAndWeights: places(own.filter(isSizeOrWeight)),
      };
    })
    .filter((section) => section.lines.length > 0);
}

function places(lines: readonly NotHeldLine[]): Place[] {
  return [...new Set(lines.map(({ place }) => place))].map((place) => ({
    place,
    lines: lines.filter((line) => line.place === place),
  }));
}

/** "12 quarters, September to November 2013 to June to August 2016 x Receiving Parents, Paying Parents". */
function what({ groups, periods }: NotHeldLine): string {
  return [periods, groups === "All" ? "" : groups].filter((text) => text !== "").join(" x ") || "one number";
}

function chosen(publications: readonly Publication[], id: string | undefined): readonly Publication[] {
  const found = publications.filter((p) => id === undefined || p.id === id);
  if (id === undefined || found.length > 0) return found;
  throw new UsageError([
    `there is no publication ${id}; expected one of ${publications.map((p) => p.id).join(", ")}`,
  ]);
}

function list(sections: readonly Section[]): string {
  if (sections.length === 0) return "Every number is in the text we hold.\n";
  return [
    "Numbers that are not in the text we hold",
    "",
    ...sections.flatMap(({ publication, numbers, sizesAndWeights, lines }) => {
      return [
        `${publication.title} (${publication.id})`,
        `Tables: ${publication.tables}`,
        `Address: ${publication.sourceUrl} (${publication.edition})`,
        "",
        ...numbers.flatMap((place) => placeLines(place, "")),
        ...(sizesAndWeights.length === 0
          ? []
          : ["  Sample sizes and weights, not in the text we hold either", ""]),
        ...sizesAndWeights.flatMap((place) => placeLines(place, "  ")),
        `  Total: ${counts(lines)}`,
        "",
      ];
    }),
    `All together: ${counts(sections.flatMap(({ lines }) => lines))}`,
    "",
  ].join("\n");
}

function placeLines({ place, lines }: Place, indent: string): string[] {
  return [
    `${indent}  ${place}`,
    ...lines.flatMap((line) => [
      `${indent}    ${formatNumber(line.count).padStart(5)}  ${line.label}`,
      `${indent}           ${what(line)}`,
    ]),
    "",
  ];
}

/** "168 percentages, 12 weights and 62 sample sizes: 242 numbers". */
function counts(lines: readonly NotHeldLine[]): string {
  const sum = (own: readonly NotHeldLine[]) => own.reduce((total, { count }) => total + count, 0);
  const kinds = (["percentage", "number", "weight", "sample size"] satisfies KindOfNumber[])
    .map((kind) => ({ kind, count: sum(lines.filter((line) => line.kind === kind)) }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => many(count, kind));
  return kinds.length === 1 ? listed(kinds) : `${listed(kinds)}: ${many(sum(lines), "number")}`;
}

function many(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? "" : "s"}`;
}

function csv(rows: readonly NotHeld[]): string {
  const columns = [
    "id",
    "publication",
    "place",
    "measure",
    "label",
    "group",
    "period",
    "kind_of_number",
    "locator",
    "where_to_look",
    // Left empty, to be filled in from the table and read by the pages.
    "printed",
  ];
  return stringify(
    rows.map((r) => [
      r.id,
      r.publication,
      r.place,
      r.measure,
      r.label,
      groupKey(r.group),
      r.period,
      r.kind,
      r.locator,
      r.whereToLook,
      "",
    ]),
    { header: true, columns },
  );
}

function letter(sections: readonly Section[]): string {
  if (sections.length === 0) return "Every number is in the text we hold: there is nothing to ask for.\n";
  const publications = sections.map(({ publication }) => publication);
  const these = sections.length === 1 ? "this publication" : `these ${sections.length} publications`;
  return [
    `To: ${[...new Set(publications.map(({ publisher }) => publisher))].join("; ")}`,
    `Subject: Numbers behind ${publications.map(({ shortTitle }) => shortTitle).join(", ")}`,
    "",
    "Dear colleagues,",
    "",
    `We work with the text of ${these}. The numbers below stand in a chart or in a`,
    "separate table and are not in the text we hold. Could you please send them to us, or tell us",
    "where we can find them? A spreadsheet or a CSV file would be best.",
    "",
    ...sections.flatMap(({ publication, numbers, sizesAndWeights }, index) => {
      return [
        `${index + 1}. ${publication.title}, published ${publication.published}`,
        `   ${publication.sourceUrl}`,
        "",
        ...numbers.flatMap(requestLines),
        ...(sizesAndWeights.length === 0 ? [] : ["   Sample sizes and weights", ""]),
        ...sizesAndWeights.flatMap(requestLines),
      ];
    }),
    "Please give each percentage with the decimals that you have, and with it the sample size",
    "(the number of interviews, unweighted) and the weights, by quarter or by month.",
    "If a number cannot be given, it would help us to know why.",
    "",
    "Thank you very much for your help.",
    "",
  ].join("\n");
}

function requestLines({ place, lines }: Place): string[] {
  return [`   ${place}`, ...lines.map((line) => `   - ${line.label}: ${inWords(line)}`), ""];
}

/** Like `what`, without signs: "12 quarters, …, for Receiving Parents, Paying Parents". */
function inWords({ groups, periods }: NotHeldLine): string {
  const whom = groups === "All" ? "" : `for ${groups.replaceAll(" x ", ", among ")}`;
  return [periods, whom].filter((text) => text !== "").join(", ") || "one number";
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runAsProcess(missingCommand);
