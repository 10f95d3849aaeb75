import {
  type CodedInterviews,
  conditionMask,
  measureCondition,
  measureRows,
  variableOf,
} from "../../../src/analysis/interviews/index.js";
import type { Condition } from "../../../src/model/codebook.js";
import { EVERYONE } from "../../../src/model/condition.js";
import { variablesOf } from "../../../src/model/condition-variables.js";
import { answersOf } from "../../../src/model/condition-words.js";
import type { Base, Inclusion } from "../disclosure/index.js";

/** The interviews behind some published number. */
export interface SurveyBase {
  readonly id: string;
  /** A necessary condition, for display. */
  readonly when: Condition;
  /** 1 for the interviews that are in it, 0 for the others. */
  readonly rows: Uint8Array;
}

export interface SurveyBases {
  readonly all: readonly SurveyBase[];
  readonly ofMeasure: ReadonlyMap<string, SurveyBase>;
  readonly ofPopulation: ReadonlyMap<string, SurveyBase>;
}

/** The base of all interviews. */
export const WHOLE = "all-interviews";

/** The bases of a survey: all interviews, those of measures, those of populations. Equal sets share one base. */
export function basesOf(interviews: CodedInterviews): SurveyBases {
  const { codebook } = interviews;
  const known = new Map<string, SurveyBase>();
  const put = (id: string, when: Condition, rows: () => Uint8Array, apart = ""): SurveyBase => {
    const key = `${apart}${JSON.stringify(when)}`;
    const found = known.get(key) ?? { id, when, rows: rows() };
    known.set(key, found);
    return found;
  };
  put(WHOLE, EVERYONE, () => new Uint8Array(interviews.rows).fill(1));
  const ofPopulation = new Map(
    (codebook.populations ?? []).map(({ id, when }) => [
      id,
      put(id, when, () => conditionMask(interviews, when)),
    ]),
  );
  const ofMeasure = new Map(
    codebook.measures.map((measure) => {
      // Having a number, or a substantive answer, is in no condition.
      const apart = measure.kind === "mean" || measure.kind === "pooled" ? measure.id : "";
      const when = measureCondition(measure);
      return [measure.id, put(measure.id, when, () => measureRows(interviews, measure), apart)];
    }),
  );
  return { all: [...known.values()], ofMeasure, ofPopulation };
}

/** The bases for disclosure control, each within the smallest ones that contain it. */
export function includedBases(interviews: CodedInterviews, bases: readonly SurveyBase[]): Base[] {
  const holds = bases.map((inner, i) =>
    bases.map(
      (outer, o) =>
        i !== o && isWithin(inner.rows, outer.rows) && (o < i || !isWithin(outer.rows, inner.rows)),
    ),
  );
  return bases.map(({ id, rows, when }, i): Base => {
    const outer = bases.flatMap((_, o) => (holds[i]?.[o] ? [o] : []));
    const nearest = outer.filter((o) => !outer.some((other) => holds[other]?.[o]));
    const within = nearest.map((o): Inclusion => {
      const base = bases[o] as SurveyBase;
      return { base: base.id, outside: outsideOf(interviews, when, rows, base.rows) };
    });
    return { id, total: sum(rows), ...(within.length === 0 ? {} : { within }) };
  });
}

/**
 * Those outside count as a group unless all of them were asked the questions behind the smaller base and gave no
 * substantive answer.
 */
function outsideOf(
  interviews: CodedInterviews,
  when: Condition,
  inner: Uint8Array,
  outer: Uint8Array,
): Inclusion["outside"] {
  const named = [...variablesOf(when)].map((id) => {
    const silent = answersOf(variableOf(interviews.codebook, id)).flatMap(({ code, special }) =>
      special === undefined || special === "not-applicable" ? [] : [code],
    );
    return { read: interviews.reader(id), silent };
  });
  for (let row = 0; row < inner.length; row++) {
    if (!outer[row] || inner[row]) continue;
    const answers = named.map(({ read, silent }) => ({ answer: read(row), silent }));
    if (answers.some(({ answer }) => answer === null)) return "group";
    if (!answers.some(({ answer, silent }) => silent.includes(String(answer)))) return "group";
  }
  return "no-answer";
}

const isWithin = (inner: Uint8Array, outer: Uint8Array) =>
  inner.every((inside, row) => !inside || outer[row] === 1);

export const sum = (mask: Uint8Array): number => mask.reduce((total, one) => total + one, 0);
