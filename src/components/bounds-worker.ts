import { workOut } from "../analysis/by-statement/index.js";
import type { WorkAnswer, WorkOrder } from "./bounds-solver.js";

// The entry of a worker: the engine runs here, and nowhere in a page.
addEventListener("message", ({ data }: MessageEvent<WorkOrder>) => {
  postMessage(answerTo(data));
});

function answerTo({ problem, ask }: WorkOrder): WorkAnswer {
  try {
    return { answer: workOut(problem, ask) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
