import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkProse } from "./check-prose.js";
import { lintPages } from "./lint-pages.js";
import { pageCode } from "./page-code.js";
import { unconditionalProblems } from "./prose/not-knowing.js";
import { checkEnding, leftoversOf, pagesOf } from "./source-files.js";
import { formatProblem, type SourceProblem } from "./source-problem.js";

const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
const pageGlobals = fileURLToPath(new URL("./observable.d.ts", import.meta.url));

/** Type errors and lint errors of pages, at most one per position, sorted by file and line. */
export async function checkPages(root: string): Promise<SourceProblem[]> {
  const problems = [...lintPages(root), ...(await typeCheckPages(root))];
  const seen = new Set<string>();
  return problems
    .filter(({ file, line, column }) => {
      const place = `${file}:${line}:${column}`;
      if (seen.has(place)) return false;
      seen.add(place);
      return true;
    })
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column));
}

/**
 * Type errors of the pages under src/, at the page's own positions. A page is one module: its live blocks and inline
 * expressions share names and imports, as in the browser. While this runs, `x.md.check.ts` is written beside `x.md`
 * for the compiler.
 */
export async function typeCheckPages(root: string): Promise<SourceProblem[]> {
  const pages = pagesOf(root);
  if (pages.length === 0) return [];
  const config = join(root, ".generated", "check-pages.tsconfig.json");
  const buildInfo = join(root, ".generated", "check-pages.tsbuildinfo");
  const checks = pages.map((page) => join(root, page + checkEnding));
  const remove = () => {
    for (const file of [config, buildInfo, ...checks, ...leftoversOf(root).map((left) => join(root, left))]) {
      rmSync(file, { force: true });
    }
  };
  const stop = (signal: NodeJS.Signals) => {
    remove();
    process.exit(signal === "SIGINT" ? 130 : 143);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    remove();
    mkdirSync(join(root, ".generated"), { recursive: true });
    writeFileSync(config, JSON.stringify(configOf(root, checks, buildInfo)));
    for (const page of pages) {
      const { code } = pageCode(readFileSync(join(root, page), "utf8"));
      writeFileSync(join(root, page + checkEnding), `${code}\nexport {};\n`);
    }
    return problemsIn(await compile(root, config));
  } finally {
    remove();
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}

function configOf(root: string, files: string[], tsBuildInfoFile: string): object {
  const { references = [] }: { references?: { path: string }[] } = JSON.parse(
    readFileSync(join(root, "tsconfig.json"), "utf8"),
  );
  return {
    extends: "../tsconfig.json",
    // Pages run in the browser: with Node's types, code could use what browsers lack.
    compilerOptions: { types: [], noEmit: true, tsBuildInfoFile },
    files: [pageGlobals, ...files],
    include: [],
    // `extends` does not inherit references.
    references: references.map(({ path }) => ({ path: join(root, path) })),
  };
}

function compile(root: string, config: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [compiler, "-b", config, "--pretty", "false"], {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const end = () => child.kill();
    process.once("exit", end);
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.once("error", reject).once("close", (code) => {
      process.off("exit", end);
      if (code === 0 || output.includes("error TS")) resolve(output);
      else reject(new Error(`tsc ended with ${code}:\n${output}`));
    });
  });
}

const implicit = /Cannot find name '(?:Plot|d3|aq|Inputs|html|svg|tex|sql|Arrow|htl|topojson|mermaid|dot|_)'/;

function problemsIn(output: string): SourceProblem[] {
  const problems: SourceProblem[] = [];
  for (const text of output.split(/\r?\n/)) {
    const match = /^(.+?)\((\d+),(\d+)\): error (TS\d+: .*)$/.exec(text);
    const last = problems.at(-1);
    if (match) {
      const [, path = "", line, column, said = ""] = match;
      const file = path.endsWith(`.md${checkEnding}`) ? path.slice(0, -checkEnding.length) : path;
      const message = implicit.test(said) ? `${said} Expected an import from node_modules.` : said;
      problems.push({ file, line: Number(line), column: Number(column), message });
    } else if (/^error TS\d+/.test(text)) {
      throw new Error(text);
    } else if (last && text.startsWith(" ")) {
      last.message += `\n${text}`;
    }
  }
  return problems;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = process.cwd();
  const problems = [...(await checkPages(root)), ...checkProse(root), ...unconditionalProblems(root)];
  for (const problem of problems) console.error(formatProblem(problem));
  const pages = pagesOf(root).length;
  console.log(`${pages} ${pages === 1 ? "page" : "pages"} checked, ${problems.length} found wrong`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
