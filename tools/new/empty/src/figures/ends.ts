import type { DesignEffectEnd } from "./figure.js";

/** The design effects shown with the verdicts on all claims. */
export const CLAIM_ENDS: readonly DesignEffectEnd[] = [];
