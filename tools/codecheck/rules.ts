import { basename, isAbsolute, normalize } from "node:path";
import { isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import { isOrcid } from "./orcid.js";

export const SPECIFICATION = "https://codecheck.org.uk/spec/config/2.0/";
const PUBLISHED_SPECIFICATION = /^https?:\/\/codecheck\.org\.uk\/spec\/config\/(?:1\.0|2\.0)\/?$/;

/** A rule that a configuration does not meet. */
export interface Finding {
  /** As the register of CODECHECK names it. */
  readonly rule: string;
  readonly severity: "error" | "warning" | "info";
  /** Who can meet it: the authors before a check, or the codechecker, who adds to the file. */
  readonly by: "author" | "codechecker";
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Rules that only a person can meet, with an ORCID: they stay open until authors add theirs. */
export const OPEN: ReadonlySet<string> = new Set(["CC-CFG-020"]);

/** What the rules on the bundle need to know of the folder in which the file stands. */
export interface Bundle {
  /** Name of the file, from the root of the folder. */
  readonly file: string;
  /** Whether a path from the root is there; null where that cannot be said. */
  readonly has: (path: string) => boolean | null;
}

const PLACEHOLDER = /\b(?:FIXME|TODO)\b|XXXXX/;
const PDF = /\.pdf(?:$|[?#])/i;
const URL_ALONE = /^https?:\/\/\S+$/;
const DOI = /^https?:\/\/(?:dx\.)?doi\.org\/10\./;

/**
 * The rules of the CODECHECK configuration file, specification 2.0, that need no network: what is broken, in the order of
 * the file. The identifiers and severities are those of the register's list of rules (rules-2.0.yml of 9 September 2026).
 * Not checked, since they ask services: CC-MET-002 to 009, CC-BUN-003 and 004, CC-REP and CC-REG.
 */
export function codecheckFindings(bytes: Uint8Array, { file, has }: Bundle): Finding[] {
  const found: Finding[] = [];
  const lines = new LineCounter();
  let by: Finding["by"] = "author";
  let text = "";
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return [at(1, 1)("CC-CFG-001", "error", "not UTF-8; expected a text in UTF-8")];
  }
  const document = parseDocument(text, { lineCounter: lines });

  function at(line: number, column: number) {
    return (rule: string, severity: Finding["severity"], message: string): Finding => {
      return { rule, severity, by, line, column, message };
    };
  }
  const place = (path: readonly (string | number)[]) => {
    // The nearest that is there: of what is missing, where it would stand.
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) {
        const { line, col } = lines.linePos(node.range[0]);
        return at(line, col);
      }
    }
    return at(1, 1);
  };
  const say = (
    path: readonly (string | number)[],
    rule: string,
    severity: Finding["severity"],
    message: string,
  ) => found.push(place(path)(rule, severity, message));
  const value = (...path: (string | number)[]): unknown => {
    const node = document.getIn(path, true);
    return isScalar(node) ? node.value : isNode(node) ? node.toJS(document) : node;
  };
  const filled = (...path: (string | number)[]) => {
    const held = value(...path);
    return held !== undefined && held !== null && String(held).trim() !== "";
  };
  const listAt = (...path: string[]): unknown[] | null => {
    const held = value(...path);
    return Array.isArray(held) ? held : null;
  };

  for (const { linePos, message } of document.errors) {
    const [start] = linePos ?? [];
    found.push(
      at(start?.line ?? 1, start?.col ?? 1)(
        "CC-CFG-001",
        "error",
        `${message.split("\n")[0]}; expected YAML`,
      ),
    );
  }
  if (document.errors.length === 0 && !isMap(document.contents))
    found.push(at(1, 1)("CC-CFG-001", "error", "no mapping; expected names with values"));
  if (!/^(?:%YAML [\d.]+\r?\n)?---\r?\n/.test(text))
    found.push(at(1, 1)("CC-CFG-002", "error", "no document marker; expected --- before all else"));
  if (basename(file) !== "codecheck.yml" || normalize(file) !== "codecheck.yml")
    found.push(at(1, 1)("CC-CFG-003", "error", `the file is ${file}; expected codecheck.yml at the root`));
  if (found.some(({ rule }) => rule === "CC-CFG-001")) return found;

  if (!filled("version")) say(["version"], "CC-CFG-014", "warning", `no version; expected ${SPECIFICATION}`);
  else if (!PUBLISHED_SPECIFICATION.test(String(value("version"))))
    say(
      ["version"],
      "CC-CFG-015",
      "warning",
      `${value("version")} is no published specification; expected ${SPECIFICATION}`,
    );

  const manifest = listAt("manifest");
  if (manifest === null) say(["manifest"], "CC-CFG-004", "error", "no manifest; expected a list of files");
  const seen = new Set<string>();
  manifest?.forEach((_, i) => {
    if (!filled("manifest", i, "file")) {
      say(
        ["manifest", i],
        "CC-CFG-005",
        "error",
        `item ${i + 1} of the manifest has no file; expected its path`,
      );
      return;
    }
    const path = String(value("manifest", i, "file"));
    const outside = isAbsolute(path) || /^[a-z]+:/i.test(path) || normalize(path).startsWith("..");
    if (outside)
      say(
        ["manifest", i, "file"],
        "CC-CFG-006",
        "error",
        `${path} is not below this file; expected a relative path`,
      );
    else if (has(path) === false)
      say(
        ["manifest", i, "file"],
        "CC-BUN-001",
        "error",
        `${path} is not there; expected every file of the manifest`,
      );
    if (seen.has(path))
      say(["manifest", i, "file"], "CC-CFG-005", "error", `${path} is listed twice; expected each file once`);
    seen.add(path);
    if (!filled("manifest", i, "comment"))
      say(["manifest", i], "CC-CFG-007", "info", `${path} has no comment; expected a short one`);
  });

  if (!isMap(document.get("paper", true)))
    say(["paper"], "CC-CFG-016", "error", "no paper; expected title, authors and reference");
  else paper();

  by = "codechecker";
  const codecheckers = listAt("codechecker");
  if (codecheckers === null || codecheckers.length === 0)
    say(["codechecker"], "CC-CFG-008", "error", "no codechecker; expected a list of those who checked");
  codecheckers?.forEach((_, i) => {
    if (!filled("codechecker", i, "name"))
      say(["codechecker", i], "CC-CFG-009", "error", `codechecker ${i + 1} has no name; expected one`);
    if (!filled("codechecker", i, "ORCID"))
      say(["codechecker", i], "CC-CFG-010", "warning", `codechecker ${i + 1} has no ORCID; expected one`);
    else orcid("codechecker", i);
  });
  if (!filled("report"))
    say(["report"], "CC-CFG-011", "error", "no report; expected the address of the certificate");
  else {
    const report = String(value("report"));
    if (PLACEHOLDER.test(report))
      say(["report"], "CC-CFG-013", "error", `${report} is a placeholder; expected the certificate’s DOI`);
    else if (!URL_ALONE.test(report))
      say(["report"], "CC-CFG-012", "info", `${report} is no address; expected one such as that of a DOI`);
  }
  if (!filled("summary"))
    say(["summary"], "CC-CFG-024", "error", "no summary; expected a short one of the certificate");
  if (!filled("certificate"))
    say(["certificate"], "CC-CFG-025", "error", "no certificate; expected its number in the register");
  else if (!/^\d{4}-\d{3,}$/.test(String(value("certificate"))))
    say(
      ["certificate"],
      "CC-CFG-026",
      "error",
      `${value("certificate")} is no number of a certificate; expected YYYY-NNN`,
    );
  if (has("codecheck") === false && has(".codecheck") === false)
    found.push(
      at(1, 1)("CC-BUN-002", "warning", "no folder codecheck/; expected one for what a check makes"),
    );

  by = "author";
  if (has("LICENSE") === false) found.push(at(1, 1)("CC-BUN-005", "warning", "no LICENSE; expected one"));
  for (const [path, held] of scalars(value(), []))
    if (PLACEHOLDER.test(held) && path[0] !== "report")
      say(path, "CC-CFG-023", "error", `${path.join(".")} is a placeholder; expected what stands there`);
  return found.sort((a, b) => a.line - b.line || a.column - b.column);

  function paper() {
    if (!filled("paper", "title"))
      say(["paper", "title"], "CC-CFG-017", "error", "paper has no title; expected one");
    const authors = listAt("paper", "authors");
    if (authors === null || authors.length === 0)
      say(
        ["paper", "authors"],
        "CC-CFG-018",
        "error",
        "paper has no authors; expected a list, the corresponding author first",
      );
    authors?.forEach((_, i) => {
      if (!filled("paper", "authors", i, "name"))
        say(["paper", "authors", i], "CC-CFG-019", "error", `author ${i + 1} has no name; expected one`);
      if (!filled("paper", "authors", i, "ORCID"))
        say(
          ["paper", "authors", i],
          "CC-CFG-020",
          "error",
          `author ${i + 1} has no ORCID; expected 0000-0000-0000-0000`,
        );
      else orcid("paper", "authors", i);
    });
    if (!filled("paper", "reference"))
      say(["paper"], "CC-CFG-021", "error", "paper has no reference; expected its address or a short text");
    else reference(["paper", "reference"], "CC-CFG-027");
    const others = value("paper", "reference-other");
    if (others !== undefined && !Array.isArray(others))
      say(["paper", "reference-other"], "CC-CFG-029", "error", "reference-other is no list; expected one");
    else if (Array.isArray(others))
      others.forEach((other, i) => {
        if (!URL_ALONE.test(String(other)))
          say(
            ["paper", "reference-other", i],
            "CC-CFG-030",
            "warning",
            `${other} is no address; expected one, a DOI at best`,
          );
      });
  }
  function reference(path: string[], rule: string) {
    const held = String(value(...path));
    if (!URL_ALONE.test(held))
      say(path, rule, "warning", "the reference is no address; expected one, a DOI at best");
    else if (PDF.test(held) && /^https?:\/\/web\.archive\.org\/web\//.test(held))
      say(path, "CC-CFG-031", "info", "the reference is an archived PDF; expected a DOI where there is one");
    else if (PDF.test(held))
      say(path, "CC-CFG-022", "warning", "the reference is a PDF; expected a DOI or a landing page");
    else if (!DOI.test(held))
      say(path, "CC-CFG-028", "info", "the reference is no DOI; expected one where there is one");
  }
  function orcid(...path: (string | number)[]) {
    const held = String(value(...path, "ORCID"));
    if (held.includes("/") && path[0] === "paper")
      say([...path, "ORCID"], "CC-CFG-020", "error", `${held} is an address; expected the ORCID alone`);
    else if (!isOrcid(held))
      say(
        [...path, "ORCID"],
        "CC-MET-001",
        "error",
        `${held} is no ORCID; expected 0000-0000-0000-0000 with its check digit`,
      );
  }
}

type Path = readonly (string | number)[];

function scalars(held: unknown, path: Path): (readonly [Path, string])[] {
  if (typeof held === "string") return [[path, held]];
  if (held === null || typeof held !== "object") return [];
  return Object.entries(held).flatMap(([key, inner]) =>
    scalars(inner, [...path, Array.isArray(held) ? Number(key) : key]),
  );
}
