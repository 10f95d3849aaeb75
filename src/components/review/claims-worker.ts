import { ledgerFromRows } from "../../analysis/review/ledger-rows.js";
import { type Judge, judgeOf } from "../../claims/index.js";
import type { ClaimsAnswer, ClaimsOrder } from "./claims-judge.js";

// Entry point of the worker: live verdicts are computed here only, never on the page's main thread.
let judge: Judge | null = null;
let latest = 0;

addEventListener("message", ({ data }: MessageEvent<ClaimsOrder>) => {
  if ("ledger" in data) judge = judgeOf(ledgerFromRows(data.ledger));
  else void answer(data);
});

/** Judges in small batches, so that a newer order can cancel this one between two of them. */
async function answer({ run, assumptions, ids }: Extract<ClaimsOrder, { run: number }>): Promise<void> {
  latest = run;
  for (let at = 0; at < ids.length && run === latest; at += BATCH) {
    const verdicts = ids.slice(at, at + BATCH).flatMap((id) => {
      try {
        const { verdict, because, robustness, readings } = (judge as Judge).judge(id, assumptions);
        return [
          {
            id,
            verdict,
            because,
            worst: robustness?.worstCase ?? null,
            critical: robustness?.criticalDesignEffect ?? null,
            readings: readings.map(({ id, verdict, because }) => ({ id, verdict, because })),
          },
        ];
      } catch (error) {
        postMessage({ run, id, error: String(error) } satisfies ClaimsAnswer);
        return [];
      }
    });
    postMessage({ run, verdicts, done: at + BATCH >= ids.length } satisfies ClaimsAnswer);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

const BATCH = 12;
