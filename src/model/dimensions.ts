/**
 * The closed list of dimensions and group codes. Values, codebooks and claims all use it: a group that is not here
 * is an error when a file is read.
 */
export const DIMENSIONS = {
  parent: { label: "Parent type", codes: { receiving: "Receiving Parents", paying: "Paying Parents" } },
  contact: {
    label: "Contact type",
    codes: { new: "New customers", change: "Change of Circumstances" },
  },
  age: {
    label: "Age",
    codes: {
      "16-24": "Aged 16 to 24",
      "25-34": "Aged 25 to 34",
      "35-44": "Aged 35 to 44",
      "45-54": "Aged 45 to 54",
      "55-plus": "Aged 55 and over",
    },
  },
  gender: { label: "Gender", codes: { female: "Women", male: "Men" } },
  ethnicity: {
    label: "Ethnicity",
    codes: {
      asian: "Asian",
      black: "Black",
      white: "White",
      "other-mixed": "Other or Mixed",
      "prefer-not-to-say": "Prefer not to say",
      "dont-know": "Do not know",
    },
  },
  health: {
    label: "Long-term health condition",
    codes: {
      any: "Any condition",
      physical: "Physical only",
      mental: "Mental only",
      both: "Physical and mental",
      none: "No condition",
      "prefer-not-to-say": "Prefer not to say",
    },
  },
  csa: {
    label: "Past with the Child Support Agency",
    codes: { past: "With a CSA past", none: "Without a CSA past" },
  },
  letter: {
    label: "CSA case-closure letter",
    codes: { received: "Received a closure letter", "not-received": "Received no closure letter" },
  },
  care: {
    label: "Day-to-day care",
    codes: { main: "Main day-to-day care", "some-or-none": "Some or no day-to-day care" },
  },
  call: { label: "Call", codes: { inbound: "Inbound", outbound: "Outbound" } },
} as const satisfies Record<string, { label: string; codes: Record<string, string> }>;

export type Dimension = keyof typeof DIMENSIONS;

/** One code per dimension; no dimension means everyone. Keys stand in the order of `DIMENSIONS`. */
export type Group = { readonly [D in Dimension]?: string };

export const DIMENSION_NAMES = Object.keys(DIMENSIONS) as Dimension[];

/** The label of one code, such as "Receiving Parents". Throws on a code that is not in the list. */
export function codeLabel(dimension: Dimension, code: string): string {
  const codes: Record<string, string> = DIMENSIONS[dimension].codes;
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
 * The same, for lists of many dimensions: a label that several of them have says of which it is, "Prefer not to say
 * (Ethnicity)".
 */
export function groupLabelApart(group: Group): string {
  const labels = DIMENSION_NAMES.flatMap((d) => {
    if (group[d] === undefined) return [];
    const label = codeLabel(d, group[d]);
    const isShared = DIMENSION_NAMES.some(
      (other) => other !== d && (Object.values(DIMENSIONS[other].codes) as string[]).includes(label),
    );
    return [isShared ? `${label} (${DIMENSIONS[d].label})` : label];
  });
  return labels.length === 0 ? groupLabel(group) : labels.join(", ");
}

/** The group as text, `parent=receiving;contact=new`, in the order of `DIMENSIONS`; empty for everyone. */
export function groupKey(group: Group): string {
  return DIMENSION_NAMES.flatMap((d) => (group[d] === undefined ? [] : [`${d}=${group[d]}`])).join(";");
}

/**
 * Reads `parent=receiving;contact=new`. Returns the group, or the reason why the text is none.
 * Empty text is everyone.
 */
export function parseGroup(text: string): { group: Group } | { error: string } {
  const found: { [D in Dimension]?: string } = {};
  for (const part of text.split(";").filter((p) => p.trim() !== "")) {
    const [name = "", code = "", ...rest] = part.split("=").map((p) => p.trim());
    if (rest.length > 0 || code === "") return { error: `"${part}" is not dimension=code` };
    if (!isDimension(name)) {
      return { error: `"${name}" is no dimension; expected one of ${DIMENSION_NAMES.join(", ")}` };
    }
    const codes = Object.keys(DIMENSIONS[name].codes);
    if (!codes.includes(code)) {
      return { error: `"${code}" is no code of ${name}; expected one of ${codes.join(", ")}` };
    }
    if (found[name] !== undefined) return { error: `${name} is given twice` };
    found[name] = code;
  }
  return { group: Object.fromEntries(DIMENSION_NAMES.flatMap((d) => (found[d] ? [[d, found[d]]] : []))) };
}

function isDimension(name: string): name is Dimension {
  return Object.hasOwn(DIMENSIONS, name);
}
