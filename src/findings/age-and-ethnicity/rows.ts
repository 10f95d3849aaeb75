import type { InterviewWorth } from "../../analysis/interview-worth.js";

/** What a row of the range figures rests on. */
interface Setting {
  readonly interview: InterviewWorth;
  /** "yes" where differences that the report does not mention are taken to be not significant. */
  readonly silence: string;
}

/** A group of a chart under one setting: its held figure with what sampling adds, or the range of its lost one. */
export interface RangeRow extends Setting {
  readonly group: string;
  readonly label: string;
  readonly kind: "published" | "bounded";
  readonly words: string | null;
  /** Percent as printed or worded; null where the text does not hold it. */
  readonly value: number | null;
  /** Its rounding interval, or the least and greatest figure that fits; null where none does. */
  readonly low: number | null;
  readonly high: number | null;
  /** What lies between but cannot be; null where nothing. */
  readonly hole_low: number | null;
  readonly hole_high: number | null;
  /** What a lost figure says about customers like these: its range widened by sampling error; null for a held figure. */
  readonly customers_low: number | null;
  readonly customers_high: number | null;
  readonly customers_hole_low: number | null;
  readonly customers_hole_high: number | null;
  /** Of a lost figure how many charts have each whole percentage, as "39:120 40:131"; null where none were counted. */
  readonly charts: string | null;
  /** The 95% Wilson interval of a held figure. */
  readonly sample_low: number | null;
  readonly sample_high: number | null;
  readonly interviews: number;
}

/** The same for an age group, where "35-54" is read in one of two ways. */
export interface AgeRow extends RangeRow {
  readonly older: string;
}

/** One age group in the flattest and in the steepest chart that fits. */
export interface AgeChartRow extends Setting {
  readonly older: string;
  readonly group: string;
  readonly label: string;
  readonly kind: "bounded";
  readonly flattest: number | null;
  readonly steepest: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly interviews: number;
}

/** The largest design effect at which what the report calls significant still can be. */
export interface DesignEffectRow {
  readonly code: string;
  readonly label: string;
  readonly detail: string;
  readonly kind: "calculated";
  readonly value: number;
}

/** A gender, and the part of it in the parental role that is its own, if role alone made the difference. */
export interface GenderRow {
  readonly group: string;
  readonly label: string;
  readonly kind: "bounded";
  /** Percent of women who receive, or of men who pay: what role alone would need. */
  readonly low: number;
  readonly high: number;
  /** The same where it also agrees with the interviews, each counting the same. */
  readonly agreed_low: number | null;
  readonly agreed_high: number | null;
  readonly satisfied_low: number;
  readonly satisfied_high: number;
  readonly interviews: number;
  /** The parental role: Receiving Parents beside women, Paying Parents beside men. */
  readonly role_low: number;
  readonly role_high: number;
  readonly role_interviews: number;
}

/** A small group, and the largest design effect at which a standard for publication would still show its figure. */
export interface SmallGroupRow {
  readonly group: string;
  readonly label: string;
  readonly kind: "calculated" | "bounded";
  readonly value: number | null;
  /** 0 where it would be left out even at a design effect of 1. */
  readonly low: number;
  readonly high: number;
  readonly interviews: number;
}
