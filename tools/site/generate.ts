// Makes everything in a process that starts fresh, so that no module of an earlier run is left in it.
import { generate } from "./make.js";

process.exitCode = await generate();
