import { fingerprintOf, type StoredSentence } from "../../../../src/analysis/align/index.js";

/** A made-up report: its sentences in order. Headings come twice, base lines repeat, two sentences are the same words. */
export const HARBOUR = [
  "Harbour survey",
  "Contents",
  "About the survey",
  "Results",
  "About the survey",
  "The harbour survey asks skippers each spring how well the berths suit their boats.",
  "It isn't about ferries.",
  "Results",
  "Seven out of ten skippers were content with their berth¹ (70 per cent).",
  "Figure 1: Skippers who were content with their berth, by length of boat",
  "Base: All skippers who answered (412).",
  "Short boats lay more quietly than long ones, which the non-resident skippers noticed first.",
  "Figure 2: Skippers who were content with their berth, by month of arrival",
  "Base: All skippers who answered (412).",
  "This report says “berth” where the questionnaire said “mooring”.",
  "Further reading",
  "Tables are at https://example.org/harbours/statistics/2031/all-berths-and-moorings-by-length-of-boat.csv",
] as const;

/** Another one, which begins as the first does. */
export const LIGHTS = [
  "Lighthouse survey",
  "The harbour survey asks skippers each spring how well the berths suit their boats.",
  "Lighthouses were counted twice, by day and by night, in every district.",
  "All lights burned in the year that this report describes, save one.",
] as const;

export const stored = (publication: string, sentences: readonly string[]): StoredSentence[] =>
  sentences.map((sentence, index) => ({
    id: `${publication}.sentence.${String(index + 1).padStart(3, "0")}`,
    publication,
    ...fingerprintOf(sentence),
  }));

export const STORED = [...stored("harbour", HARBOUR), ...stored("lights", LIGHTS)];
