/** Why a claim is left open that one text makes and no other checks. */
export const ONLY_HERE = "only this publication says so; nothing in the texts checks it";

/** Why a report and its background paper do not confirm each other. */
export const ONLY_PAIR = "only the report and its background paper say so, and they are one publication";

/** Why other publications that say the same do not confirm it: they take it from one source. */
export const SAID_ELSEWHERE = "other publications repeat it; nothing in the texts checks it";
