# Adjusted weights, and standard errors from them, by R's survey, as JSON on standard output. `npm run reference` keeps
# them in fixtures/weighting.json.

script <- sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)[1])
source(file.path(dirname(script), "r", "json.R"))
source(file.path(dirname(script), "r", "survey-data.R"))

datasets <- list(
  quota = make_quota(),
  households = make_households()[, c("stratum", "psu", "w", "fpc", "g", "r", "x", "z", "income", "dom2")],
  clustered = schools(apiclus1)[, c("stype", "pw", "fpc", "dnum", "api00", "api99", "enroll", "awards")],
  pairs = make_pairs()
)
# A year beside a constant is nearly the same column.
datasets$quota$year <- 2014 + (seq_len(nrow(datasets$quota)) * 7) %% 11

designs <- list(
  quota = list(dataset = "quota", weights = "w"),
  households = list(dataset = "households", weights = "w", strata = "stratum", clusters = "psu"),
  households_fpc = list(dataset = "households", weights = "w", strata = "stratum", clusters = "psu", fpc = "fpc"),
  clustered_fpc = list(dataset = "clustered", weights = "pw", clusters = "dnum", fpc = "fpc")
)
answers <- list(quota = c("score", "agree", "spend"), households = c("x", "z", "income", "dom2"),
  clustered = c("api00", "api99", "enroll"))

column <- function(name, none) if (is.null(name)) none else as.formula(paste("~", name))
make <- function(name) {
  d <- designs[[name]]
  svydesign(ids = column(d$clusters, ~1), strata = column(d$strata, NULL), weights = column(d$weights, NULL),
    fpc = column(d$fpc, NULL), nest = TRUE, data = datasets[[d$dataset]])
}

# Standard errors of means and totals of the answers, and of a mean in a part of the sample.
results <- function(design, of) {
  formula <- as.formula(paste("~", paste(of, collapse = "+")))
  mean <- svymean(formula, design)
  total <- svytotal(formula, design)
  list(weights = I(unname(weights(design))), mean = I(unname(coef(mean))), se_mean = I(unname(SE(mean))),
    total = I(unname(coef(total))), se_total = I(unname(SE(total))))
}

cases <- list()
add <- function(name, kind, adjusted, ...) {
  of <- answers[[designs[[name]]$dataset]]
  cases[[length(cases) + 1]] <<- c(list(design = name, kind = kind, answers = I(of), ...), results(adjusted, of))
}

# Totals that the weights do not have, by level in sorted order.
by_level <- function(name, factor, factors) {
  d <- make(name)
  sums <- tapply(weights(d), d$variables[[factor]], sum)
  round(sums * factors, 1)
}
frame_of <- function(factor, totals) {
  out <- data.frame(names(totals), Freq = as.vector(totals))
  names(out)[1] <- factor
  out
}

for (post in list(list("quota", "age", c(1.3, 0.8, 1.1)), list("households", "g", c(0.9, 1.2, 1, 1.4)),
  list("households_fpc", "g", c(0.9, 1.2, 1, 1.4)), list("clustered_fpc", "stype", c(1.1, 0.7, 1.6)))) {
  totals <- by_level(post[[1]], post[[2]], post[[3]])
  add(post[[1]], "post-stratify", postStratify(make(post[[1]]), column(post[[2]]), frame_of(post[[2]], totals)),
    cells = post[[2]], totals = I(as.vector(totals)))
}

# Raking: weights by rake(), standard errors by calibrate(calfun = "raking"); those of rake() beside them.
raked <- function(name, factors, totals) {
  margins <- lapply(factors, column)
  start <- make(name)
  ipf <- rake(start, margins, Map(frame_of, factors, totals), control = list(maxit = 2000, epsilon = 1e-11))
  population <- c(sum(totals[[1]]), unlist(lapply(totals, function(t) t[-1])))
  names(population) <- c("(Intercept)", unlist(Map(function(f, t) paste0(f, names(t)[-1]), factors, totals)))
  by_calibrate <- calibrate(start, as.formula(paste("~", paste(factors, collapse = "+"))), population,
    calfun = "raking", epsilon = 1e-13, maxit = 200)
  stopifnot(max(abs(weights(ipf) / weights(by_calibrate) - 1)) < 1e-9)
  of <- answers[[designs[[name]]$dataset]]
  add(name, "rake", by_calibrate, factors = I(factors), margins = unname(lapply(totals, function(t) I(as.vector(t)))),
    se_mean_of_rake = I(results(ipf, of)$se_mean))
}
same_sum <- function(totals) {
  sum1 <- sum(totals[[1]])
  lapply(totals, function(t) t * sum1 / sum(t))
}
for (name in c("households", "households_fpc")) raked(name, c("g", "r"),
  same_sum(list(by_level(name, "g", c(0.9, 1.2, 1, 1.4)), by_level(name, "r", c(1.2, 0.9)))))
raked("quota", c("sex", "age", "region"), same_sum(list(by_level("quota", "sex", c(1.2, 0.9)),
  by_level("quota", "age", c(0.7, 1.1, 1.3)), by_level("quota", "region", c(1, 1.5, 0.8, 1.1)))))

calibrated <- function(name, columns, factors, calfun, bounds = c(-Inf, Inf)) {
  start <- make(name)
  mm <- cbind(1, as.matrix(start$variables[, columns, drop = FALSE]))
  population <- colSums(mm * weights(start)) * factors
  names(population) <- c("(Intercept)", columns)
  adjusted <- calibrate(start, as.formula(paste("~", paste(columns, collapse = "+"))), population,
    calfun = calfun, bounds = bounds, epsilon = 1e-13, maxit = 500)
  add(name, "calibrate", adjusted, columns = I(columns), totals = I(unname(population)), distance = calfun,
    bounds = if (all(is.finite(bounds))) I(bounds))
}
for (name in c("clustered_fpc")) {
  f <- c(1.05, 1.09, 0.98)
  calibrated(name, c("api99", "enroll"), f, "linear")
  calibrated(name, c("api99", "enroll"), f, "raking")
  calibrated(name, c("api99", "enroll"), f, "linear", c(0.6, 1.45))
  calibrated(name, c("api99", "enroll"), f, "logit", c(0.5, 1.6))
  calibrated(name, c("api99", "enroll"), f, "raking", c(0.6, 1.5))
}
for (calfun in c("linear", "raking")) {
  calibrated("households", c("x", "income"), c(1.1, 1.13, 1.2), calfun)
  calibrated("quota", c("year", "spend", "agree"), c(1.02, 1.0202, 1.1, 0.9), calfun)
}
calibrated("quota", c("year", "spend", "agree"), c(1.02, 1.0202, 1.1, 0.9), "logit", c(0.4, 2.5))
calibrated("quota", c("year", "spend", "agree"), c(1.02, 1.0202, 1.1, 0.9), "linear", c(0.8, 1.3))

trims <- list()
for (bounds in list(c(-Inf, 2.5), c(0.8, Inf), c(0.7, 2), c(0.75, 1.5)))
  for (strict in c(FALSE, TRUE)) {
    trimmed <- trimWeights(make("quota"), lower = bounds[1], upper = bounds[2], strict = strict)
    trims[[length(trims) + 1]] <- list(lower = bounds[1], upper = bounds[2], strict = strict,
      weights = I(unname(weights(trimmed))))
  }

# Replicate weights, adjusted each.
pairs <- svydesign(ids = ~psu, strata = ~stratum, weights = ~w, nest = TRUE, data = datasets$pairs)
replicated <- as.svrepdesign(pairs, type = "JKn")
ones <- data.frame(g = c("a", "b"), Freq = c(80, 45))
levels_yes <- data.frame(yes = c(0, 1), Freq = c(75, 50))
of_replicates <- function(design, ...) {
  mean <- svymean(~ y + z, design)
  list(..., weights = I(unname(weights(design, "sampling"))), replicates = t(weights(design, "analysis")),
    mean = I(unname(coef(mean))), se_mean = I(unname(SE(mean))))
}
replicates <- list(
  before = of_replicates(replicated, scale = replicated$scale, rscales = I(replicated$rscales)),
  post_stratify = of_replicates(postStratify(replicated, ~g, ones)),
  rake = of_replicates(rake(replicated, list(~g, ~yes), list(ones, levels_yes),
    control = list(maxit = 2000, epsilon = 1e-12))),
  calibrate = of_replicates(calibrate(replicated, ~z, c("(Intercept)" = 125, z = 880), calfun = "linear"))
)

write_fixture(list(datasets = datasets, designs = designs, cases = cases, trims = trims, replicates = replicates))
