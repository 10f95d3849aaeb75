import { existsSync } from "node:fs";
import * as v from "valibot";
import { InputError, type Problem } from "../../read/index.js";
import { type JsonFile, namedParts, readJson, schemaProblems } from "../../read/json.js";
import { DEFAULT_RULES, type Rules, ruleFaults, rulesFrom } from "../disclosure/index.js";
import { RULES_FILE } from "../mapping/index.js";

const number = v.number("expected a number");
const whole = v.pipe(v.number("expected a whole number"), v.safeInteger("expected a whole number"));

/** Schema of a file of rules. What counts as added is not configurable. */
const PARTS = v.strictObject({
  least: v.optional(number),
  width: v.optional(number),
  share: v.optional(number),
  answers: v.optional(v.boolean("expected true or false")),
  rounding: v.optional(
    v.nullable(
      v.variant(
        "kind",
        [
          v.strictObject({ kind: v.literal("plain"), base: number }),
          v.strictObject({ kind: v.literal("controlled"), base: number, seed: whole }),
        ],
        'expected {"kind": "plain", "base": …}, {"kind": "controlled", "base": …, "seed": …} or null',
      ),
    ),
  ),
});
const RULES = v.pipe(
  namedParts('expected {"least": …, "width": …, "share": …, "answers": …, "rounding": …}, or some of these'),
  PARTS,
);

/**
 * The disclosure rules of a folder of interviews, from `disclosure.json` (JSON with comments), completed with
 * defaults. Without the file, the defaults.
 *
 * @throws InputError with everything that is wrong in it
 */
export function readRules(folder: string): Rules {
  const file = `${folder}/${RULES_FILE}`;
  if (!existsSync(file)) return DEFAULT_RULES;
  const json = readJson(file, { comments: true });
  const { issues = [] } = v.safeParse(RULES, json.value);
  const given = partsWithout(new Set(issues.map(({ path }) => path?.[0].key)), json.value);
  const problems = [...json.repeatedKeys, ...schemaProblems(json, issues), ...numberProblems(json, given)];
  if (problems.length > 0) throw new InputError(problems);
  return rulesFrom(given);
}

/** The valid parts. */
function partsWithout(wrong: ReadonlySet<unknown>, value: unknown): Partial<Rules> {
  if (wrong.has(undefined)) return {};
  return Object.fromEntries(
    Object.entries(value as Partial<Rules>).filter(([part]) => part in PARTS.entries && !wrong.has(part)),
  );
}

/** Invalid numbers. If a default conflicts with a given number, that number is at fault. */
function numberProblems({ place }: JsonFile, given: Partial<Rules>): Problem[] {
  return ruleFaults({ ...DEFAULT_RULES, ...given }).map(({ part, message, expected }) =>
    part in given
      ? { ...place(part === "rounding" ? [part, "base"] : [part]), message, expected }
      : {
          ...place(["least"]),
          message: `${message} where it is not given`,
          expected: `"${part}" too: ${expected}`,
        },
  );
}
