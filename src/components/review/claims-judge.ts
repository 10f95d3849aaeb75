import type { LedgerRows } from "../../analysis/review/ledger-rows.js";
import type { ClaimRow, ReadingRow } from "../../analysis/review/schema.js";
import type { Assumptions } from "../../claims/assumptions.js";

/** Messages to the worker: the ledger, once; then assumptions with the claims to judge, in order of priority. */
export type ClaimsOrder =
  | { readonly ledger: LedgerRows }
  | { readonly run: number; readonly assumptions: Assumptions; readonly ids: readonly string[] };

/** A verdict as the worker sends it. */
export interface LiveVerdict extends Pick<ClaimRow, "id" | "verdict" | "because" | "worst" | "critical"> {
  readonly readings: readonly Pick<ReadingRow, "id" | "verdict" | "because">[];
}

export type ClaimsAnswer =
  | { readonly run: number; readonly verdicts: readonly LiveVerdict[]; readonly done: boolean }
  | { readonly run: number; readonly id: string; readonly error: string };

/** A worker that judges claims. It starts at the first question. */
export interface ClaimsJudge {
  /** Judges claims and passes verdicts to `onVerdicts` as they arrive. A newer question cancels an older one. */
  readonly ask: (
    assumptions: Assumptions,
    ids: readonly string[],
    onVerdicts: (verdicts: readonly LiveVerdict[], done: boolean) => void,
    fail: (message: string) => void,
  ) => void;
  readonly end: () => void;
}

/** @param rows gives the tables that the ledger is made from, when they are first needed */
export function claimsJudge(rows: () => Promise<LedgerRows>): ClaimsJudge {
  let worker: Promise<Worker> | null = null;
  let run = 0;
  const start = async (): Promise<Worker> => {
    const made = new Worker(import.meta.resolve("./claims-worker.js"), { type: "module" });
    made.postMessage({ ledger: await rows() } satisfies ClaimsOrder);
    return made;
  };
  return {
    ask(assumptions, ids, onVerdicts, fail) {
      run += 1;
      const asked = run;
      worker ??= start();
      worker
        .then((made) => {
          made.onmessage = ({ data }: MessageEvent<ClaimsAnswer>) => {
            if (data.run !== run) return;
            if ("error" in data) fail(data.error);
            else onVerdicts(data.verdicts, data.done);
          };
          made.onerror = ({ message }) => fail(message || "the worker did not start");
          if (asked === run) made.postMessage({ run: asked, assumptions, ids } satisfies ClaimsOrder);
        })
        .catch((error: unknown) => fail(String(error)));
    },
    end() {
      void worker?.then((made) => made.terminate());
      worker = null;
    },
  };
}
