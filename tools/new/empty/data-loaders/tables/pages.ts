import type { PageMaker } from "./page.js";

/** The tables and results of the findings, one entry a finding. */
export const FINDINGS: readonly PageMaker[] = [];

/** The same of methods. */
export const METHODS: readonly PageMaker[] = [];
