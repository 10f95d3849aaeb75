import type { WorkedOut, World } from "../analysis/by-statement/index.js";

/** Request to the worker. */
export type WorkOrder = Pick<World, "problem" | "ask">;

/** Reply of the worker: the answer, or an error. */
export type WorkAnswer = { readonly answer: WorkedOut } | { readonly error: string };

/** A worker that runs the bounds engine. It starts at the first question. */
export interface BoundsSolver {
  /**
   * The answer to a question. A newer question cancels a pending one, whose promise then never settles.
   *
   * @throws Error (the promise) when the engine gives up or the worker cannot start
   */
  readonly solve: (order: WorkOrder) => Promise<WorkedOut>;
  readonly end: () => void;
}

export function boundsSolver(): BoundsSolver {
  const answers = new Map<string, WorkedOut>();
  let worker: Worker | null = null;
  let busy = false;
  const end = () => {
    worker?.terminate();
    worker = null;
    busy = false;
  };
  return {
    end,
    solve({ problem, ask }) {
      if (busy) end();
      const key = JSON.stringify([problem, ask]);
      const known = answers.get(key);
      if (known !== undefined) return Promise.resolve(known);
      worker ??= new Worker(import.meta.resolve("./bounds-worker.js"), { type: "module" });
      const asked = worker;
      busy = true;
      return new Promise((resolve, reject) => {
        const settle = (said: WorkAnswer) => {
          if (asked !== worker) return;
          busy = false;
          if ("error" in said) return reject(new Error(said.error));
          answers.set(key, said.answer);
          resolve(said.answer);
        };
        asked.onmessage = ({ data }: MessageEvent<WorkAnswer>) => settle(data);
        asked.onerror = ({ message }) => {
          settle({ error: message || "the worker did not start" });
          end();
        };
        asked.postMessage({ problem, ask } satisfies WorkOrder);
      });
    },
  };
}
