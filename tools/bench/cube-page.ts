import { readCube } from "../../src/stats/cube/cube-bytes.js";
import { estimateFromCube } from "../../src/stats/cube/estimate-from-cube.js";

/** Runs in the page: repeats estimates from a cube and returns the milliseconds of each. */
export function timeCube(
  bytes: readonly number[],
  { level, warmups, runs }: { readonly level: number; readonly warmups: number; readonly runs: number },
): { times: number[]; values: number[] } {
  const cube = readCube(Uint8Array.from(bytes));
  const estimate = () =>
    estimateFromCube(cube, { statistic: "proportion", by: ["group"], level, interval: "logit" });
  for (let i = 0; i < warmups; i++) estimate();
  // Browser clocks are coarse: each time covers a hundred runs.
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    for (let j = 0; j < 100; j++) estimate();
    times.push((performance.now() - start) / 100);
  }
  const { estimates } = estimate();
  return {
    times,
    values: [...estimates.map((each) => each.estimate), ...estimates.map((each) => each.standardError)],
  };
}
