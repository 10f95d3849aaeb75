import {
  above,
  all,
  any,
  atLeast,
  atMost,
  below,
  between,
  byDefinition,
  type Condition,
  falls,
  highest,
  not,
  reads,
  same,
  significantlyAbove,
  values,
} from "../condition.js";
import { datedAsRecorded, type Predicate, printsAsRecorded, sameAsRecorded } from "../predicate.js";
import { mean, minus, number, plus, type Term, times, value } from "../term.js";

/** A number of this report. */
const cms = (end: string): Term => value(`cms-2016.${end}`);
const event = (end: string): Term => cms(`event.${end}`);
const day = (year: number, month: number, date: number): number =>
  Date.UTC(year, month - 1, date) / 86_400_000;

const YEARS = ["2014", "2015", "2016"];
const QUARTERS = ["2013-11", ...YEARS.flatMap((year) => ["02", "05", "08", "11"].map((m) => `${year}-${m}`))];
/** The twelve quarters of the charts, by the month in which they end. */
const SHOWN = QUARTERS.slice(0, -1);
const BEFORE_JUNE_2014 = SHOWN.slice(0, 3);
const AFTER = SHOWN.slice(3);
const SINCE_FEBRUARY_2015 = SHOWN.slice(5);
const FIRST = "2013-11";
const LAST = "2016-08";

const satisfied = (quarters: readonly string[]): Term[] => values("cms-2016.satisfied", quarters);
const receiving = (quarter: string): Term => cms(`satisfied.parent-receiving.${quarter}`);
const paying = (quarter: string): Term => cms(`satisfied.parent-paying.${quarter}`);
const informed = (quarter: string): Term => cms(`item-informed.${quarter}`);
const interviews = (group: string): Condition =>
  above(cms(`base.all.${group}${LAST}`), cms(`base.all.${group}${FIRST}`));

/** By how much Receiving Parents lead Paying Parents. */
const parentGap = (quarter: string): Term => minus(receiving(quarter), paying(quarter));
/** By how much clients without a CSA past lead those with one. */
const csaGap = (quarter: string): Term =>
  minus(cms(`satisfied.csa-none.${quarter}`), cms(`satisfied.csa-past.${quarter}`));
/** By how much client service lies above satisfaction, as a mean of quarters. */
const serviceGap = (quarters: readonly string[]): Term =>
  minus(mean(values("cms-2016.client-service", quarters)), mean(satisfied(quarters)));

const lower = (series: (quarter: string) => Term): Condition => below(series(LAST), series(FIRST));
const OTHER_ITEMS = ["2", "3", "4", "5", "6", "7", "8"];

const introduced = datedAsRecorded("cms-2016.event.introduced");
const feeInJune = datedAsRecorded("cms-2016.event.fee");
const chargesInJune = datedAsRecorded("cms-2016.event.charges");
const twentyPounds = sameAsRecorded("cms-2016.application-fee");
const satisfied61 = printsAsRecorded("cms-2016.satisfied");
const service79 = printsAsRecorded("cms-2016.client-service");
const eightQuestions = sameAsRecorded("cms-2016.service-items");
const chartSpan: Predicate = ({ span }) =>
  all(
    between(event("coverage-start"), ...span("cms-2016.event.coverage-start")),
    between(event("coverage-end"), ...span("cms-2016.event.coverage-end")),
  );
/** The quarter that ends in November 2013 begins in September. */
const fromNovember = atMost(event("coverage-start"), number(day(2013, 9, 1)));
const noCsaLeads = above(mean(SHOWN.map(csaGap)), number(0));
const around60 = all(...satisfied(SINCE_FEBRUARY_2015).map((term) => reads(term, "around 60%")));
const bothLower = all(lower(receiving), lower(paying));
const gapSmaller = lower(parentGap);
const shareOfClients = byDefinition(
  false,
  "by the definition given it combines the scores of eight questions; no rule is given that counts a client as happy or not",
);
const quarterOfMonths = byDefinition(
  true,
  "the surveys are monthly, and the results of a quarter put three of them together",
);

const steps = (series: readonly Term[]): Term[] =>
  series.slice(1).map((next, i) => minus(next, series[i] as Term));
const stepsSince2015 = steps(satisfied(SINCE_FEBRUARY_2015));
const apart = (series: readonly Term[]): Term[] =>
  series.flatMap((a, i) => series.slice(i + 1).map((b) => minus(a, b)));

export const CMS_2016: Readonly<Record<string, Predicate>> = {
  "cms-2016.claim.introduced": introduced,
  "cms-2016.claim.all-new-applications": atMost(event("expansion"), event("published")),
  "cms-2016.claim.satisfied": satisfied61,
  "cms-2016.claim.client-service": service79,
  "cms-2016.claim.new-more-satisfied": noCsaLeads,
  "cms-2016.claim.new-means-no-csa": byDefinition(
    false,
    "the chart divides clients by a past with the CSA; one with such a past can be as new to the CMS as one without",
  ),

  "cms-2016.claim.satisfied-glance": satisfied61,
  "cms-2016.claim.client-service-glance": service79,
  "cms-2016.claim.share-of-clients": shareOfClients,
  "cms-2016.claim.new-happier": noCsaLeads,
  "cms-2016.claim.published": datedAsRecorded("cms-2016.event.published"),
  "cms-2016.claim.published-after": above(event("published"), event("coverage-end")),

  "cms-2016.claim.options-first": atMost(value("options-2016.event.gateway"), event("published")),
  "cms-2016.claim.fee-amount": twentyPounds,
  "cms-2016.claim.fee-june-2014": feeInJune,
  "cms-2016.claim.charges-june-2014": chargesInJune,
  "cms-2016.claim.charge-paying": sameAsRecorded("cms-2016.collection-charge.parent-paying"),
  "cms-2016.claim.charge-receiving": sameAsRecorded("cms-2016.collection-charge.parent-receiving"),
  "cms-2016.claim.charge-additional": above(
    cms("collection-charge.parent-paying"),
    cms("collection-charge.parent-receiving"),
  ),

  "cms-2016.claim.each-quarter": quarterOfMonths,
  "cms-2016.claim.period": fromNovember,
  "cms-2016.claim.service-items": eightQuestions,
  "cms-2016.claim.service-items-again": eightQuestions,
  "cms-2016.claim.service-period": fromNovember,

  "cms-2016.claim.first-applications": datedAsRecorded("cms-2016.event.accepting-applications"),
  "cms-2016.claim.applications-after-introduction": atLeast(
    event("accepting-applications"),
    event("introduced"),
  ),
  "cms-2016.claim.first-phase-children": sameAsRecorded("cms-2016.first-phase-children"),
  "cms-2016.claim.first-phase-parents": sameAsRecorded("cms-2016.first-phase-parents"),
  "cms-2016.claim.expansion": datedAsRecorded("cms-2016.event.expansion"),
  "cms-2016.claim.expansion-after-first-phase": above(event("expansion"), event("accepting-applications")),
  "cms-2016.claim.satisfied-heading": satisfied61,
  "cms-2016.claim.all-clients": byDefinition(
    false,
    "the survey is of clients who had contact in the month before; the others are not covered",
  ),
  "cms-2016.claim.chart-span": chartSpan,
  "cms-2016.claim.fee-amount-again": twentyPounds,
  "cms-2016.claim.fee-june-2014-again": feeInJune,
  "cms-2016.claim.charges-june-2014-again": chargesInJune,
  "cms-2016.claim.falls-three-quarters": any(
    falls(satisfied(["2014-05", "2014-08", "2014-11", "2015-02"])),
    falls(satisfied(["2014-08", "2014-11", "2015-02", "2015-05"])),
  ),
  "cms-2016.claim.fall-after-fee": below(mean(satisfied(AFTER)), mean(satisfied(BEFORE_JUNE_2014))),
  "cms-2016.claim.around-60": around60,
  "cms-2016.claim.stable": all(
    ...apart(satisfied(SINCE_FEBRUARY_2015)).map((points) => reads(points, "remained stable")),
  ),
  "cms-2016.claim.fluctuates": all(
    any(...stepsSince2015.map((step) => above(step, number(0)))),
    any(...stepsSince2015.map((step) => below(step, number(0)))),
  ),

  "cms-2016.claim.less-satisfied": bothLower,
  "cms-2016.claim.chart-span-parents": chartSpan,
  "cms-2016.claim.paying-below": all(
    ...SHOWN.map((quarter) => reads(parentGap(quarter), "consistently less satisfied")),
  ),
  "cms-2016.claim.gap-smaller": gapSmaller,
  "cms-2016.claim.both-decreased": bothLower,
  "cms-2016.claim.receiving-fell-more": gapSmaller,
  "cms-2016.claim.samples-grew": all(
    interviews(""),
    interviews("parent-receiving."),
    interviews("parent-paying."),
  ),
  "cms-2016.claim.larger-more-representative": byDefinition(
    false,
    "a larger sample makes results more precise; whom it stands for depends on how it is drawn and who answers",
  ),

  "cms-2016.claim.service-above": above(cms("client-service"), cms("satisfied")),
  "cms-2016.claim.chart-span-service": chartSpan,
  "cms-2016.claim.client-service-text": service79,
  "cms-2016.claim.share-of-clients-text": shareOfClients,
  "cms-2016.claim.service-significant": significantlyAbove("cms-2016.client-service", "cms-2016.satisfied"),
  "cms-2016.claim.reason-charges": above(serviceGap(AFTER), serviceGap(BEFORE_JUNE_2014)),
  "cms-2016.claim.seven-fell": all(
    ...OTHER_ITEMS.map((item) => lower((quarter) => cms(`item-${item}.${quarter}`))),
    not(lower(informed)),
  ),
  "cms-2016.claim.informed-rises": above(informed(LAST), informed("2015-08")),
  "cms-2016.claim.informed-started": atMost(informed("2015-08"), informed(FIRST)),
  "cms-2016.claim.informed-highest": highest(informed(LAST), SHOWN.slice(0, -1).map(informed)),
  "cms-2016.claim.seven-and-one": same(plus(cms("service-items-decreased"), number(1)), cms("service-items")),
  "cms-2016.claim.nine-tables": same(plus(cms("service-items"), number(1)), number(12 - 4 + 1)),

  "cms-2016.claim.csa-replaced": atMost(event("expansion"), event("letters")),
  "cms-2016.claim.letters-june-2014": datedAsRecorded(
    "cms-2016.event.letters",
    value("options-2016.event.letters"),
  ),
  "cms-2016.claim.no-csa-more-satisfied": noCsaLeads,
  "cms-2016.claim.chart-span-csa": chartSpan,
  "cms-2016.claim.around-60-again": around60,
  "cms-2016.claim.csa-converged": all(
    above(csaGap(FIRST), csaGap("2015-11")),
    above(csaGap(FIRST), times(-1, csaGap("2015-11"))),
  ),
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
