import { mutationsIn } from "./mutation.js";

const CROSSED = ["crossed"];
const FILL = ["fill"];
const KEPT = ["kept"];
const READ = ["read-rules"];
const RULES = ["rules-in-force"];

export const publish = mutationsIn(
  "data-loaders/publish-interviews",
  "tests/unit/data-loaders/publish-interviews",
  [
    {
      what: "shows by two dimensions what one of them hides",
      file: "crossed",
      find: "if (!oneWay(groups.by, code)) may = false;",
      replace: "if (!oneWay(groups.by, code)) continue;",
      tests: CROSSED,
    },
    {
      what: "shows by two dimensions a measure that is hidden",
      file: "crossed",
      find: "let may = shown.count(base.id) && shown.estimate(measure.id);",
      replace: "let may = shown.count(base.id);",
      tests: CROSSED,
    },
    {
      what: "shows that all but a few give an answer",
      file: "crossed",
      find: "Math.min(answers, total - answers) < least",
      replace: "answers < least",
      tests: CROSSED,
    },
    {
      what: "does not look at the few in no group",
      file: "crossed",
      find: "for (let a = -1; a < none; a++)",
      replace: "for (let a = 0; a < none; a++)",
      tests: CROSSED,
    },
    {
      what: "shows who were added since the last publication",
      file: "crossed",
      find: "if (added !== 0 && Math.abs(added) < least) may = false;",
      replace: "if (added !== 0 && Math.abs(added) < 0) may = false;",
      tests: CROSSED,
    },
    {
      what: "shows an estimate of nobody",
      file: "crossed",
      find: '.join(";"))) may = false;',
      replace: '.join(";"))) continue;',
      tests: CROSSED,
    },
    {
      what: "fills numbers in from made-up interviews",
      file: "fill",
      find: "simulated === null",
      replace: "simulated !== undefined",
      tests: FILL,
    },
    {
      what: "fills in more digits than are shown",
      file: "fill",
      find: "estimate.number.toFixed(1)",
      replace: "estimate.number.toFixed(2)",
      tests: FILL,
    },
    {
      what: "fills in means as percentages",
      file: "fill",
      find: 'value?.unit === "percent"',
      replace: "value !== null",
      tests: FILL,
    },
    {
      what: "lets rounding of a filled percentage reach below 0",
      file: "fill",
      find: "Math.max(low, measure.minimum)",
      replace: "Math.min(low, measure.maximum)",
      tests: FILL,
    },
    {
      what: "takes what is public for nothing where it cannot be read",
      file: "kept",
      find: "  } catch {\n",
      replace: '  } catch {\n    if (folder !== "") return {};\n',
      tests: KEPT,
    },
    {
      what: "forgets what was published",
      file: "kept",
      find: "renameSync(made, join(folder, PUBLISHED));",
      replace: "rmSync(made);",
      tests: KEPT,
    },
    {
      what: "forgets what is public instead of what was made",
      file: "kept",
      find: "rmSync(join(folder, MADE), { force: true });",
      replace: "rmSync(join(folder, PUBLISHED), { force: true });",
      tests: KEPT,
    },
    {
      what: "compares a publication with itself",
      file: "publish-survey",
      find: "known.made === made ? known.before : known.last;",
      replace: "known.last;",
    },
    {
      what: "takes a build under other rules for the same publication",
      file: "publish-survey",
      find: "JSON.stringify([survey.tables, rules])",
      replace: "JSON.stringify([survey.tables])",
      tests: RULES,
    },
    {
      what: "publishes under the default rules whatever is set",
      file: "publish-survey",
      find: "protect(survey.tables, rules, earlier)",
      replace: "protect(survey.tables, {}, earlier)",
      tests: RULES,
    },
    {
      what: "explains marks by the default",
      file: "publish-survey",
      find: "    rules.least,\n",
      replace: "    10,\n",
      tests: RULES,
    },
    {
      what: "shows by two dimensions what a stricter rule hid",
      file: "publish-survey",
      find: "Math.max(rules.least, before?.oneWay.rules.least ?? 0)",
      replace: "Math.max(rules.least, 0)",
      tests: RULES,
    },
    {
      what: "counts the interviews beside an estimate without rounding",
      file: "publish-survey",
      find: "shown.interviews(...cell)",
      replace: "found.estimate.n",
      tests: RULES,
    },
    {
      what: "keeps what was made of a file under other rules",
      file: "publish-files",
      find: "before?.made, rules,",
      replace: "before?.made,",
      tests: RULES,
    },
    {
      what: "says nothing of faulty interviews where rules are faulty",
      file: "publish-files",
      find: "    const codebook = CODEBOOKS.get(survey);\n",
      replace: "    const codebook = CODEBOOKS.get(survey);\n    if (rules === null) continue;\n",
      tests: RULES,
    },
    {
      what: "takes an unknown part of a file of rules for none",
      file: "read-rules",
      find: "const PARTS = v.strictObject({",
      replace: "const PARTS = v.object({",
      tests: READ,
    },
    {
      what: "says of a default that does not fit that it stands at the start of the file",
      file: "read-rules",
      find: '...place(["least"]),',
      replace: "...place([]),",
      tests: READ,
    },
  ],
);
