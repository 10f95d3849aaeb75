import { expect, it } from "vitest";
import { changed, faults } from "../raw-folder.js";

const EXPECTED = "expected a place after alpha-2016: or beta-2024:";

it("reports a locator that begins with no publication", () => {
  expect(faults(changed("beta-2024/rules.csv", "beta-2024: Weighting", "Weighting"))).toEqual([
    `beta-2024/rules.csv:2:55: locator is "Weighting"; ${EXPECTED}`,
  ]);
});

it("reports a locator with a publication but no place", () => {
  expect(faults(changed("beta-2024/rules.csv", "beta-2024: Weighting", "beta-2024: "))).toEqual([
    `beta-2024/rules.csv:2:55: locator is "beta-2024: "; ${EXPECTED}`,
  ]);
});

it("allows a locator in another publication", () => {
  expect(faults(changed("beta-2024/rules.csv", "beta-2024: Weighting", "alpha-2016: Weighting"))).toEqual([]);
});

it("reports a locator of the context that does not begin with context:", () => {
  expect(faults(changed("context/events.csv", "context: notices", "beta-2024: notices"))).toEqual([
    'context/events.csv:2:44: locator is "beta-2024: notices"; expected a place after context:',
  ]);
});
