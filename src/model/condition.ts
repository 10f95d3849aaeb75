import type { Condition } from "./codebook.js";

/** True for every interview. */
export const EVERYONE: Condition = { all: [] };

/** The variable has one of these answers. */
export const is = (variable: string, ...codes: readonly string[]): Condition => ({ variable, is: codes });

/** The variable is a number of `from` or more. */
export const atLeast = (variable: string, from: number): Condition => ({ variable, from });

export const all = (...conditions: readonly Condition[]): Condition => ({ all: conditions });

export const any = (...conditions: readonly Condition[]): Condition => ({ any: conditions });

export const not = (condition: Condition): Condition => ({ not: condition });
