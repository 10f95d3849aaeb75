import { mutationsOf } from "./mutation.js";

export const weighting = mutationsOf("weighting", [
  {
    what: "swaps the weights before and after post-stratification",
    file: "post-stratify",
    find: "initial: design.weights,",
    replace: "initial: final,",
  },
  {
    what: "leaves the residual of raking out",
    file: "rake",
    find: "columns: indicators(margins, cells, design.weights),",
    replace: "columns: [],",
  },
  {
    what: "stops raking early",
    file: "rake",
    find: "if (Math.abs(worst.apart) <= tolerance) {",
    replace: "if (Math.abs(worst.apart) <= 1e-3) {",
  },
  {
    what: "swaps the weights before and after calibration",
    file: "calibrate",
    find: "initial: design.weights,",
    replace: "initial: final,",
    tests: ["calibrate", "/traps"],
  },
  {
    what: "allows negative weights",
    file: "calibrate",
    find: "assertNotNegative(adjusted.final);",
    replace: "",
  },
  {
    what: "has another start of the logit distance",
    file: "distance",
    find: "const odds = (1 - low) / (high - 1);",
    replace: "const odds = 1;",
    tests: ["calibrate"],
  },
  {
    what: "leaves the replicates unadjusted",
    file: "adjusted-weights",
    find: "given ? weights.map((w, i) => w * (g[i] as number)) : adjust(weights).final,",
    replace: "weights,",
    tests: ["post-stratify", "rake", "calibrate"],
  },
  {
    what: "loses what it trims",
    file: "trim",
    find: "const share = excess / inside;",
    replace: "const share = 0 * excess * inside;",
  },
  {
    what: "has n - 1 in the variation of weights",
    file: "diagnostics",
    find: "Math.sqrt(apart / n) / mean",
    replace: "Math.sqrt(apart / (n - 1)) / mean",
  },
  {
    what: "has n for Kish's effective size",
    file: "diagnostics",
    find: "kish: n / (1 + cv * cv),",
    replace: "kish: n,",
  },
  {
    what: "counts all rows before reweighting to a mix",
    file: "reweight-to-mix",
    find: "initial: begin(design.weights), final, strata: level",
    replace: "initial: design.weights, final, strata: level",
  },
  {
    what: "keeps an estimated mix for known in replicates",
    file: "reweight-to-mix",
    find: 'treatment === "known" ? known : mixOf(weights)',
    replace: "known",
  },
  {
    what: "scales the rest of an estimated mix wrongly",
    file: "reweight-to-mix",
    find: "w / multiplier(i) ** 2",
    replace: "w / multiplier(i)",
  },
  {
    what: "joins cells of margins that differ",
    file: "cells-of-margins",
    find: "(codes[i] as number) * k + (next[i] as number)",
    replace: "(codes[i] as number) + (next[i] as number)",
  },
]);
