# What the findings of this site work out, recomputed. check.R reads this file, and has read the raw files into `values`, `bases` and `interviews`.
#
# Recomputed: gaps, their intervals and the design effects they stand up to, at the printed numbers and at the worst rounding
# that agrees with the total; shares of the interviews and shares of the weights; the ways in which the answers can fall into the
# four cells of parent by contact type, and the satisfaction that each cell can have (by visiting every corner of the set, where
# the site uses a solver: to a thousandth); what the mix of contact types explains; what parental role alone would need; Wilson
# intervals; the presentation standard for small groups that are printed; the chance of a fall from one month to the next; the
# interviews that a gap takes.
#
# Not recomputed: bounds that rest on statements of significance or order. The pages on the fee, on ages and on ethnic groups have
# a check by hand: one complete system that attains the end, and the weighted sum of statements that proves that nothing lies
# beyond it.
#
# The texts are public sector information under the Open Government Licence v3.0.

satisfied <- function(group) pick(paste0("ces-2023-24.satisfied", group))
all <- satisfied(""); receiving <- satisfied(".parent-receiving"); paying <- satisfied(".parent-paying")
new <- satisfied(".contact-new"); change <- satisfied(".contact-change")
women <- satisfied(".gender-female"); men <- satisfied(".gender-male")

## Gaps, their intervals, and the design effects that they stand up to ------------------------------------------------
z95 <- qnorm(0.975)
variance <- function(a, b) a$p * (1 - a$p) / a$n + b$p * (1 - b$p) / b$n
critical <- function(a, b) ((a$p - b$p) / sqrt(variance(a, b)) / z95)^2
share <- function(total, part, rest) {                     # weight of `part` that the three roundings allow
  e <- expand.grid(t = c(total$low, total$high), p = c(part$low, part$high), r = c(rest$low, rest$high))
  pmin(1, pmax(0, range((e$t - e$r) / (e$p - e$r))))
}
worst <- function(a, b, total, weight) {                   # least over all roundings that agree with the total
  pa <- a$low; pb <- b$high
  if (weight[2] * pa + (1 - weight[2]) * pb < total$low) pa <- (total$low - (1 - weight[2]) * pb) / weight[2]
  if (weight[1] * pa + (1 - weight[1]) * pb > total$high) pb <- (total$high - weight[1] * pa) / (1 - weight[1])
  critical(list(p = pa, n = a$n), list(p = pb, n = b$n))
}
worths <- c(full = 1, "two-thirds" = 1.5, half = 2, third = 3)
gap <- function(name, a, b) {
  put(paste0(name, ".gap"), a$v - b$v, a$lo - b$hi, a$hi - b$lo)
  for (w in names(worths)) {
    half <- z95 * sqrt(worths[[w]] * variance(a, b))
    put(paste0(name, ".gap.interval", if (w != "full") paste0(".", w)), NA, 100 * (a$p - b$p - half), 100 * (a$p - b$p + half))
  }
  least <- worst(a, b, all, share(all, a, b))
  put(paste0(name, ".stands-up-to"), critical(a, b), least)
  only(paste0(name, ".critical-design-effect"), critical(a, b)); only(paste0(name, ".critical-design-effect.worst"), least)
}
gap("parents", receiving, paying); gap("contact", new, change)

## How low another ethnic group's figure must be for the figure of Asian customers to be significantly above it ---------
asian <- c(60, 59.5, 60.5) / 100                           # six out of ten, and its ends as rounded
below <- function(p, n, m) uniroot(function(b) (p - b) / sqrt(p * (1 - p) / n + b * (1 - b) / m) - z95, c(0, p), tol = 1e-13)$root
ethnic <- function(group) interviews[[paste0("ces-2023-24.base.answered.ethnicity-", group)]]
for (group in c("black", "other-mixed")) {
  x <- 100 * sapply(asian, below, ethnic("asian"), ethnic(group))
  put(paste0("ethnicity.asian.significantly-above.", group), x[1], x[2], x[3])
}
x <- (asian - 0.5) / sqrt(asian * (1 - asian) / ethnic("asian") + 0.25 / ethnic("black"))
put("ethnicity.asian.z-above-half.black", x[1], x[2], x[3])

## Interviews by parent and contact type, and the tables of those who answered ----------------------------------------
n <- function(id) interviews[[paste0("ces-2023-24.base.", id)]]
a1 <- n("new.parent-receiving.contact-new"); b1 <- n("new.parent-paying.contact-new")
cells <- c(a1, n("all.parent-receiving") - a1, b1, n("all.parent-paying") - b1)
names(cells) <- c("receiving-new", "receiving-change", "paying-new", "paying-change")
for (cell in names(cells)) whole(paste0("cells.", cell, ".interviews"), cells[[cell]])
whole("cells.change.interviews", cells[[2]] + cells[[4]]); whole("cells.no-answer", sum(cells) - all$n)
tables <- t(sapply(0:receiving$n, function(x) c(x, receiving$n - x, new$n - x, paying$n - new$n + x)))
tables <- tables[apply(tables, 1, function(t) min(t) >= 0 && !any(t > cells)), , drop = FALSE]
whole("cells.tables", nrow(tables))
for (g in list(list("receiving", receiving, cells[1:2]), list("paying", paying, cells[3:4]))) {
  x <- 100 * g[[3]][[1]] / sum(g[[3]]); put(paste0("mix.", g[[1]], ".new"), x, x, x)
  s <- share(g[[2]], new, change)
  put(paste0("mix.", g[[1]], ".needed"), 100 * (g[[2]]$v - change$v) / (new$v - change$v), 100 * s[1], 100 * s[2])
}
mixes <- tables[, 1] / receiving$n - tables[, 3] / paying$n
ends <- outer(mixes, c(new$lo - change$lo, new$lo - change$hi, new$hi - change$lo, new$hi - change$hi))
put("mix.explained", NA, min(ends), max(ends))
for (g in list(list("receiving", receiving, paying), list("new", new, change))) {
  x <- 100 * g[[2]]$n / all$n; put(paste0("shares.", g[[1]], ".interviews"), x, x, x)
  s <- 100 * share(all, g[[2]], g[[3]]); put(paste0("shares.", g[[1]], ".weight"), NA, s[1], s[2])
}

## Satisfaction in the four cells: every corner of the set that agrees, table by table --------------------------------
corners <- function(table) {
  mean_of <- function(...) { w <- numeric(4); w[c(...)] <- table[c(...)]; w / sum(w) }
  rows <- rbind(mean_of(1, 2, 3, 4), mean_of(1, 2), mean_of(3, 4), mean_of(1, 3), mean_of(2, 4), diag(4), c(1, 0, -1, 0), c(0, 1, 0, -1), c(1, -1, -1, 1))
  m <- list(all, receiving, paying, new, change)
  lo <- c(sapply(m, `[[`, "low"), rep(0, 4)); hi <- c(sapply(m, `[[`, "high"), rep(1, 4))
  side <- c(1:9, 1:9, 10, 11, 12); at <- c(lo, hi, 0, 0, 0)  # the last three: a lead of 0, and the two leads alike
  sets <- combn(length(side), 4); sets <- sets[, apply(sets, 2, function(s) !anyDuplicated(side[s]))]
  x <- apply(sets, 2, function(s) { a <- rows[side[s], ]; if (abs(det(a)) < 1e-10) rep(NA, 4) else solve(a, at[s]) })
  y <- rows[1:9, ] %*% x
  x[, colSums(is.na(x)) == 0 & colSums(y < lo - 1e-9 | y > hi + 1e-9) %in% 0, drop = FALSE]
}
points <- 100 * do.call(cbind, apply(tables, 1, corners, simplify = FALSE))
ahead <- points[, points[1, ] >= points[3, ] - 1e-7 & points[2, ] >= points[4, ] - 1e-7]
for (i in 1:4) {
  id <- paste0("cells.", names(cells)[i], ".satisfied")
  put(id, NA, min(points[i, ]), max(points[i, ]), 1e-3); put(paste0(id, ".ahead"), NA, min(ahead[i, ]), max(ahead[i, ]), 1e-3)
}
lead <- min(pmax(points[1, ] - points[3, ], points[2, ] - points[4, ])); put("mix.least-lead", lead, lead, 100, 1e-3)

## Age, ethnicity, internet access ------------------------------------------------------------------------------------
wilson <- function(p, n) (p + z95^2 / (2 * n) + c(-1, 1) * z95 * sqrt(p * (1 - p) / n + z95^2 / (4 * n^2))) / (1 + z95^2 / n)
young <- satisfied(".age-16-24")
for (w in names(worths)) {
  ends <- 100 * wilson(young$p, young$n / worths[[w]])
  put(paste0("age.16-24.interval", if (w != "full") paste0(".interview-", w)), NA, ends[1], ends[2])
}
online <- lapply(c("", ".parent-receiving", ".parent-paying"), function(g) pick(paste0("ces-2023-24.internet-access", g)))
o <- online[[1]]; r <- online[[2]]; p <- online[[3]]
only("online.critical-design-effect", critical(r, p))
only("online.critical-design-effect.best", critical(list(p = r$high, n = r$n), list(p = p$low, n = p$n)))
only("online.critical-design-effect.interviews", worst(r, p, o, rep(r$n / o$n, 2)))
only("online.critical-design-effect.worst", worst(r, p, o, share(o, r, p)))
only("online.share-of-worst", 100 * (o$hi - p$hi) / (r$lo - p$hi))
asian <- satisfied(".ethnicity-asian"); undisclosed <- satisfied(".ethnicity-prefer-not-to-say")
only("silence.asian-and-undisclosed", critical(list(p = asian$low, n = asian$n), list(p = undisclosed$high, n = undisclosed$n)))
groups <- function(what) sum(grepl(paste0("^ces-2023-24\\.satisfied\\.", what, "-"), values$id))
whole("corrections.ages.pairs", choose(groups("age"), 2)); whole("corrections.ethnicities.pairs", choose(groups("ethnicity"), 2))
whole("gender.unknown", all$n - women$n - men$n)
# Parental role alone, on the site's grid of eighths of a point: corners of (receiving, paying) for each share of women.
strip <- function(s) {
  rs <- c(receiving$lo, receiving$hi); ps <- c(paying$lo, paying$hi); ws <- c(women$lo, women$hi)
  at <- rbind(expand.grid(r = rs, p = ps),
    if (s > 0) with(expand.grid(w = ws, p = ps), data.frame(r = (w - (1 - s) * p) / s, p = p)),
    if (s < 1) with(expand.grid(w = ws, r = rs), data.frame(r = r, p = (w - s * r) / (1 - s))))
  m <- s * at$r + (1 - s) * at$p; e <- 1e-9
  at <- at[m >= ws[1] - e & m <= ws[2] + e & at$r >= rs[1] - e & at$r <= rs[2] + e & at$p >= ps[1] - e & at$p <= ps[2] + e, ]
  if (nrow(at) == 0) return(c(NA, NA))
  100 * range(pmin(1, pmax(0, c((at$r - men$lo) / (at$r - at$p), (at$r - men$hi) / (at$r - at$p)))))
}
shares <- (0:800) / 800; strips <- sapply(shares, strip); fits <- !is.na(strips[1, ])
put("gender.women-receiving", NA, 100 * min(shares[fits]), 100 * max(shares[fits]))
put("gender.men-paying", NA, min(strips[1, fits]), max(strips[2, fits]))
by_count <- function(unknown) 100 * (1 - (receiving$n - unknown - shares * women$n) / men$n)
from <- pmax(strips[1, ], by_count(0)); to <- pmin(strips[2, ], by_count(receiving$n + paying$n - women$n - men$n))
both <- fits & from <= to
put("gender.women-receiving.agreed", NA, 100 * min(shares[both]), 100 * max(shares[both]))
put("gender.men-paying.agreed", NA, min(from[both]), max(to[both]))
# The presentation standard for small groups: the largest design effect at which a figure is shown (bisection to 0.01).
shown <- function(p, n, deff) {
  m <- n / deff; ends <- c(qbeta(0.025, m * p, m - m * p + 1), qbeta(0.975, m * p + 1, m - m * p)); width <- diff(ends)
  n >= 30 && m >= 30 && width < 0.3 && (width <= 0.05 || width <= 1.3 * p)
}
for (g in c("age-16-24", "ethnicity-asian", "ethnicity-prefer-not-to-say")) {
  x <- satisfied(paste0(".", g)); p0 <- if (is.na(x$v)) (x$low + x$high) / 2 else x$p; at <- c(1, 16)
  while (diff(at) > 0.01) if (shown(p0, x$n, mean(at))) at[1] <- mean(at) else at[2] <- mean(at)
  only(paste0("small.", g), if (shown(p0, x$n, 1)) at[1] else 0)
}

## A fall by chance, and what a survey needs --------------------------------------------------------------------------
lost <- function(measure, groups) sum(values$measure == measure & values$group %in% groups & !held)
whole("closure.cms.not-held", lost("cms16.satisfied", c("csa=none", "csa=past")))
whole("closure.options.not-held", lost("options16.satisfied", c("letter=not-received", "letter=received")))
months <- sum(values$measure == "options16.satisfied" & values$group == "letter=received"); whole("closure.months", months)
drop <- match("options-2016.fall-in-satisfaction.care-some-or-none.2015-01", values$id)
chance <- function(n, level, percent) {                    # at least one such fall in `months` months, level unchanged
  k <- 0:n; p <- dbinom(k, n, level)
  most <- sapply(k, function(now) max(which(100 * (k - now) / (if (percent) pmax(k, 1) else n) < low[drop] - 1e-9)))
  none <- p; for (t in seq_len(months - 1)) none <- p * cumsum(none)[most]
  1 - sum(none)
}
levels <- c(0.9, 0.8, 0.7, 0.6)
up_to <- function(goal, level, percent) { n <- 300; while (n > 0 && chance(n, level, percent) < goal) n <- n - 1; n }
for (reading in c("", ".percent")) {
  percent <- reading != ""
  both <- function(id, x) put(paste0("closure.fall.", id, reading), NA, min(x), max(x))
  both("likely", sapply(levels, function(l) up_to(0.5, l, percent)))
  both("possible", sapply(levels, function(l) up_to(0.05, l, percent)))
  both("at-few", 100 * sapply(levels, function(l) chance(20, l, percent)))
  both("at-many", 100 * sapply(levels, function(l) chance(100, l, percent)))
}
only("closure.fall.size", value[drop])
level <- value[match("options-2016.satisfied", values$id)] / 100
power <- function(p2, n1, n2, deff) {
  z <- (level - p2) / sqrt(deff * (level * (1 - level) / n1 + p2 * (1 - p2) / n2)); pnorm(z - z95) + pnorm(-z - z95)
}
root <- function(f, a, b) uniroot(f, c(a, b), tol = 1e-14, maxiter = 1000)$root
for (g in c(10, 8, 5, 3)) for (w in c("full", "half")) {
  n1 <- root(function(n) power(level - g / 100, n, n, worths[[w]]) - 0.8, 1, 1e5)
  only(paste0("closure.needed.", g, if (w != "full") paste0(".", w)), ceiling(n1 - 1e-6))
}
for (w in c("full", "two-thirds", "half")) for (size in c(15, 30, 60, 120)) for (span in c("all", "month")) {
  n2 <- size * if (span == "all") months else 1
  gap_seen <- root(function(d) power(level - d, 10 * n2, n2, worths[[w]]) - 0.8, 1e-9, level)
  only(paste0("closure.seen.", span, ".", w, if (size != 30) paste0(".n-", size)), 100 * gap_seen)
}

## What is not recomputed here, and why -------------------------------------------------------------------------------
reasons <- c(reasons,
  "analysis.driverSets" = "a bound over sets with significance statements, as above",
  "stats.imbensManskiInterval" = "starts from such a bound",
  "bounds.countCharts" = "counts charts of which some unrounded figures fit: needs the solver of the bounds",
  "analysis.corrections" = "least and most over all those charts",
  "analysis.largestDesignEffect" = "bisection over the feasibility of such a bound",
  "analysis.leastForSilence" = "bisection over the feasibility of such a bound",
  "analysis.driverQuestions" = "counts rows of a list in the code",
  "analysis.feeFacts" = "counts of the fee page's problem", "analysis.aroundRange" = "a reading of words, not a calculation",
  "analysis.swingNeeded" = "an example: a fall divided by a gap, neither of them printed", "analysis.fallRows" = "our choice", "analysis.sizeRows" = "our choice",
  "analysis.limitationRows" = "what is chosen in a lab", "stats.wilsonInterval" = "at what is chosen in a lab", "analysis.expectedError" = "a sum of what is chosen in a lab, of no printed number",
  "simulate.weightExample" = "what is chosen for made-up surveys", "simulate.worldExample" = "counts over made-up interviews, which are not in this package",
  "analysis.interviewerDesignEffect" = "a sum of what is chosen in a lab, of no printed number")
