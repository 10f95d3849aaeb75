import type { Basis, Codebook } from "../../src/model/codebook.js";
import { checkConditions } from "./check-conditions.js";
import { checkDesign } from "./check-design.js";
import { checkMeasures } from "./check-measures.js";
import { checkRouting } from "./check-routing.js";
import { checkVariables } from "./check-variables.js";
import { type CodebookProblem, repeated } from "./codebook-problem.js";

/** What a codebook may refer to outside itself; what is left out is not checked. */
export interface Known {
  /** Ids of `measures.csv`: a measure is one of them, or has a label of its own. */
  readonly measures?: ReadonlySet<string>;
  readonly publications?: ReadonlySet<string>;
  /** Codes of the column `population` of `bases.csv`. */
  readonly populations?: ReadonlySet<string>;
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Everything that is wrong in a codebook, in the order of its parts; none for one that the pipeline can work with.
 *
 * Ids and answers given twice; conditions that name an unknown variable, an answer that it does not have or a number beyond
 * its ends; questions that depend on a later one, or on each other in a circle; `asked` without `askedOf`; measures that are
 * unknown, count answers outside their base or pool items of different scales; dimensions whose codes are not the answers of
 * their variable; roles, strata, quotas and weighting variables without a fitting variable; dates out of order; places that
 * name no publication of the survey, and assumptions without a reason.
 */
export function checkCodebook(codebook: Codebook, known: Known = {}): CodebookProblem[] {
  const { id, publications } = codebook;
  const own: CodebookProblem[] = [];
  if (!ID.test(id)) {
    own.push({
      where: "id",
      message: `is "${id}"`,
      expected: "lower case with hyphens, such as visitors-2024",
    });
  }
  if (publications.length === 0) {
    own.push({ where: "publications", message: "is empty", expected: "at least one publication" });
  }
  for (const publication of publications) {
    if (known.publications?.has(publication) === false) {
      own.push({
        where: "publications",
        message: `"${publication}" is unknown`,
        expected: `one of ${[...known.publications].join(", ")}`,
      });
    }
  }
  const named = {
    measures: codebook.measures,
    impossible: codebook.impossible,
    exclusions: codebook.exclusions,
  };
  for (const [part, list] of Object.entries({ ...named, populations: codebook.populations ?? [] })) {
    own.push(...repeated(part, list));
  }
  for (const { id: population } of codebook.populations ?? []) {
    if (known.populations?.has(population) === false) {
      own.push({
        where: `populations.${population}`,
        message: "is no population of bases.csv",
        expected: `one of ${[...known.populations].join(", ")}`,
      });
    }
  }
  return [
    ...own,
    ...checkVariables(codebook),
    ...checkRouting(codebook),
    ...checkConditions(codebook),
    ...checkMeasures(codebook, known.measures),
    ...checkDesign(codebook),
    ...checkBases(codebook),
  ];
}

/** Each basis names a place in a publication of the survey, or says why something is assumed. */
function checkBases(codebook: Codebook): CodebookProblem[] {
  const { variables, measures, impossible, exclusions, populations = [] } = codebook;
  const lists = { variables, measures, impossible, exclusions, populations };
  const all: [where: string, Basis][] = [
    ["fieldwork", codebook.fieldwork.basis],
    ["sampling", codebook.sampling.basis],
    ...codebook.weighting.map(({ basis }, i): [string, Basis] => [`weighting.${i + 1}`, basis]),
    ...Object.entries(lists).flatMap(([part, list]) =>
      list.map(({ id, basis }): [string, Basis] => [`${part}.${id}`, basis]),
    ),
  ];
  const starts = codebook.publications.map((publication) => `${publication}: `);
  return all.flatMap(([where, basis]): CodebookProblem[] => {
    const problems: CodebookProblem[] = [];
    if (basis.assumed !== undefined && basis.assumed.trim() === "") {
      problems.push({ where: `${where}.basis`, message: "assumes something for no reason", expected: "why" });
    }
    if (
      "locator" in basis &&
      !starts.some((start) => basis.locator.length > start.length && basis.locator.startsWith(start))
    ) {
      const message = `stands at "${basis.locator}"`;
      const expected = `a place in one of ${codebook.publications.join(", ")}, such as "${starts[0] ?? "publication: "}Figure 5"`;
      problems.push({ where: `${where}.basis`, message, expected });
    }
    return problems;
  });
}
