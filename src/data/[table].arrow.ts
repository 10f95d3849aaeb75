import { parseArgs } from "node:util";
import { writeTable } from "../../data-loaders/tables/write.js";

const { values } = parseArgs({ options: { table: { type: "string", default: "" } } });
writeTable(values.table);
