import type { PublishedTables } from "../disclosure/index.js";
import type { By } from "./dimensions.js";
import type { ShownCovariance } from "./published-survey.js";
import { ERROR_DECIMALS, rounded } from "./rounded.js";
import type { Shown } from "./shown.js";
import type { Details } from "./survey-tables.js";

/** Covariances of each measure's groups, by dimension. */
export function shownCovariances(
  { measures }: Pick<PublishedTables<Details>, "measures">,
  shown: Pick<Shown, "estimate">,
): ShownCovariance[] {
  return measures.flatMap(({ id, groups }) =>
    groups.flatMap(({ dimension, cells, covariance }) =>
      covariancesOf(id, dimension as By, cells, covariance ?? [], (code) =>
        shown.estimate(id, dimension as By, code),
      ),
    ),
  );
}

/** Computed from correlations with two decimals and shown standard errors, so they reveal nothing more. */
function covariancesOf(
  measure: string,
  by: By,
  cells: readonly { readonly code: string }[],
  covariance: readonly (readonly unknown[])[],
  isShown: (code: string) => boolean,
): ShownCovariance[] {
  const number = (a: number, b: number) => covariance[a]?.[b];
  const error = (a: number) => Math.sqrt(Number(number(a, a)));
  return cells.flatMap(({ code: first }, a) =>
    cells.slice(0, a + 1).map(({ code: second }, b): ShownCovariance => {
      const codes = [first, second] as const;
      const c = number(a, b);
      if (typeof c !== "number" || !isShown(first) || !isShown(second))
        return { measure, by, codes, covariance: null };
      const [ea, eb] = [error(a), error(b)];
      const correlation = ea * eb === 0 ? 0 : rounded(c / (ea * eb), 2);
      const shown = correlation * rounded(100 * ea, ERROR_DECIMALS) * rounded(100 * eb, ERROR_DECIMALS);
      return { measure, by, codes, covariance: rounded(shown, 2 * ERROR_DECIMALS) };
    }),
  );
}
