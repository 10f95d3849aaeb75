import { mutationsOf } from "./mutation.js";

export const models = mutationsOf("models", [
  {
    what: "leaves the bread of the sandwich out",
    file: "sandwich",
    find: "return congruent(inverse, covarianceOfTotals(design, scores), k, k);",
    replace: "return covarianceOfTotals(design, scores);",
    tests: ["linear-regression"],
  },
  {
    what: "has another derivative of the logistic curve",
    file: "logistic-fit",
    find: "(one + zero) * probability * rest;",
    replace: "(one + zero) * probability;",
    tests: ["logistic-regression"],
  },
  {
    what: "forgets who has not in the likelihood",
    file: "logistic-fit",
    find: "u[i] = one * rest - zero * probability;",
    replace: "u[i] = one * rest;",
    tests: ["logistic-regression"],
  },
  {
    what: "tests on one side",
    file: "regression",
    find: "2 * tProbability(",
    replace: "tProbability(",
    tests: ["linear-regression"],
  },
  {
    what: "takes no degrees of freedom for the terms",
    file: "model-rows",
    find: "(groups.df[0] as number) + 1 - matrix.names.length",
    replace: "(groups.df[0] as number)",
    tests: ["linear-regression"],
  },
  {
    what: "has unweighted residuals",
    file: "linear-regression",
    find: "(weights[i] as number) * ((answers[i] as number) - (fitted[c] as number))",
    replace: "(answers[i] as number) - (fitted[c] as number)",
  },
  {
    what: "has another derivative of a prediction",
    file: "level-predictions",
    find: "w * odds * probability * probability",
    replace: "w * probability",
    tests: ["average-predictions"],
  },
  {
    what: "takes sampled covariates for fixed",
    file: "average-predictions",
    find: "((design.weights[i] as number) * apart) / weightedN",
    replace: "0 * apart",
  },
]);
