import { basename, isAbsolute, normalize } from "node:path";
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import { isOrcid } from "./orcid.js";

export const SPECIFICATION = "https://codecheck.org.uk/spec/config/2.0/";
const PUBLISHED_SPECIFICATION = /^https?:\/\/codecheck\.org\.uk\/spec\/config\/(?:1\.0|2\.0)\/?$/;

/** A violated rule. */
export interface Finding {
  /** The rule's identifier in CODECHECK's register. */
  readonly rule: string;
  readonly severity: "error" | "warning" | "info";
  /** Who can fix it: the authors before a check, or the codechecker. */
  readonly by: "author" | "codechecker";
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Rules that need an ORCID: open until authors add theirs. */
export const OPEN: ReadonlySet<string> = new Set(["CC-CFG-020"]);

/** What the bundle rules need to know about the folder of the file. */
export interface Bundle {
  /** Name of the file, from the root of the folder. */
  readonly file: string;
  /** Whether a path exists; null if unknown. */
  readonly has: (path: string) => boolean | null;
}

const PLACEHOLDER = /\b(?:FIXME|TODO)\b|XXXXX/;
const PDF = /\.pdf(?:$|[?#])/i;
const URL_ALONE = /^https?:\/\/\S+$/;
const DOI = /^https?:\/\/(?:dx\.)?doi\.org\/10\./;

type Path = readonly (string | number)[];

/** The parsed file: values by path, and a factory for findings. */
interface Config {
  readonly value: (...path: Path) => unknown;
  /** Whether a value is present and not blank. */
  readonly filled: (...path: Path) => boolean;
  readonly listAt: (...path: Path) => unknown[] | null;
  /** A finding for the authors, at the path or its nearest existing parent. */
  readonly at: (path: Path, rule: string, severity: Finding["severity"], message: string) => Finding;
}

/**
 * Checks the rules of the CODECHECK configuration file, specification 2.0, that need no network, in file order.
 * Identifiers and severities are those of the register's list (rules-2.0.yml of 9 September 2026). Not checked, since
 * they need services: CC-MET-002 to 009, CC-BUN-003 and 004, CC-REP and CC-REG.
 */
export function codecheckFindings(bytes: Uint8Array, { file, has }: Bundle): Finding[] {
  let text = "";
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return [findingAt(1, 1, "CC-CFG-001", "error", "not UTF-8; expected a text in UTF-8")];
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const config = configOf(document, lines);
  const broken = [...syntax(document), ...fileRules(text, file)];
  if (broken.some(({ rule }) => rule === "CC-CFG-001")) return broken;
  const unchecked = [...codecheckers(config), ...certificate(config), ...checkFolder(has)];
  return [
    ...broken,
    ...version(config),
    ...manifest(config, has),
    ...(isMap(document.get("paper", true))
      ? paper(config)
      : [config.at(["paper"], "CC-CFG-016", "error", "no paper; expected title, authors and reference")]),
    ...unchecked.map((finding) => ({ ...finding, by: "codechecker" as const })),
    ...license(has),
    ...placeholders(config),
  ].sort((a, b) => a.line - b.line || a.column - b.column);
}

function findingAt(
  line: number,
  column: number,
  rule: string,
  severity: Finding["severity"],
  message: string,
): Finding {
  return { rule, severity, by: "author", line, column, message };
}

function configOf(document: Document, lines: LineCounter): Config {
  const value = (...path: Path): unknown => {
    const node = document.getIn(path, true);
    return isScalar(node) ? node.value : isNode(node) ? node.toJS(document) : node;
  };
  return {
    value,
    filled: (...path) => {
      const held = value(...path);
      return held !== undefined && held !== null && String(held).trim() !== "";
    },
    listAt: (...path) => {
      const held = value(...path);
      return Array.isArray(held) ? held : null;
    },
    at: (path, ...what) => {
      for (let length = path.length; length > 0; length--) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) {
          const { line, col } = lines.linePos(node.range[0]);
          return findingAt(line, col, ...what);
        }
      }
      return findingAt(1, 1, ...what);
    },
  };
}

/** YAML errors, or a top level that is no mapping. */
function* syntax({ errors, contents }: Document): Generator<Finding> {
  for (const { linePos, message } of errors) {
    const [start] = linePos ?? [];
    const what = `${message.split("\n")[0]}; expected YAML`;
    yield findingAt(start?.line ?? 1, start?.col ?? 1, "CC-CFG-001", "error", what);
  }
  if (errors.length === 0 && !isMap(contents))
    yield findingAt(1, 1, "CC-CFG-001", "error", "no mapping; expected names with values");
}

/** Checks the file's first line and name. */
function* fileRules(text: string, file: string): Generator<Finding> {
  if (!/^(?:%YAML [\d.]+\r?\n)?---\r?\n/.test(text))
    yield findingAt(1, 1, "CC-CFG-002", "error", "no document marker; expected --- before all else");
  if (basename(file) !== "codecheck.yml" || normalize(file) !== "codecheck.yml")
    yield findingAt(1, 1, "CC-CFG-003", "error", `the file is ${file}; expected codecheck.yml at the root`);
}

/** Checks the specification version. */
function* version({ value, filled, at }: Config): Generator<Finding> {
  if (!filled("version"))
    yield at(["version"], "CC-CFG-014", "warning", `no version; expected ${SPECIFICATION}`);
  else if (!PUBLISHED_SPECIFICATION.test(String(value("version"))))
    yield at(
      ["version"],
      "CC-CFG-015",
      "warning",
      `${value("version")} is no published specification; expected ${SPECIFICATION}`,
    );
}

/** Checks the manifest. */
function* manifest({ value, filled, listAt, at }: Config, has: Bundle["has"]): Generator<Finding> {
  const items = listAt("manifest");
  if (items === null) yield at(["manifest"], "CC-CFG-004", "error", "no manifest; expected a list of files");
  const seen = new Set<string>();
  for (const i of (items ?? []).keys()) {
    const item = ["manifest", i];
    if (!filled(...item, "file")) {
      yield at(item, "CC-CFG-005", "error", `item ${i + 1} of the manifest has no file; expected its path`);
      continue;
    }
    const path = String(value(...item, "file"));
    const file = [...item, "file"];
    if (isAbsolute(path) || /^[a-z]+:/i.test(path) || normalize(path).startsWith(".."))
      yield at(file, "CC-CFG-006", "error", `${path} is not below this file; expected a relative path`);
    else if (has(path) === false)
      yield at(file, "CC-BUN-001", "error", `${path} is not there; expected every file of the manifest`);
    if (seen.has(path))
      yield at(file, "CC-CFG-005", "error", `${path} is listed twice; expected each file once`);
    seen.add(path);
    if (!filled(...item, "comment"))
      yield at(item, "CC-CFG-007", "info", `${path} has no comment; expected a short one`);
  }
}

/** Checks the paper: title, authors and references. */
function* paper(config: Config): Generator<Finding> {
  const { filled, at } = config;
  if (!filled("paper", "title"))
    yield at(["paper", "title"], "CC-CFG-017", "error", "paper has no title; expected one");
  yield* authors(config);
  if (!filled("paper", "reference"))
    yield at(
      ["paper"],
      "CC-CFG-021",
      "error",
      "paper has no reference; expected its address or a short text",
    );
  else yield* reference(config);
  yield* otherReferences(config);
}

/** Checks the authors. */
function* authors(config: Config): Generator<Finding> {
  const { filled, listAt, at } = config;
  const list = listAt("paper", "authors") ?? [];
  if (list.length === 0)
    yield at(
      ["paper", "authors"],
      "CC-CFG-018",
      "error",
      "paper has no authors; expected a list, the corresponding author first",
    );
  for (const i of list.keys()) {
    const author = ["paper", "authors", i];
    if (!filled(...author, "name"))
      yield at(author, "CC-CFG-019", "error", `author ${i + 1} has no name; expected one`);
    if (!filled(...author, "ORCID"))
      yield at(author, "CC-CFG-020", "error", `author ${i + 1} has no ORCID; expected 0000-0000-0000-0000`);
    else yield* orcid(config, author);
  }
}

/** Checks the reference of the paper. */
function* reference({ value, at }: Config): Generator<Finding> {
  const path = ["paper", "reference"];
  const held = String(value(...path));
  if (!URL_ALONE.test(held))
    yield at(path, "CC-CFG-027", "warning", "the reference is no address; expected one, a DOI at best");
  else if (PDF.test(held) && /^https?:\/\/web\.archive\.org\/web\//.test(held))
    yield at(
      path,
      "CC-CFG-031",
      "info",
      "the reference is an archived PDF; expected a DOI where there is one",
    );
  else if (PDF.test(held))
    yield at(path, "CC-CFG-022", "warning", "the reference is a PDF; expected a DOI or a landing page");
  else if (!DOI.test(held))
    yield at(path, "CC-CFG-028", "info", "the reference is no DOI; expected one where there is one");
}

/** Checks further references. */
function* otherReferences({ value, at }: Config): Generator<Finding> {
  const path = ["paper", "reference-other"];
  const others = value(...path);
  if (others === undefined) return;
  if (!Array.isArray(others)) {
    yield at(path, "CC-CFG-029", "error", "reference-other is no list; expected one");
    return;
  }
  for (const [i, other] of others.entries())
    if (!URL_ALONE.test(String(other))) {
      yield at([...path, i], "CC-CFG-030", "warning", `${other} is no address; expected one, a DOI at best`);
    }
}

/** Checks the codecheckers. */
function* codecheckers(config: Config): Generator<Finding> {
  const { filled, listAt, at } = config;
  const list = listAt("codechecker") ?? [];
  if (list.length === 0)
    yield at(["codechecker"], "CC-CFG-008", "error", "no codechecker; expected a list of those who checked");
  for (const i of list.keys()) {
    const path = ["codechecker", i];
    if (!filled(...path, "name"))
      yield at(path, "CC-CFG-009", "error", `codechecker ${i + 1} has no name; expected one`);
    if (!filled(...path, "ORCID"))
      yield at(path, "CC-CFG-010", "warning", `codechecker ${i + 1} has no ORCID; expected one`);
    else yield* orcid(config, path);
  }
}

/** Checks the certificate: address, summary and number. */
function* certificate({ value, filled, at }: Config): Generator<Finding> {
  const report = String(value("report"));
  if (!filled("report"))
    yield at(["report"], "CC-CFG-011", "error", "no report; expected the address of the certificate");
  else if (PLACEHOLDER.test(report))
    yield at(["report"], "CC-CFG-013", "error", `${report} is a placeholder; expected the certificate’s DOI`);
  else if (!URL_ALONE.test(report))
    yield at(["report"], "CC-CFG-012", "info", `${report} is no address; expected one such as that of a DOI`);
  if (!filled("summary"))
    yield at(["summary"], "CC-CFG-024", "error", "no summary; expected a short one of the certificate");
  const number = String(value("certificate"));
  if (!filled("certificate"))
    yield at(["certificate"], "CC-CFG-025", "error", "no certificate; expected its number in the register");
  else if (!/^\d{4}-\d{3,}$/.test(number))
    yield at(
      ["certificate"],
      "CC-CFG-026",
      "error",
      `${number} is no number of a certificate; expected YYYY-NNN`,
    );
}

function checkFolder(has: Bundle["has"]): Finding[] {
  if (has("codecheck") !== false || has(".codecheck") !== false) return [];
  return [
    findingAt(1, 1, "CC-BUN-002", "warning", "no folder codecheck/; expected one for what a check makes"),
  ];
}

function license(has: Bundle["has"]): Finding[] {
  return has("LICENSE") === false
    ? [findingAt(1, 1, "CC-BUN-005", "warning", "no LICENSE; expected one")]
    : [];
}

/** Placeholders outside the report, which has its own rule. */
function placeholders({ value, at }: Config): Finding[] {
  return scalars(value(), [])
    .filter(([path, held]) => PLACEHOLDER.test(held) && path[0] !== "report")
    .map(([path]) => {
      const what = `${path.join(".")} is a placeholder; expected what stands there`;
      return at(path, "CC-CFG-023", "error", what);
    });
}

/** Checks the ORCID of an author or codechecker. */
function* orcid({ value, at }: Config, person: Path): Generator<Finding> {
  const path = [...person, "ORCID"];
  const held = String(value(...path));
  if (held.includes("/") && path[0] === "paper")
    yield at(path, "CC-CFG-020", "error", `${held} is an address; expected the ORCID alone`);
  else if (!isOrcid(held))
    yield at(
      path,
      "CC-MET-001",
      "error",
      `${held} is no ORCID; expected 0000-0000-0000-0000 with its check digit`,
    );
}

/** All texts in a value, with their paths. */
function scalars(held: unknown, path: Path): (readonly [Path, string])[] {
  if (typeof held === "string") return [[path, held]];
  if (held === null || typeof held !== "object") return [];
  return Object.entries(held).flatMap(([key, inner]) =>
    scalars(inner, [...path, Array.isArray(held) ? Number(key) : key]),
  );
}
