import {
  defineTable,
  interviews,
  kind,
  number,
  open,
  percent,
  points,
  type RowOf,
  text,
  whole,
} from "../../model/table.js";
import type { LimitationId } from "./labs/limitations.js";
import type { Chart } from "./options.js";

/** The error under a limitation at one value of its knob: expected, or over made-up surveys. */
const LAB_COLUMNS = {
  limitation: text<LimitationId>("What is wrong with the survey"),
  label: text("The same for readers"),
  kind: kind<"calculated" | "simulated">(),
  knob: number("percent, interviews or groups")(
    "The part that it concerns, or the number of interviews or of groups",
  ),
  unit: text("Unit of the knob: percent, interviews or groups"),
  last: open(text("Who is left out as the last of a number of groups; empty of other knobs")),
  difference: points("How much less satisfied those concerned are; below 0 they are more satisfied"),
  interviews: interviews("Interviews of a survey"),
  error: points("How much too high the result is on average; of simulated rows, the mean of made-up surveys"),
  low: open(points("The lowest of the made-up surveys; empty where worked out")),
  high: open(points("The highest of the made-up surveys; empty where worked out")),
  covered: open(percent("Made-up surveys whose 95% interval holds the truth; empty where worked out")),
};

const LAB_SOURCE = "Worked out, and made up from seeds";

export const NON_RESPONSE_LAB = defineTable({
  name: "non-response-lab",
  title: "How far refusals can take a result from the truth",
  description:
    "Two rows for each response rate and difference: worked out, and over made-up surveys of a population with known truth.",
  source: LAB_SOURCE,
  columns: LAB_COLUMNS,
});

export const LEFT_OUT_LAB = defineTable({
  name: "left-out-lab",
  title: "What people who are left out do to a result",
  description:
    "Two rows for each limitation, part left out and difference: worked out, and over made-up surveys of a population with known truth.",
  source: LAB_SOURCE,
  columns: LAB_COLUMNS,
});

export const ANSWERS_LAB = defineTable({
  name: "answers-lab",
  title: "What interviewers, mix-ups, few interviews and missing weights do to a result",
  description:
    "Two rows for each limitation, part concerned and difference: worked out, and over made-up surveys of a population with known truth.",
  source: LAB_SOURCE,
  columns: LAB_COLUMNS,
});
export type LabRow = RowOf<typeof NON_RESPONSE_LAB>;

/** A group of a chart in a made-up world that agrees with everything printed. */
export const WORLDS = defineTable({
  name: "compatible-worlds",
  title: "Satisfaction by age and by ethnicity in made-up worlds that agree with the text",
  description:
    "A row for each world and group. Each world agrees with everything printed of the survey; where they differ, the text does not say. None is the real one.",
  source: "Made up, to agree with the text of CES CMS 2023/24",
  columns: {
    kind: kind<"simulated">(),
    simulated: text("What made it up"),
    seed: whole("number")("Seed of the world"),
    chart: text<Chart>("The chart of the report that has the group: age or ethnicity"),
    group: text("The group, dimension=code"),
    label: text("The group for readers"),
    satisfied: percent("Satisfied in this world, of those who answered"),
    printed: open(text("As the text prints or words it; empty where it is not in the text")),
    printed_low: open(percent("Least that it can be rounded from")),
    printed_high: open(percent("Most that it can be rounded from")),
    filled_in: open(
      percent("Filled in since, from elsewhere than the text: no world was made to agree with it"),
    ),
    interviews: interviews("Interviews of the group, as printed"),
  },
});
export type WorldRow = RowOf<typeof WORLDS>;
