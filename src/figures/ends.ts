import type { DesignEffectEnd } from "./figure.js";

/**
 * The tightest end that the survey of 2023/24 sets: internet access, whose gap the report calls significant. A design
 * effect differs between questions, so that it binds no other figure.
 */
export const INTERNET_END: DesignEffectEnd = {
  result: "online.critical-design-effect",
  says: "Of all that this survey’s text calls significant and gives numbers for, internet access ends first: at {{online.critical-design-effect}} as printed, {{online.critical-design-effect.best}} at the most favourable rounding. Design effects differ between questions.",
  beyond: "beyond internet access",
};

/** The ends that stand beside the verdicts on all claims. */
export const CLAIM_ENDS: readonly DesignEffectEnd[] = [INTERNET_END];
