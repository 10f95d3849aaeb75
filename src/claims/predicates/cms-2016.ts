import {
  above,
  all,
  any,
  below,
  byDefinition,
  type Condition,
  falls,
  highest,
  leftOpen,
  reads,
  significantlyAbove,
  values,
} from "../condition.js";
import { coverage } from "../coverage.js";
import { SAID_ELSEWHERE } from "../only-here.js";
import { datedAsRecorded, type Predicate, printsAsRecorded, sameAsRecorded } from "../predicate.js";
import { mean, minus, number, plus, type Term, times, value } from "../term.js";

/** A number of this report. */
const cms = (end: string): Term => value(`cms-2016.${end}`);

const YEARS = ["2014", "2015", "2016"];
const QUARTERS = ["2013-11", ...YEARS.flatMap((year) => ["02", "05", "08", "11"].map((m) => `${year}-${m}`))];
/** The twelve quarters of the charts, by the month in which they end. */
const SHOWN = QUARTERS.slice(0, -1);
const BEFORE_JUNE_2014 = SHOWN.slice(0, 3);
const SINCE_FEBRUARY_2015 = SHOWN.slice(5);
const FIRST = "2013-11";
const LAST = "2016-08";

const satisfied = (quarters: readonly string[]): Term[] => values("cms-2016.satisfied", quarters);
const receiving = (quarter: string): Term => cms(`satisfied.parent-receiving.${quarter}`);
const paying = (quarter: string): Term => cms(`satisfied.parent-paying.${quarter}`);
const informed = (quarter: string): Term => cms(`item-informed.${quarter}`);

/** The lead of Receiving over Paying Parents. */
const parentGap = (quarter: string): Term => minus(receiving(quarter), paying(quarter));
/** The lead of clients without a CSA past over those with one. */
const csaGap = (quarter: string): Term =>
  minus(cms(`satisfied.csa-none.${quarter}`), cms(`satisfied.csa-past.${quarter}`));

/** A number of each quarter. */
type Series = (quarter: string) => Term;

const lower = (series: Series): Condition => below(series(LAST), series(FIRST));
const OTHER_ITEMS = ["2", "3", "4", "5", "6", "7", "8"];

/**
 * Readings of "decreased" where no period is named: the last quarter is below the first; a least squares line falls;
 * the mean since February 2015 is below the mean before the fee.
 */
const DECREASED: Readonly<Record<string, (series: Series) => Condition>> = {
  ends: lower,
  trend: (series) => {
    const middle = (SHOWN.length - 1) / 2;
    return below(plus(...SHOWN.map((quarter, i) => times(i - middle, series(quarter)))), number(0));
  },
  means: (series) => below(mean(SINCE_FEBRUARY_2015.map(series)), mean(BEFORE_JUNE_2014.map(series))),
};

/** All of some series decreased, as one predicate per reading. */
const decreased = (claim: string, ...series: readonly Series[]): Record<string, Predicate> =>
  Object.fromEntries(
    Object.entries(DECREASED).map(([way, falls]) => [
      `cms-2016.reading.${claim}-${way}`,
      all(...series.map(falls)),
    ]),
  );

const feeInJune = datedAsRecorded("cms-2016.event.fee");
const chargesInJune = datedAsRecorded("cms-2016.event.charges");
const twentyPounds = sameAsRecorded("cms-2016.application-fee");
const satisfied61 = printsAsRecorded("cms-2016.satisfied");
const service79 = printsAsRecorded("cms-2016.client-service");
const eightQuestions = sameAsRecorded("cms-2016.service-items");
const chartSpan = coverage("cms-2016");
const noCsaLeads = above(mean(SHOWN.map(csaGap)), number(0));
const around60 = all(...satisfied(SINCE_FEBRUARY_2015).map((term) => reads(term, "around 60%")));
const quarterOfMonths = leftOpen(
  "only this report says so; monthly surveys, put together by quarter, agree with it",
);

/** A result that starts in November 2013: readings by month, or by the quarter that ends in it. */
const fromNovember = (claim: string): Record<string, Predicate> => ({
  [`cms-2016.reading.${claim}-month`]: datedAsRecorded(
    "cms-2016.event.coverage-start",
    cms("event.first-quarter-start"),
  ),
  [`cms-2016.reading.${claim}-quarter`]: datedAsRecorded("cms-2016.event.coverage-start"),
});

/** A percentage of clients: readings with each client counted once, or pooled over questions. */
const shareOfClients = (claim: string): Record<string, Predicate> => ({
  [`cms-2016.reading.${claim}-counted`]: byDefinition(
    false,
    "by the report's definition the figure combines the scores of eight questions; it names no rule that counts each client once",
  ),
  [`cms-2016.reading.${claim}-rating`]: byDefinition(
    true,
    "the Main Stories call it a rating, and the definition combines the scores of eight questions",
  ),
});

const steps = (series: readonly Term[]): Term[] =>
  series.slice(1).map((next, i) => minus(next, series[i] as Term));
const stepsSince2015 = steps(satisfied(SINCE_FEBRUARY_2015));
/** The second difference is smaller in absolute value. */
const closer = (first: Term, then: Term): Condition =>
  any(
    ...[1, -1].map((sign) =>
      all(above(times(sign, first), then), above(times(sign, first), times(-1, then))),
    ),
  );
const apart = (series: readonly Term[]): Term[] =>
  series.flatMap((a, i) => series.slice(i + 1).map((b) => minus(a, b)));

export const CMS_2016: Readonly<Record<string, Predicate>> = {
  "cms-2016.reading.introduced-first-work": datedAsRecorded(
    "cms-2016.event.introduced",
    cms("event.accepting-applications"),
  ),
  "cms-2016.reading.introduced-formal": datedAsRecorded("cms-2016.event.introduced"),
  "cms-2016.claim.all-new-applications": leftOpen(
    "only this report says so; a later section has the opening to all new applications in November 2013",
  ),
  "cms-2016.claim.satisfied": satisfied61,
  "cms-2016.claim.client-service": service79,
  "cms-2016.claim.new-more-satisfied": noCsaLeads,

  "cms-2016.claim.satisfied-glance": satisfied61,
  "cms-2016.claim.client-service-glance": service79,
  ...shareOfClients("share-of-clients"),
  "cms-2016.claim.new-happier": noCsaLeads,
  "cms-2016.claim.published": datedAsRecorded("cms-2016.event.published"),

  "cms-2016.claim.options-first": leftOpen(SAID_ELSEWHERE),
  "cms-2016.claim.fee-amount": twentyPounds,
  "cms-2016.claim.fee-june-2014": feeInJune,
  "cms-2016.claim.charges-june-2014": chargesInJune,
  "cms-2016.claim.charge-paying": sameAsRecorded("cms-2016.collection-charge.parent-paying"),
  "cms-2016.claim.charge-receiving": sameAsRecorded("cms-2016.collection-charge.parent-receiving"),

  "cms-2016.claim.each-quarter": quarterOfMonths,
  ...fromNovember("period"),
  "cms-2016.claim.service-items": eightQuestions,
  "cms-2016.claim.service-items-again": eightQuestions,
  ...fromNovember("service-period"),

  "cms-2016.claim.first-applications": datedAsRecorded("cms-2016.event.accepting-applications"),
  "cms-2016.claim.first-phase-children": sameAsRecorded("cms-2016.first-phase-children"),
  "cms-2016.claim.first-phase-parents": sameAsRecorded("cms-2016.first-phase-parents"),
  "cms-2016.claim.expansion": datedAsRecorded("cms-2016.event.expansion"),
  "cms-2016.claim.satisfied-heading": satisfied61,
  "cms-2016.claim.chart-span": chartSpan,
  "cms-2016.claim.fee-amount-again": twentyPounds,
  "cms-2016.claim.fee-june-2014-again": feeInJune,
  "cms-2016.claim.charges-june-2014-again": chargesInJune,
  "cms-2016.reading.falls-three-quarters-from-august": falls(
    satisfied(["2014-05", "2014-08", "2014-11", "2015-02"]),
  ),
  "cms-2016.reading.falls-three-quarters-from-november": falls(
    satisfied(["2014-08", "2014-11", "2015-02", "2015-05"]),
  ),
  "cms-2016.claim.around-60": around60,
  "cms-2016.claim.stable": all(
    ...apart(satisfied(SINCE_FEBRUARY_2015)).map((points) => reads(points, "remained stable")),
  ),
  "cms-2016.claim.fluctuates": all(
    any(...stepsSince2015.map((step) => above(step, number(0)))),
    any(...stepsSince2015.map((step) => below(step, number(0)))),
  ),

  ...decreased("less-satisfied", receiving, paying),
  "cms-2016.claim.chart-span-parents": chartSpan,
  "cms-2016.claim.paying-below": all(
    ...SHOWN.map((quarter) => reads(parentGap(quarter), "consistently less satisfied")),
  ),
  ...decreased("gap-smaller", parentGap),
  ...decreased("both-decreased", receiving, paying),
  // In points, one parent's fall is larger exactly if the gap shrinks.
  ...decreased("receiving-fell-more", parentGap),
  "cms-2016.claim.samples-grew": above(cms(`base.all.${LAST}`), cms(`base.all.${FIRST}`)),

  "cms-2016.claim.service-above": above(cms("client-service"), cms("satisfied")),
  "cms-2016.claim.chart-span-service": chartSpan,
  "cms-2016.claim.client-service-text": service79,
  ...shareOfClients("share-of-clients-text"),
  "cms-2016.claim.service-significant": significantlyAbove("cms-2016.client-service", "cms-2016.satisfied"),
  "cms-2016.claim.seven-fell": all(
    ...OTHER_ITEMS.map((item) => lower((quarter) => cms(`item-${item}.${quarter}`))),
  ),
  "cms-2016.claim.informed-rises": above(informed(LAST), informed("2015-08")),
  "cms-2016.claim.informed-highest": highest(informed(LAST), SHOWN.slice(0, -1).map(informed)),

  "cms-2016.claim.csa-replaced": leftOpen(SAID_ELSEWHERE),
  "cms-2016.claim.letters-june-2014": datedAsRecorded("cms-2016.event.letters"),
  "cms-2016.claim.no-csa-more-satisfied": noCsaLeads,
  "cms-2016.claim.chart-span-csa": chartSpan,
  "cms-2016.claim.around-60-again": around60,
  "cms-2016.claim.csa-converged": closer(csaGap(FIRST), csaGap("2015-11")),
  "cms-2016.claim.csa-gap-up-down": any(
    ...["2016-02", "2016-05"].map((peak) =>
      all(above(csaGap(peak), csaGap("2015-11")), below(csaGap(LAST), csaGap(peak))),
    ),
  ),

  "cms-2016.claim.monthly": quarterOfMonths,
};

/** What other sources say: of the first day of the fee and of the charges. */
export const CMS_OUTSIDE: Readonly<Record<string, Predicate>> = Object.fromEntries(
  ["", "-again"].flatMap((end) => [
    [`cms-2016.claim.fee-june-2014${end}`, datedAsRecorded("cms-2016.event.fee", value("context.event.fee"))],
    [
      `cms-2016.claim.charges-june-2014${end}`,
      datedAsRecorded("cms-2016.event.charges", value("context.event.charges")),
    ],
  ]),
);
