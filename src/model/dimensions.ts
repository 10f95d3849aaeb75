import { DIMENSIONS } from "./groups.js";

export type Dimension = keyof typeof DIMENSIONS;

/** A code of a dimension. One that is not in the tables of groups is a compile error. */
export type CodeOf<D extends Dimension> = (typeof DIMENSIONS)[D] extends { readonly codes: infer Codes }
  ? keyof Codes & string
  : never;

/** One code per dimension; no dimension means everyone. Keys stand in the order of `DIMENSIONS`. */
export type Group = { readonly [D in Dimension]?: CodeOf<D> };

export const DIMENSION_NAMES = Object.keys(DIMENSIONS) as Dimension[];

/** What the tables of groups say of a dimension. */
interface DimensionText {
  readonly label: string;
  /** Whether everybody has one code, by definition. */
  readonly complete: boolean;
  /** What readers see for each code, in the order of the tables. */
  readonly codes: Readonly<Record<string, string>>;
}

// Read as texts: a workspace may have no dimension yet.
const TEXTS: Readonly<Record<string, DimensionText>> = DIMENSIONS;

/** What the tables of groups say of a dimension. Throws on one that is not in the list. */
export function dimensionText(dimension: Dimension): DimensionText {
  const text = Object.hasOwn(TEXTS, dimension) ? TEXTS[dimension] : undefined;
  if (text === undefined) throw new RangeError(`there is no dimension ${dimension}`);
  return text;
}

/** The label of one code, such as "Receiving Parents". Throws on a code that is not in the list. */
export function codeLabel(dimension: Dimension, code: string): string {
  const { codes } = dimensionText(dimension);
  const label = Object.hasOwn(codes, code) ? codes[code] : undefined;
  if (label === undefined) throw new RangeError(`${dimension} has no code ${code}`);
  return label;
}

/** What readers see for a group: "Receiving Parents, New customers"; everyone is "All". */
export function groupLabel(group: Group): string {
  const labels = DIMENSION_NAMES.flatMap((d) => (group[d] === undefined ? [] : [codeLabel(d, group[d])]));
  return labels.length === 0 ? "All" : labels.join(", ");
}

/**
 * Like `groupLabel`, but a label that several dimensions share names its dimension: "Prefer not to say (Ethnicity)".
 */
export function groupLabelApart(group: Group): string {
  const labels = DIMENSION_NAMES.flatMap((d) => {
    if (group[d] === undefined) return [];
    const label = codeLabel(d, group[d]);
    const isShared = DIMENSION_NAMES.some(
      (other) => other !== d && Object.values(dimensionText(other).codes).includes(label),
    );
    return [isShared ? `${label} (${dimensionText(d).label})` : label];
  });
  return labels.length === 0 ? groupLabel(group) : labels.join(", ");
}

/** A group with a code of one more dimension, whichever dimension it is. */
export function withCode(group: Group, dimension: Dimension, code: string): Group {
  return { ...group, [dimension]: code } as Group;
}

/** The group as text, `parent=receiving;contact=new`, in the order of `DIMENSIONS`; empty for everyone. */
export function groupKey(group: Group): string {
  return DIMENSION_NAMES.flatMap((d) => (group[d] === undefined ? [] : [`${d}=${group[d]}`])).join(";");
}

/** Parses `parent=receiving;contact=new`. Returns the group, or the error. Empty text is everyone. */
export function parseGroup(text: string): { group: Group } | { error: string } {
  const found: Partial<Record<string, string>> = {};
  for (const part of text.split(";").filter((p) => p.trim() !== "")) {
    const [name = "", code = "", ...rest] = part.split("=").map((p) => p.trim());
    if (rest.length > 0 || code === "") return { error: `"${part}" is not dimension=code` };
    if (!isDimension(name)) {
      return { error: `"${name}" is no dimension; expected one of ${DIMENSION_NAMES.join(", ")}` };
    }
    const codes = Object.keys(dimensionText(name).codes);
    if (!codes.includes(code)) {
      return { error: `"${code}" is no code of ${name}; expected one of ${codes.join(", ")}` };
    }
    if (found[name] !== undefined) return { error: `${name} is given twice` };
    found[name] = code;
  }
  return {
    group: Object.fromEntries(DIMENSION_NAMES.flatMap((d) => (found[d] ? [[d, found[d]]] : []))) as Group,
  };
}

function isDimension(name: string): name is Dimension {
  return Object.hasOwn(DIMENSIONS, name);
}
