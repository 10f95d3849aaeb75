import { chosenCode, chosenOption, defineControl } from "../../../model/control.js";
import type { Options } from "../../../model/variants.js";
import type { RangeRow } from "../schema.js";

/** Whether bands show the survey's own figures or their inference to customers. */
export const LAYER = defineControl({
  name: "layer",
  type: "choice",
  legend: "Show",
  options: [
    {
      code: "survey",
      label: "What was found in the survey",
      text: "What was found in the survey",
    },
    {
      code: "customers",
      label: "What it says about customers like these",
      text: "What the survey says about customers like these, ranges widened to 95% intervals",
    },
  ],
  default: "survey",
  isView: true,
});

/** Whether bands include sampling error. */
export function isAboutCustomers(state: Options): boolean {
  return chosenCode(LAYER, state) === "customers";
}

/** The row in the chosen layer: for customers, unknown figures have wider ranges. */
export function inLayer<Row extends RangeRow>(
  row: Row,
  state: Options,
): Row & { readonly survey?: RangeRow } {
  if (row.value !== null || !isAboutCustomers(state)) return row;
  const { customers_low, customers_high, customers_hole_low, customers_hole_high } = row;
  return {
    ...row,
    survey: row,
    low: customers_low,
    high: customers_high,
    hole_low: customers_hole_low,
    hole_high: customers_hole_high,
  };
}

/** The row before any widening. */
export function surveyRow(row: RangeRow & { readonly survey?: RangeRow }): RangeRow {
  return row.survey ?? row;
}

/** The layer in words, to begin a sentence. */
export function layerText(state: Options): string {
  return chosenOption(LAYER, state).text;
}

/** How the customer layer is made, for the figures that have it. */
export const LAYER_HOW =
  "“What it says about customers like these” widens each range to the 95% interval of Imbens and Manski: the interval that covers a figure wherever it lies between both ends, with the standard errors of the ends at the group’s interviews divided by the design effect. Where there are several ranges, each is widened on its own, as if it were the one that holds the figure; where they then meet, nothing between is ruled out. The ends rest on other figures of the survey too, such as everyone’s, whose sampling error is left out.";
