import * as v from "valibot";
import { InputError } from "../../data-loaders/read/index.js";
import { readJson, schemaProblems } from "../../data-loaders/read/json.js";
import type { BoundProblem } from "../../src/bounds/index.js";
import { checkNames } from "./check-names.js";
import { PROBLEM } from "./schema.js";

/** A problem from a file, with the positions of its parts. */
export interface ReadProblem {
  readonly problem: BoundProblem;
  /** Converts an error that begins with a path ("identities[0].total: …") to one at its position in the file. */
  located(error: RangeError): InputError;
}

/**
 * Reads a problem.
 * @throws InputError when the file cannot be read, with every fault of its JSON, or with every part and name that is none of
 *   a problem
 */
export function readProblem(file: string): ReadProblem {
  const json = readJson(file, { comments: false });
  const parsed = v.safeParse(PROBLEM, json.value);
  const problems = [
    ...json.repeatedKeys,
    ...schemaProblems(json, parsed.issues ?? []),
    ...checkNames(json),
  ].sort((a, b) => a.line - b.line || a.column - b.column);
  if (problems.length > 0 || !parsed.success) throw new InputError(problems);
  return {
    problem: parsed.output as BoundProblem,
    located(error) {
      const [, where, message = error.message] = /^([a-zA-Z][\w.[\]"-]*): (.*)$/s.exec(error.message) ?? [];
      return new InputError([
        {
          ...json.place(where === undefined ? [] : segments(where)),
          message,
          expected: "a problem that is well formed",
        },
      ]);
    },
  };
}

/** "identities[0].parts[1]" as its steps. */
function segments(path: string): (string | number)[] {
  return [...path.matchAll(/[^.[\]]+/g)].map(([step]) => (/^\d+$/.test(step) ? Number(step) : step));
}
