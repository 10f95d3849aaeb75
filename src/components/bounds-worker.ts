import { workOut } from "../analysis/by-statement/index.js";
import type { WorkAnswer, WorkOrder } from "./bounds-solver.js";

// Entry point of the worker: the engine runs here only, never on the page's main thread.
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
