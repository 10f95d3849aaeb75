import * as v from "valibot";
import { namedParts } from "../../read/json.js";

const name = v.pipe(
  v.string("expected a name in quotes"),
  v.minLength(1, "expected a name that is not empty"),
);
const written = v.pipe(
  v.union([v.string(), v.number()], "expected a text in quotes or a number"),
  v.transform(String),
);

const entries = <S extends v.GenericSchema>(entry: S, message: string) =>
  v.pipe(namedParts(message), v.record(v.string(), entry, message));

/** The parts of a mapping file. */
export const MAPPING = v.strictObject({
  survey: v.optional(name),
  columns: v.optional(entries(name, 'expected {"variable": "their column"}')),
  codes: v.optional(
    entries(
      entries(v.nullable(written), 'expected {"their code": "our code"}'),
      'expected {"variable": {"their code": "our code"}}',
    ),
  ),
  missing: v.optional(v.array(written, "expected a list in square brackets")),
  constants: v.optional(entries(written, 'expected {"variable": "its value in all interviews"}')),
  dates: v.optional(entries(name, 'expected {"variable": "dd/mm/yyyy"}')),
});

export type MappingParts = v.InferOutput<typeof MAPPING>;
