import { mutationsIn } from "./mutation.js";

const CROSSED = ["crossed"];
const FILL = ["fill"];
const KEPT = ["kept"];

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
  ],
);
