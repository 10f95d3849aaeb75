# Estimates, tests and models by R's survey, as JSON on standard output. `npm run reference` keeps them in
# fixtures/survey.json.

script <- sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)[1])
source(file.path(dirname(script), "r", "json.R"))
source(file.path(dirname(script), "r", "survey-data.R"))

datasets <- list(
  srs = schools(apisrs), stratified = schools(apistrat), clustered = schools(apiclus1),
  households = make_households(), quota = make_quota()
)

# Columns of each design; `lonely` is what R does with strata of one cluster.
designs <- list(
  srs = list(dataset = "srs", weights = "pw"),
  srs_fpc = list(dataset = "srs", weights = "pw", fpc = "fpc"),
  stratified = list(dataset = "stratified", weights = "pw", strata = "stype"),
  stratified_fpc = list(dataset = "stratified", weights = "pw", strata = "stype", fpc = "fpc"),
  clustered = list(dataset = "clustered", weights = "pw", clusters = "dnum"),
  clustered_fpc = list(dataset = "clustered", weights = "pw", clusters = "dnum", fpc = "fpc"),
  equal = list(dataset = "households"),
  weighted = list(dataset = "households", weights = "w"),
  weighted_strata = list(dataset = "households", weights = "w", strata = "stratum"),
  households = list(dataset = "households", weights = "w", strata = "stratum", clusters = "psu"),
  households_fpc = list(dataset = "households", weights = "w", strata = "stratum", clusters = "psu", fpc = "fpc"),
  certainty = list(dataset = "households", weights = "w", strata = "lone", clusters = "psu", lonely = "certainty"),
  adjust = list(dataset = "households", weights = "w", strata = "lone", clusters = "psu", lonely = "adjust"),
  average = list(dataset = "households", weights = "w", strata = "lone", clusters = "psu", lonely = "average"),
  adjust_fpc = list(dataset = "households", weights = "w", strata = "lone", clusters = "psu", fpc = "fpc",
    lonely = "adjust"),
  average_fpc = list(dataset = "households", weights = "w", strata = "lone", clusters = "psu", fpc = "fpc",
    lonely = "average"),
  quota = list(dataset = "quota", weights = "w")
)

column <- function(name, none) if (is.null(name)) none else as.formula(paste("~", name))
made <- list()
sample_design <- function(name) {
  d <- designs[[name]]
  options(survey.lonely.psu = if (is.null(d$lonely)) "fail" else d$lonely)
  if (is.null(made[[name]])) made[[name]] <<- suppressWarnings(svydesign(
    ids = column(d$clusters, ~1), strata = column(d$strata, NULL), weights = column(d$weights, NULL),
    fpc = column(d$fpc, NULL), nest = TRUE, check.strata = FALSE, data = datasets[[d$dataset]]
  ))
  made[[name]]
}

# The part of the sample in the domain that answered everything in `columns`.
answered <- function(name, domain, columns) {
  full <- sample_design(name)
  keep <- complete.cases(full$variables[, columns, drop = FALSE])
  if (!is.null(domain)) keep <- keep & full$variables[[domain]] == 1
  full[keep, ]
}

formula_of <- function(terms) as.formula(paste("~", paste(terms, collapse = "+")))
n_of <- function(design) nrow(design$variables)

# A covariance matrix with 0 for what is rounding of 0 beside the standard errors.
covariance_of <- function(v) {
  v <- as.matrix(v)
  se <- sqrt(diag(v))
  replace(v, abs(v) < 1e-13 * outer(se, se), 0)
}

cases <- list()
add <- function(design, call, ..., expected)
  cases[[length(cases) + 1]] <<- list(design = design, call = call, ..., expected = expected)

# ---- Estimates: mean, total, ratio, proportions

# The estimator as a function of a design, for all rows or by group, with design effects or without.
statistic <- function(call, y, denominator) {
  formula <- formula_of(y)
  function(design, by = NULL, ...) {
    options <- list(...)
    f <- switch(call, mean = svymean, proportion = svymean, total = svytotal, ratio = svyratio)
    if (call == "ratio") options$denominator <- formula_of(denominator)
    if (is.null(by)) do.call(f, c(list(formula, design = design), options))
    else do.call(svyby, c(list(formula, formula_of(by), design = design, FUN = f), options))
  }
}

# With several columns R gives, for each column, its groups.
estimate_case <- function(name, call, y, by = NULL, domain = NULL, denominator = NULL, deff = TRUE) {
  design <- answered(name, domain, c(y, by, denominator))
  f <- statistic(call, y, denominator)
  levels <- if (call == "proportion") sort(unique(design$variables[[y]]))
  # A factor keeps the answers that nobody of a group gave.
  if (!is.null(levels)) design$variables[[y]] <- factor(design$variables[[y]], levels)
  if (is.null(by)) {
    e <- if (call == "ratio") f(design, covmat = TRUE) else f(design)
    v <- if (call == "ratio") e$vcov else vcov(e)
    expected <- list(estimate = I(as.vector(coef(e))), se = I(as.vector(SE(e))), covariance = covariance_of(v),
      df = degf(design), n = n_of(design))
    if (deff) {
      # R asks svytotal for the design effect of a ratio in a way that keeps "replace".
      expected$deff <- I(as.vector(suppressWarnings(survey::deff(f(design, deff = TRUE)))))
      expected$deffReplace <- I(as.vector(survey::deff(f(design, deff = "replace"))))
      if (call == "ratio") {
        expected$deff <- I(as.vector(attr(f(design, deff = TRUE), "deff")))
        expected$deffReplace <- I(as.vector(attr(f(design, deff = "replace"), "deff")))
      }
    }
  } else {
    e <- f(design, by, covmat = TRUE)
    v <- vcov(e)
    groups <- e[, by, drop = FALSE]
    inside <- lapply(seq_len(nrow(groups)), function(i)
      Reduce(`&`, lapply(by, function(b) design$variables[[b]] == groups[i, b])))
    parts <- if (length(by) == 1) lapply(inside, function(rows) design[rows, ])
    expected <- list(
      groups = lapply(seq_len(nrow(groups)), function(i) I(vapply(groups[i, ], as.character, ""))),
      estimate = I(as.vector(coef(e))), se = I(sqrt(diag(v))), covariance = covariance_of(v),
      df = degf(design), n = I(vapply(inside, sum, 1)), groupDf = if (!is.null(parts)) I(vapply(parts, degf, 1))
    )
    # The average over strata is that of a group's own strata in this column of R's, and of all in the covariance.
    if (!grepl("average", name)) stopifnot(isTRUE(all.equal(as.vector(as.matrix(as.data.frame(SE(e)))), as.vector(sqrt(diag(v))))))
    if (deff && is.null(domain) && !is.null(parts) && call %in% c("mean", "total")) {
      expected$deff <- I(as.vector(suppressWarnings(vapply(parts, function(p) survey::deff(f(p, deff = TRUE)), 1))))
      expected$deffReplace <- I(as.vector(vapply(parts, function(p) survey::deff(f(p, deff = "replace")), 1)))
    }
    if (grepl("average", name)) expected$deff <- expected$deffReplace <- NULL
  }
  if (!is.null(levels)) expected$levels <- I(as.character(levels))
  add(name, call, y = y, by = if (!is.null(by)) I(by), domain = domain, denominator = denominator,
    expected = expected)
}

for (name in names(designs)[1:6]) {
  for (by in list(NULL, "stype", c("stype", "awards"))) {
    estimate_case(name, "mean", "api00", by)
    estimate_case(name, "total", "enroll", by)
    estimate_case(name, "ratio", "api00", by, denominator = "api99")
    estimate_case(name, "proportion", if (is.null(by)) "stype" else "comp_imp", by)
  }
  estimate_case(name, "mean", "api00", domain = "elementary")
  estimate_case(name, "mean", "meals", "awards", domain = "good")
  estimate_case(name, "total", "ell", "stype", domain = "good")
}

for (name in names(designs)[7:16]) {
  for (domain in list(NULL, "dom", "dom2")) {
    # Where the domain leaves out strata, R averages over those that are left.
    if (grepl("average", name) && identical(domain, "dom")) next
    more <- name %in% c("weighted", "households", "adjust")
    for (by in list(NULL, "g", "r", c("g", "k"))) {
      if (identical(by, "r") && !is.null(domain) && !more) next
      if (length(by) == 2 && !(more && !identical(domain, "dom2"))) next
      estimate_case(name, "mean", "y", by, domain)
      estimate_case(name, "total", "y", by, domain)
      if (identical(domain, "dom2")) estimate_case(name, "mean", "yes", by, domain, deff = FALSE)
      if (identical(domain, "dom") || length(by) == 2) next
      estimate_case(name, "ratio", "y", by, domain, denominator = "z", deff = more)
      if (more || is.null(by)) estimate_case(name, "proportion", "cat", by, domain, deff = more)
    }
  }
}

for (by in list(NULL, "sex", c("age", "sex"), "region")) {
  estimate_case("quota", "mean", "score", by)
  estimate_case("quota", "proportion", "region", if (!identical(by, "region")) by)
  estimate_case("quota", "ratio", "score", by, denominator = "spend")
  estimate_case("quota", "total", "spend", by)
}

# ---- Contrasts: groups against the first one, and a change between two periods that share clusters

contrast_case <- function(name, y, by, domain = NULL) {
  design <- answered(name, domain, c(y, by))
  e <- svyby(formula_of(y), formula_of(by), design, svymean, covmat = TRUE)
  k <- length(coef(e))
  weights <- lapply(2:k, function(i) replace(numeric(k), c(1, i), c(-1, 1)))
  d <- svycontrast(e, setNames(weights, paste0("d", 2:k)))
  df <- degf(design)
  t <- as.vector(coef(d) / SE(d))
  add(name, "contrast", y = y, by = I(by), domain = domain, contrasts = do.call(rbind, weights), expected = list(
    groups = lapply(as.character(e[[by]]), I), estimate = I(as.vector(coef(d))), se = I(as.vector(SE(d))),
    covariance = covariance_of(vcov(d)), df = df, t = I(t), p = I(2 * pt(-abs(t), df)),
    low = I(as.vector(confint(d, df = df)[, 1])), high = I(as.vector(confint(d, df = df)[, 2]))
  ))
}

for (name in c("srs", "stratified_fpc", "clustered", "clustered_fpc")) {
  contrast_case(name, "api00", "stype")
  contrast_case(name, "good", "awards", "elementary")
}
for (name in names(designs)[7:16]) {
  for (y in c("y", "yes")) {
    contrast_case(name, y, "g")
    contrast_case(name, y, "period")
    contrast_case(name, y, "period", "dom2")
  }
}
contrast_case("quota", "agree", "age")

# ---- Quantiles

# R compares shares of weights with a probability to the last bit. Probabilities that no share is near, beside 1/4, 1/2
# and 3/4 where all weights are 1 and shares are exact.
quantile_case <- function(name, y, domain = NULL, probabilities = c(0.1003, 0.2511, 0.5007, 0.7517, 0.9001)) {
  design <- answered(name, domain, y)
  rule <- function(qrule) {
    q <- svyquantile(formula_of(y), design, probabilities, qrule = qrule, interval.type = "mean")[[1]]
    list(estimate = I(q[, "quantile"]), low = I(q[, 2]), high = I(q[, 3]), se = I(q[, "se"]))
  }
  add(name, "quantile", y = y, domain = domain, probabilities = I(probabilities),
    expected = list(math = rule("math"), school = rule("school"), df = degf(design), n = n_of(design)))
}

for (name in names(designs)[1:6]) {
  quantile_case(name, "api00")
  quantile_case(name, "enroll", "good", c(0.2003, 0.4007, 0.5011, 0.8009))
}
for (name in names(designs)[7:16]) {
  for (y in c("y", "income")) for (domain in list(NULL, "dom2")) {
    if (name == "equal") quantile_case(name, y, domain, c(0.25, 0.5, 0.75)) else quantile_case(name, y, domain)
  }
  if (!grepl("average", name)) quantile_case(name, "y", "dom")
}
quantile_case("quota", "spend")
quantile_case("quota", "score")

# ---- Intervals of one proportion

interval_case <- function(name, y, domain = NULL, level = 0.95) {
  design <- answered(name, domain, y)
  ends <- function(method) {
    # The intercept of a logistic model, iterated to the last digits, in place of R's own stop at 1e-8.
    i <- if (method == "logit") {
      m <- suppressWarnings(svyglm(formula(paste(y, "~ 1")), design, family = quasibinomial(),
        control = list(epsilon = 1e-16, maxit = 40)))
      plogis(confint(m, 1, level = level, ddf = degf(design)))
    } else attr(svyciprop(formula_of(y), design, method = method, level = level), "ci")
    I(as.vector(i))
  }
  e <- svymean(formula_of(y), design)
  add(name, "interval", y = y, domain = domain, level = level, expected = list(
    estimate = as.vector(coef(e)), se = as.vector(SE(e)), df = degf(design), n = n_of(design), logit = ends("logit"),
    xlogit = ends("xlogit"), beta = ends("beta"), asin = ends("asin"), mean = ends("mean")
  ))
}

for (name in names(designs)[1:6]) for (level in c(0.95, 0.9)) interval_case(name, "good", NULL, level)
for (name in names(designs)[7:16]) {
  interval_case(name, "yes")
  interval_case(name, "yes", "dom2", 0.99)
  if (!grepl("average", name)) interval_case(name, "yes", "dom", 0.9)
}
interval_case("quota", "agree")

# ---- t tests

# `group` has two values; the difference is the second less the first.
ttest_case <- function(name, y, group, domain = NULL) {
  design <- answered(name, domain, c(y, group))
  values <- sort(unique(design$variables[[group]]))
  design$variables$second <- as.numeric(design$variables[[group]] == values[2])
  t <- svyttest(as.formula(paste(y, "~ second")), design)
  statistic <- as.vector(t$statistic)
  df <- degf(design) - 1
  stopifnot(df == t$parameter)
  add(name, "ttest", y = y, by = I(group), domain = domain, expected = list(
    groups = lapply(as.character(values), I), estimate = as.vector(t$estimate),
    se = as.vector(t$estimate / t$statistic), statistic = statistic, df = df, p = 2 * pt(-abs(statistic), df),
    low = t$conf.int[1], high = t$conf.int[2]
  ))
}

one_sample_case <- function(name, y, null, domain = NULL) {
  design <- answered(name, domain, y)
  design$variables$apart <- design$variables[[y]] - null
  t <- svyttest(apart ~ 0, design)
  add(name, "ttestOne", y = y, null = null, domain = domain, expected = list(
    estimate = as.vector(t$estimate) + null, se = as.vector(t$estimate / t$statistic),
    statistic = as.vector(t$statistic), df = as.vector(t$parameter), p = as.vector(t$p.value)
  ))
}

for (name in names(designs)[1:6]) {
  ttest_case(name, "api00", "comp_imp")
  ttest_case(name, "enroll", "awards", "good")
  one_sample_case(name, "api00", 650)
}
for (name in names(designs)[7:16]) {
  for (domain in if (grepl("average", name)) list(NULL, "dom2") else list(NULL, "dom", "dom2")) {
    ttest_case(name, "y", "r", domain)
    ttest_case(name, "yes", "k", domain)
    ttest_case(name, "y", "period", domain)
    one_sample_case(name, "y", 33, domain)
  }
}
ttest_case("quota", "score", "sex")

# ---- Tests of association

chisq_case <- function(name, rows, columns, domain = NULL) {
  design <- answered(name, domain, c(rows, columns))
  test <- function(statistic) {
    f <- formula_of(c(rows, columns))
    environment(f) <- globalenv()
    t <- svychisq(f, design, statistic = statistic)
    list(statistic = as.vector(t$statistic), df = I(as.vector(t$parameter)), p = as.vector(t$p.value))
  }
  table <- svytable(formula_of(c(rows, columns)), design)
  add(name, "chisq", rows = rows, columns = columns, domain = domain, expected = list(
    dim = I(dim(table)), F = test("F"), Chisq = test("Chisq"), Wald = test("Wald"), adjWald = test("adjWald"),
    df = degf(design), n = n_of(design)
  ))
}

for (name in names(designs)[1:6]) {
  chisq_case(name, "sch_wide", "comp_imp")
  chisq_case(name, "sch_wide", "stype")
  chisq_case(name, "awards", "stype")
}
for (name in names(designs)[7:16]) {
  for (domain in if (grepl("average", name)) list(NULL, "dom2") else list(NULL, "dom", "dom2")) {
    more <- name %in% c("weighted", "households", "adjust")
    if (more || !is.null(domain)) chisq_case(name, "yes", "r", domain)
    if (more || is.null(domain)) chisq_case(name, "k", "cat", domain)
    # The second domain has nobody in a row of this one.
    if (more || identical(domain, "dom2")) chisq_case(name, "cat", "cat4", domain)
    if (more) chisq_case(name, "cat", "g", domain)
  }
}
chisq_case("quota", "age", "agree")
chisq_case("quota", "age", "region")

# ---- Regression

glm_case <- function(name, y, terms, family, domain = NULL) {
  design <- answered(name, domain, c(y, terms))
  # The variance is made at the step before the last: to the last bit of the deviance, which it may jump about.
  m <- suppressWarnings(svyglm(as.formula(paste(y, "~", paste(terms, collapse = "+"))), design,
    family = switch(family, gaussian = gaussian(), binomial = quasibinomial()),
    control = list(epsilon = 1e-16, maxit = 40)))
  s <- coef(summary(m))
  add(name, "glm", y = y, terms = I(terms), family = family, domain = domain, expected = list(
    names = I(rownames(s)), estimate = I(s[, 1]), se = I(s[, 2]), covariance = covariance_of(vcov(m)), t = I(s[, 3]), p = I(s[, 4]),
    df = m$df.residual, low = I(as.vector(confint(m)[, 1])), high = I(as.vector(confint(m)[, 2])), n = n_of(design)
  ))
}

for (name in names(designs)[1:6]) {
  glm_case(name, "api00", c("ell", "meals", "stype"), "gaussian")
  glm_case(name, "good", c("ell", "stype"), "binomial")
  glm_case(name, "awarded", c("meals", "ell"), "binomial", "elementary")
}
for (name in names(designs)[7:16]) {
  for (domain in if (grepl("average", name)) list(NULL, "dom2") else list(NULL, "dom", "dom2")) {
    glm_case(name, "y", c("x", "r"), "gaussian", domain)
    if (is.null(domain)) glm_case(name, "y", c("g", "x", "period"), "gaussian")
    glm_case(name, "yes", c("x", "r"), "binomial", domain)
  }
}
glm_case("quota", "agree", c("age", "sex", "score"), "binomial")
glm_case("quota", "score", c("age", "sex"), "gaussian")

write_fixture(list(datasets = lapply(datasets, as.list), designs = designs, cases = cases))
