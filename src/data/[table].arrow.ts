import { parseArgs } from "node:util";
import { writeTable } from "../../data-loaders/tables/write.js";

const { values } = parseArgs({ options: { table: { type: "string", default: "" } } });
await writeTable(values.table);
