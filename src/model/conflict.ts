/** One of some statements that cannot all be true. */
export interface ConflictStatement {
  /** The statement, in our words. */
  readonly says: string;
  /** Its place in a publication; null for an assumption. */
  readonly locator: string | null;
  /** Cells of the raw files with it, as `file:line:column`; none for an assumption. */
  readonly places: readonly string[];
}

/** Why a number cannot be worked out: a smallest set of statements that cannot all be true. */
export interface Conflict {
  /** What else was assumed, as the end of a sentence, "if …"; null for nothing. */
  readonly given: string | null;
  readonly statements: readonly ConflictStatement[];
  /** Whether removing any one statement resolves the conflict. */
  readonly smallest: boolean;
}

/** Conflicting statements whose places have not been looked up yet. */
export interface Disagreement {
  readonly given: string | null;
  readonly smallest?: boolean;
  readonly statements: readonly {
    /** Null where the recorded number itself is the statement. */
    readonly says: string | null;
    readonly locator: string | null;
    /** Ids of its recorded numbers. */
    readonly ids: readonly string[];
  }[];
}

/** Turns recorded numbers into statements: each says only what its row says. */
export function numbersAsStatements(ids: readonly string[]): Disagreement["statements"] {
  return ids.map((id) => ({ says: null, locator: null, ids: [id] }));
}

/** Replaces a number that cannot be computed because statements conflict. */
export const CONFLICT_MARK = "[no number: the data conflict]";

/** The first sentence about a conflict: "These 2 statements cannot all be true, if each interview counts the same". */
export function conflictHeadline({ given, statements, smallest }: Conflict): string {
  const taken = given === null ? "" : `, ${given}`;
  if (statements.length === 1) return `Nothing can be worked out from this number${taken}`;
  if (statements.length === 0) return `No numbers were found that agree with all statements${taken}`;
  return smallest
    ? `These ${statements.length} statements cannot all be true${taken}`
    : `No numbers were found that agree with all statements${taken}; these were not met`;
}

/** A conflict for the command line: a headline, then `file:line:column: what it says; expected …` for each statement. */
export function conflictLines(conflict: Conflict): string[] {
  const { statements } = conflict;
  return [
    `${conflictHeadline(conflict)}:`,
    ...statements.map(({ says, locator, places }) => {
      const [first, ...others] = places;
      const at = first === undefined ? "" : `${first}: `;
      const also = others.length === 0 ? "" : `; also ${others.join(", ")}`;
      const where = locator === null ? "" : ` (${locator})`;
      return `${at}${says}${where}${also}; expected numbers that agree with the other statements`;
    }),
  ];
}

/** A conflict on one line, for table cells. */
export function conflictText(conflict: Conflict): string {
  const list = conflict.statements.map(
    ({ says, places }) => `${says}${places.length === 0 ? "" : ` (${places.join(", ")})`}`,
  );
  return `${conflictHeadline(conflict)}: ${list.join("; ")}`;
}
