export {
  type CellRangeOptions,
  cellRanges,
  leastLargestLead,
  type Range,
  type TwoByTwoMargins,
} from "./cell-ranges.js";
export { CELLS, type Cell, type TwoByTwo, twoByTwoTables } from "./two-by-two.js";
