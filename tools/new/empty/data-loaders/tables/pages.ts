import type { PageMaker } from "./page.js";

/** The tables and results of the findings, one entry per finding. */
export const FINDINGS: readonly PageMaker[] = [];

/** The tables and results of the methods. */
export const METHODS: readonly PageMaker[] = [];
