import { auditCommand } from "./audit/command.js";
import { runAsProcess } from "./command.js";

await runAsProcess(auditCommand);
