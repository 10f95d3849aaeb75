import { aligned } from "../aligned.js";
import type { Answer } from "./estimate.js";
import { methodOf } from "./json.js";
import type { Request } from "./request.js";

/** The answer as text. */
export function answerText(answer: Answer, request: Request): string {
  const { design, df, weights, estimates, test, model } = answer;
  const lines = [
    [
      `${design.n} interviews`,
      ...(request.strata === null ? [] : [`${design.stratumPsus.filter((m) => m > 0).length} strata`]),
      ...(request.clusters === null ? [] : [`${design.psuCount} clusters`]),
      `${df} degrees of freedom`,
    ].join(", "),
    "",
  ];
  if (estimates !== null) {
    const percent = estimates.estimates[0]?.statistic === "proportion";
    lines.push(
      ...aligned([
        [
          ...request.by,
          "interviews",
          percent ? "percent" : "mean",
          "standard error",
          "low",
          "high",
          "degrees of freedom",
          "design effect",
          ...(percent ? ["can it be shown"] : []),
        ],
        ...estimates.estimates.map((row) => [
          ...Object.values(row.by),
          String(row.n),
          number(percent ? row.estimate * 100 : row.estimate),
          number(percent ? row.standardError * 100 : row.standardError),
          number(row.low === null ? null : percent ? row.low * 100 : row.low),
          number(row.high === null ? null : percent ? row.high * 100 : row.high),
          String(row.df),
          number(row.deff),
          ...(percent
            ? [row.reliability === null ? "" : [row.reliability.flag, ...row.reliability.reasons].join(": ")]
            : []),
        ]),
      ]),
      "",
    );
  }
  if (test !== null) {
    const [statistic, distribution] =
      test.name === "difference"
        ? [test.t, `t with ${number(test.df)} degrees of freedom`]
        : test.df2 === undefined
          ? [test.statistic, `chi-squared with ${number(test.df1)} degrees of freedom`]
          : [test.statistic, `F with ${number(test.df1)} and ${number(test.df2)} degrees of freedom`];
    lines.push(`Test ${test.name}: ${number(statistic)}, p ${number(test.p)} (${distribution})`, "");
  }
  if (model !== null)
    lines.push(
      ...aligned([
        ["term", "estimate", "standard error", "t", "p"],
        ...model.terms.map((term) => [
          term.term,
          number(term.estimate),
          number(term.standardError),
          number(term.t),
          number(term.p),
        ]),
      ]),
      "",
    );
  if (weights !== null) {
    const { min, max, cv, kishDesignEffect } = weights;
    lines.push(
      `Weights: ${number(min)} to ${number(max)}, coefficient of variation ${number(cv)}, Kish design effect ${number(kishDesignEffect)}`,
      "",
    );
  }
  const method = methodOf(answer, request);
  lines.push(...Object.entries(method).map(([key, value]) => `${words(key)}: ${value}`));
  return `${lines.join("\n")}\n`;
}

/** Four digits; empty for a missing number. */
function number(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "";
  return String(Number(value.toPrecision(4)));
}

/** A key in camel case as words. */
function words(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
