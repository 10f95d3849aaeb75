import { describe, expect, it, vi } from "vitest";
import { balancedRepeatedReplication } from "../../src/stats/design/balanced-repeated-replication.js";
import { jackknife } from "../../src/stats/design/jackknife.js";
import { storedReplicates } from "../../src/stats/design/replicates.js";
import type { SurveyDesign } from "../../src/stats/design/survey-design.js";
import type { Estimates } from "../../src/stats/estimates/estimate.js";
import { mean } from "../../src/stats/estimates/mean.js";
import { ratio } from "../../src/stats/estimates/ratio.js";
import { total } from "../../src/stats/estimates/total.js";
import { expectSame, itMatchesLiveR, readFixture } from "./compare.js";
import { expectSameMatrix } from "./compare-matrix.js";
import { type Dataset, type DesignColumns, designOf, domainOf, factorOf, numbers } from "./designs.js";

interface ReplicateDesign extends DesignColumns {
  readonly type: "JK1" | "JKn" | "bootstrap" | "subbootstrap" | "BRR" | "Fay";
  readonly scale: number;
  readonly rscales: readonly number[];
  readonly degf: number;
  readonly fay?: number;
  /** The weights of every replicate, where R's were kept. */
  readonly replicates?: readonly (readonly number[])[];
}

type One = Record<"estimate" | "se", number>;
type Many = { readonly groups: readonly (readonly [string])[] } & Record<
  "estimate" | "se" | "covariance",
  readonly number[]
>;

interface Case {
  readonly design: string;
  readonly mse: boolean;
  readonly y: string;
  readonly z: string;
  readonly by: string;
  readonly domain?: string;
  readonly expected: Readonly<
    Partial<Record<"mean" | "total" | "ratio", One | undefined>> &
      Partial<Record<"meanBy" | "totalBy" | "ratioBy", Many | undefined>>
  >;
}

const { r, survey, datasets, designs, cases } = readFixture<{
  readonly r: string;
  readonly survey: string;
  readonly datasets: Readonly<Record<string, Dataset>>;
  readonly designs: Readonly<Record<string, ReplicateDesign>>;
  readonly cases: readonly Case[];
}>("replicates");

function sampleOf(each: Case): { columns: ReplicateDesign; dataset: Dataset; design: SurveyDesign } {
  const columns = designs[each.design];
  const dataset = columns === undefined ? undefined : datasets[columns.dataset];
  if (columns === undefined || dataset === undefined) throw new Error(`there is no design ${each.design}`);
  return { columns, dataset, design: designOf(dataset, columns) };
}

/** Compares every statistic of a case with R's. */
function expectSameCase(each: Case, dataset: Dataset, design: SurveyDesign): void {
  const { y, z, by, domain, mse, expected } = each;
  const inside = domainOf(dataset, domain, [y, z, by]);
  const compare = (
    call: string,
    estimatesOf: (by: boolean) => Estimates,
    one: One | undefined,
    many: Many | undefined,
  ) => {
    if (one === undefined || many === undefined) return;
    const of = { design: each.design, mse, domain, call };
    const [whole] = estimatesOf(false).estimates;
    expectSame(whole?.estimate ?? Number.NaN, one.estimate, of);
    expectSame(whole?.standardError ?? Number.NaN, one.se, of);
    const groups = estimatesOf(true);
    expect(groups.estimates.map((estimate) => [estimate.by[by]])).toEqual(many.groups);
    groups.estimates.forEach((estimate, g) => {
      expectSame(estimate.estimate, many.estimate[g] as number, { ...of, g });
      expectSame(estimate.standardError, many.se[g] as number, { ...of, g });
    });
    expectSameMatrix(groups.covariance, many.covariance, of);
  };
  const optionsOf = (grouped: boolean) => ({
    ...(grouped ? { by: [factorOf(dataset, by)] } : {}),
    domain: inside,
    level: 0.95,
  });
  const values = numbers(dataset, y);
  const below = numbers(dataset, z);
  compare("mean", (g) => mean(design, values, optionsOf(g)), expected.mean, expected.meanBy);
  compare("total", (g) => total(design, values, optionsOf(g)), expected.total, expected.totalBy);
  compare("ratio", (g) => ratio(design, values, below, optionsOf(g)), expected.ratio, expected.ratioBy);
}

describe(`replicate weights against survey ${survey} of ${r}`, () => {
  it("compares the jackknife, the bootstrap and balanced replicates, with both centres, in samples and domains", () => {
    expect(new Set(Object.values(designs).map(({ type }) => type))).toEqual(
      new Set(["JK1", "JKn", "bootstrap", "subbootstrap", "BRR", "Fay"]),
    );
    expect(cases.length).toBeGreaterThan(50);
    for (const mse of [true, false])
      expect(cases.filter((each) => each.mse === mse).length).toBeGreaterThan(20);
    expect(cases.filter(({ domain }) => domain !== undefined).length).toBeGreaterThan(20);
  });

  for (const name of Object.keys(designs)) {
    const columns = designs[name];
    const held = columns?.replicates;
    if (held !== undefined)
      it(`has the variances of ${name} from R's own replicate weights`, () => {
        for (const each of cases.filter(({ design }) => design === name)) {
          const { dataset, design } = sampleOf(each);
          const replicates = storedReplicates(
            held.map((weights) => Float64Array.from(weights)),
            {
              method: "other",
              scale: columns?.scale as number,
              rscales: Float64Array.from(columns?.rscales ?? []),
              mse: each.mse,
              df: null,
            },
          );
          expectSameCase(each, dataset, { ...design, replicates });
        }
      });

    if (held !== undefined && (columns?.type === "JK1" || columns?.type === "JKn"))
      it(`has the replicate weights of ${name}, in R's order`, () => {
        const each = cases.find(({ design }) => design === name);
        if (each === undefined) throw new Error(`there is no case of ${name}`);
        const { columns, design } = sampleOf(each);
        const { replicates } = jackknife(design, { method: columns.type as "JK1" | "JKn", mse: true });
        expect(replicates?.count).toBe(held.length);
        const weights = new Float64Array(design.n);
        held.forEach((theirs, r) => {
          replicates?.weightsOf(r, weights);
          theirs.forEach((weight, i) => {
            expectSame(weights[i] as number, weight, { name, r, i });
          });
        });
      });

    if (columns?.type === "BRR" || columns?.type === "Fay")
      it(`has the variances of totals of ${name} from balanced replicates of our own, whatever their order`, () => {
        for (const each of cases.filter(({ design }) => design === name)) {
          const { columns, dataset, design } = sampleOf(each);
          const made = balancedRepeatedReplication(design, { fay: columns.fay ?? 0, mse: each.mse });
          const { total, totalBy } = each.expected;
          expect(total?.se).toBeGreaterThan(0);
          expectSameCase({ ...each, expected: { total, totalBy } }, dataset, made);
        }
      });

    const method = columns?.type;
    if (method === "JK1" || method === "JKn")
      it(`has the variances of ${name} from replicates of our own, at R's scale`, () => {
        for (const each of cases.filter(({ design }) => design === name)) {
          const { columns, dataset, design } = sampleOf(each);
          const { replicates } = jackknife(design, { method, mse: each.mse });
          if (replicates === null) throw new Error("a jackknife has replicates");
          // For strata of one unit R scales by units over replicates (10 / 8), we by strata as in linearised variances.
          if (columns.lonely === "average") expect(replicates.scale).toBe(6 / 4);
          else expectSame(replicates.scale, columns.scale, name);
          expectSameCase(each, dataset, { ...design, replicates: { ...replicates, scale: columns.scale } });
        }
      });
  }
});

vi.setConfig({ testTimeout: 300_000 });
itMatchesLiveR("replicates");
