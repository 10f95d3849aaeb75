import type { DesignEffectEnd } from "./figure.js";

/** The ends that stand beside the verdicts on all claims. */
export const CLAIM_ENDS: readonly DesignEffectEnd[] = [];
