import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { CACHE } from "./paths.js";

/**
 * Libraries that Framework offers under short names. At the first build it asks the network for their newest
 * versions, although no page uses them; a folder with that name answers instead. These are no dependencies.
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

/** Makes Framework work offline. */
export function seedVersionAnswers(): void {
  for (const name of OFFERED) {
    const folder = join(CACHE, "_npm", `${name}@0.0.0`);
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  }
}
