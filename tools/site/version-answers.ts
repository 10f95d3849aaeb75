import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { CACHE } from "./paths.js";

/**
 * Libraries that Framework would offer under short names. It asks the network for their newest versions at the first
 * build, although no page uses them; a folder of that name answers it. These are version answers, not dependencies.
 */
const OFFERED = [
  "@duckdb/duckdb-wasm",
  "@observablehq/dot",
  "@observablehq/duckdb",
  "@observablehq/inputs",
  "@observablehq/mermaid",
  "@observablehq/plot",
  "@observablehq/runtime",
  "@observablehq/sample-datasets",
  "@observablehq/sqlite",
  "@observablehq/stdlib",
  "@observablehq/tex",
  "@uwdata/vgplot",
  "@viz-js/viz",
  "apache-arrow",
  "arquero",
  "d3",
  "d3-dsv",
  "echarts",
  "exceljs",
  "htl",
  "jszip",
  "katex",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "mermaid",
  "parquet-wasm",
  "react",
  "react-dom",
  "sql.js",
  "topojson-client",
  "vega",
  "vega-lite",
  "vega-lite-api",
];

/** Lets Framework build without a network. */
export function seedVersionAnswers(): void {
  for (const name of OFFERED) {
    const folder = join(CACHE, "_npm", `${name}@0.0.0`);
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  }
}
