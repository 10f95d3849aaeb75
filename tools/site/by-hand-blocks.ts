import { type World, workedOut } from "../../src/analysis/by-statement/index.js";
import type { ValueCells } from "../../src/analysis/value-cells.js";
import { byHand } from "../../src/components/by-hand.js";
import { make } from "../../src/components/dom.js";
import { factsOf, firstWorlds } from "../../src/findings/age-and-ethnicity/index.js";
import {
  type ValueCells as FeeCells,
  feeFactsOf,
  firstFeeWorld,
} from "../../src/findings/fee-impact/index.js";
import { remembered } from "../../src/model/remembered.js";
import type { Dataset } from "../../src/model/table.js";

/** The checks by hand of the figures that leave out one statement after the other, folded, by the figure's name. */
export function byHandBlocks(
  tables: ReadonlyMap<string, Dataset>,
  document: Document,
): Record<string, string> {
  const rows = <Row>(name: string) => (tables.get(name)?.rows ?? []) as readonly unknown[] as readonly Row[];
  const fee = feeFactsOf(rows<FeeCells>("fee-impact-numbers"), rows("events"));
  const { ethnicity, age } = firstWorlds(factsOf(rows<ValueCells>("age-and-ethnicity-numbers")));
  return {
    "fall-by-statement.by-hand": folded("fall-by-statement", firstFeeWorld(fee), document),
    "ethnicity-by-statement.by-hand": folded("ethnicity-by-statement", ethnicity, document),
    "age-by-statement.by-hand": folded("age-by-statement", age, document),
  };
}

/** Made anew only when the world has changed. */
const folded = remembered(
  (figure: string, world: World, document: Document): string => {
    const h = make(document);
    return h(
      "details",
      { class: "fold by-hand" },
      h("summary", {}, "Check it by hand"),
      h("div", { "data-by-hand": figure }, byHand(world, workedOut(world.problem, world.ask), { document })),
    ).outerHTML;
  },
  { most: 12, key: (figure, world) => JSON.stringify([figure, world]) },
);
