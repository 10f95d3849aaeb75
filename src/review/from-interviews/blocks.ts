import { CODEBOOKS } from "../../../data-loaders/codebooks/index.js";
import { DEFAULT_RULES, rulesInWords } from "../../../data-loaders/interviews/disclosure/index.js";
import type { PublishedSurvey, ShownValue, Verdict } from "../../../data-loaders/interviews/publish/index.js";
import type { Raw } from "../../../data-loaders/read/index.js";
import { labelOf } from "../../../data-loaders/tables/beside-cells.js";
import { VERDICT_WORDS } from "../../analysis/interviews/verdict-words.js";
import { dataTable } from "../../components/data-table.js";
import { make } from "../../components/dom.js";
import { filterForm } from "../../components/filter-form.js";
import { groupLabelApart } from "../../model/dimensions.js";
import { formatNumber } from "../../model/format.js";
import { KIND_LABELS } from "../../model/kind.js";
import { periodLabel } from "../../model/period.js";
import { PEOPLE } from "../../model/workspace.js";

/** The blocks of the page on numbers from interviews, for builds with and without interviews. */
export function interviewBlocks(
  { measures }: Raw,
  surveys: readonly PublishedSurvey[],
  document: Document,
): Record<string, string> {
  const h = make(document);
  const always = {
    "interviews.downloads": downloadList(document).outerHTML,
    "interviews.rules": ruleList(surveys, document).outerHTML,
  };
  if (surveys.length === 0) {
    const none = h("p", { class: "quiet", "data-part": "no-interviews" }, "This build had no interviews.");
    return { ...always, "interviews.filters": "", "interviews.list": none.outerHTML };
  }
  const verdicts = (Object.keys(VERDICT_WORDS) as Verdict[]).filter((verdict) =>
    surveys.some(({ values }) => values.some((value) => value.verdict === verdict)),
  );
  const filters = filterForm(
    [
      {
        name: "survey",
        label: "Survey",
        options: surveys.map(({ survey, title }) => [survey, title] as const),
      },
      { name: "verdict", label: "Outcome", options: verdicts.map((v) => [v, VERDICT_WORDS[v]] as const) },
    ],
    document,
  );
  const labels = (survey: PublishedSurvey) => (measure: string) =>
    labelOf(measure, CODEBOOKS.get(survey.survey), measures);
  const list = h(
    "div",
    { class: "across", "data-part": "from-interviews" },
    surveys.map((survey) => surveyList(survey, labels(survey), document)),
  );
  return { ...always, "interviews.filters": filters.outerHTML, "interviews.list": list.outerHTML };
}

function downloadList(document: Document): HTMLElement {
  const h = make(document);
  const link = (name: string, extension: string, label: string) => {
    const file = `${name}.${extension}`;
    return h("a", { href: `%DOWNLOADS%/${file}`, download: file, rel: "external" }, label);
  };
  const names = [
    ["from-interviews", "Percentages"],
    ["from-interviews-counts", "Interviews by group"],
    ["from-interviews-covariance", "Covariances"],
  ] as const;
  return h(
    "ul",
    {},
    names.map(([name, label]) =>
      h("li", {}, `${label}: `, link(name, "csv", "CSV"), ", ", link(name, "arrow", "Arrow")),
    ),
  );
}

/** The disclosure rules: the build's, or the default if it had no interviews. */
function ruleList([survey]: readonly PublishedSurvey[], document: Document): HTMLElement {
  const h = make(document);
  const rules = survey?.rules ?? rulesInWords(DEFAULT_RULES);
  return h(
    "div",
    { "data-part": "rules" },
    h("p", {}, survey === undefined ? "Unless settings say otherwise:" : "The rules of this build:"),
    h(
      "ul",
      {},
      rules.map((rule) => h("li", {}, rule)),
    ),
  );
}

function surveyList(
  { survey, title, kind, simulated, values, marks }: PublishedSurvey,
  labelOf: (measure: string) => string,
  document: Document,
): HTMLElement {
  const h = make(document);
  const names = [...new Set(values.map(({ asked }) => asked.measure))];
  const folds = names.map((measure) => {
    const own = values.filter(({ asked }) => asked.measure === measure);
    const sorted = own.toSorted((a, b) => rank(a) - rank(b));
    return {
      rank: rank(sorted[0]),
      fold: measureFold(labelOf(measure), sorted, title, document),
    };
  });
  const { label } = KIND_LABELS[kind];
  return h(
    "section",
    { class: simulated === null ? null : "made-up", "data-survey": survey, "data-kind": kind },
    h("h3", {}, title),
    h(
      "p",
      { class: "quiet" },
      h("span", { class: `key ${kind}`, "aria-hidden": "true" }),
      simulated === null
        ? `${label} from interviews with people.`
        : `${label}: ${simulated}. It shows a method, never ${PEOPLE}.`,
    ),
    Object.entries(marks).map(([mark, meaning]) => h("p", { class: "quiet" }, `${mark} ${meaning}.`)),
    folds.toSorted((a, b) => a.rank - b.rank).map(({ fold }) => fold),
  );
}

/** Sort key: differences first. */
const rank = (value: ShownValue | undefined) =>
  value === undefined ? 0 : Object.keys(VERDICT_WORDS).indexOf(value.verdict);

function measureFold(
  label: string,
  values: readonly ShownValue[],
  title: string,
  document: Document,
): HTMLElement {
  const h = make(document);
  const differing = values.filter(({ verdict }) => verdict === "differs").length;
  const table = dataTable(
    values,
    [
      {
        label: "Whom it is about",
        value: ({ asked }) =>
          `${groupLabelApart(asked.group)}${asked.period === null ? "" : `, ${periodLabel(asked.period)}`}`,
      },
      { label: "In the report", value: ({ value }) => value?.printed ?? value?.words ?? null },
      {
        label: "From interviews",
        value: ({ estimate, verdict }) =>
          h(
            "b",
            {},
            estimate === null ? (verdict === "withheld" ? "[c]" : "–") : formatNumber(estimate.number, 1),
          ),
      },
      { label: "Standard error", value: ({ estimate }) => estimate?.standardError ?? null, decimals: 2 },
      { label: "Interval", value: ({ estimate }) => intervalText(estimate) },
      { label: "Interviews", value: ({ estimate }) => estimate?.interviews ?? null },
      { label: "Difference", value: ({ difference }) => difference, decimals: 1 },
      { label: "Outcome", value: ({ verdict }) => VERDICT_WORDS[verdict] },
    ],
    { document, caption: `${title}: ${label}`, quiet: true, cards: true },
  );
  for (const [i, row] of [...table.querySelectorAll<HTMLElement>("tbody tr")].entries())
    row.dataset.verdict = values[i]?.verdict ?? "";
  return h(
    "details",
    { class: "fold measure", ...(differing > 0 ? { open: true } : {}) },
    h(
      "summary",
      {},
      `${label} `,
      h(
        "small",
        {},
        `${formatNumber(values.length)} row${values.length === 1 ? "" : "s"}${differing === 0 ? "" : `, ${differing} differ`}`,
      ),
    ),
    table,
  );
}

/** An interval as text: "36.5 to 41.5 (95%, beta)". */
function intervalText(estimate: ShownValue["estimate"]): string | null {
  if (estimate === null || estimate.low === null || estimate.high === null) return null;
  const { low, high, level, method } = estimate;
  return `${formatNumber(low, 1)} to ${formatNumber(high, 1)} (${formatNumber(100 * level)}%${method === null ? "" : `, ${method}`})`;
}
