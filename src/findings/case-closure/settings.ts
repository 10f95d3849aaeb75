/** Interviews a month in the small made-up group, and the gap of its true level, in points: what the reader can choose. */
export const INTERVIEWS = [15, 30, 60, 120] as const;
export const TRUE_GAPS = [0, 3, 5, 10] as const;

/** What stands there until the reader chooses. */
export const DEFAULT_INTERVIEWS = 30;
export const DEFAULT_GAP = 5;

/** The draw that is shown first: picked since its months on top and its swing are near the average of all draws. */
export const FIRST_DRAW = 28;

/** How many interviews the large made-up group has for each of the small one. The report says "much smaller". */
export const OTHERS = 10;

/** The pictures among which to guess: interviews a month, and the gap of all but one. */
export const GUESS = { pictures: 4, interviews: 15, gap: 5 } as const;

/** Numbers of interviews a month at which the chance of a fall itself is given. */
export const AT_INTERVIEWS = [20, 50, 100] as const;

/** The design effects shown side by side: simple random sampling, which is the most favourable, and two others. */
export const DESIGN_EFFECTS = [1, 1.5, 2] as const;
