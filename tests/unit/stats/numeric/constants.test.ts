import { expect, it } from "vitest";
import { Z_95 } from "../../../../src/stats/index.js";

it("has 2.5% of the normal distribution above it", () => {
  // Composite Simpson's rule over [0, z] with 2,000 steps; its error is below 1e-13 here.
  const steps = 2000;
  const h = Z_95 / steps;
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  let sum = density(0) + density(Z_95);
  for (let i = 1; i < steps; i++) sum += (i % 2 === 0 ? 2 : 4) * density(i * h);
  expect(0.5 + (sum * h) / 3).toBeCloseTo(0.975, 12);
});
