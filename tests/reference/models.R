# Regressions and average predictions by R's survey, as JSON on standard output. `npm run reference` keeps them in
# fixtures/models.json.

script <- sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)[1])
source(file.path(dirname(script), "r", "json.R"))
source(file.path(dirname(script), "r", "survey-data.R"))

# Schools that rose by more than 25 points.
with_risen <- function(d) cbind(d, risen = as.integer(d$api00 - d$api99 > 25))
datasets <- list(stratified = with_risen(schools(apistrat)), clustered = with_risen(schools(apiclus1)),
  households = make_households())

design_of <- function(dataset, ids, strata, weights, fpc, lonely = "fail") {
  options(survey.lonely.psu = lonely)
  svydesign(ids = ids, strata = strata, weights = weights, fpc = fpc, nest = TRUE, data = datasets[[dataset]])
}
plain <- list(
  stratified = design_of("stratified", ~1, ~stype, ~pw, ~fpc),
  clustered = design_of("clustered", ~dnum, NULL, ~pw, ~fpc),
  households = design_of("households", ~psu, ~stratum, ~w, ~fpc),
  weighted = design_of("households", ~1, NULL, ~w, NULL),
  adjust = design_of("households", ~psu, ~lone, ~w, NULL, "adjust")
)
columns <- list(
  stratified = list(dataset = "stratified", weights = "pw", strata = "stype", fpc = "fpc"),
  clustered = list(dataset = "clustered", weights = "pw", clusters = "dnum", fpc = "fpc"),
  households = list(dataset = "households", weights = "w", strata = "stratum", clusters = "psu", fpc = "fpc"),
  weighted = list(dataset = "households", weights = "w"),
  adjust = list(dataset = "households", weights = "w", strata = "lone", clusters = "psu", lonely = "adjust")
)

# Weights that agree with the schools of California: by kind, and by kind and last year's index.
totals <- c(`(Intercept)` = nrow(apipop), stypeH = sum(apipop$stype == "H"), stypeM = sum(apipop$stype == "M"))
adjusted <- list(
  poststratified = postStratify(plain$clustered, ~stype, xtabs(~stype, apipop)),
  calibrated = calibrate(plain$clustered, ~ stype + api99, c(totals, api99 = sum(apipop$api99))),
  raked = calibrate(plain$clustered, ~ stype + api99, c(totals, api99 = sum(apipop$api99)), calfun = "raking",
    epsilon = 1e-12)
)
columns$poststratified <- c(columns$clustered, list(kind = "post-stratification", cells = "stype"))
columns$calibrated <- c(columns$clustered, list(kind = "linear", auxiliary = I(c("stype", "api99"))))
columns$raked <- c(columns$clustered, list(kind = "raking", auxiliary = I(c("stype", "api99"))))
for (name in names(adjusted)) columns[[name]]$final <- I(as.vector(weights(adjusted[[name]])))

replicated <- list(
  jackknife = as.svrepdesign(plain$households, type = "JKn"),
  jackknife_mse = as.svrepdesign(plain$clustered, type = "JK1", mse = TRUE)
)
columns$jackknife <- c(columns$households, list(replicates = "JKn", mse = FALSE))
columns$jackknife_mse <- c(columns$clustered, list(replicates = "JK1", mse = TRUE))
# svyglm takes a column of this name for its own call.
replicated$jackknife$variables$g <- NULL
designs <- c(plain, adjusted, replicated)

# R leaves out rows of a calibrated design by a weight of 0, and rows of another for good.
answered <- function(name, domain, variables) {
  full <- designs[[name]]
  keep <- complete.cases(full$variables[, variables, drop = FALSE])
  if (!is.null(domain)) keep <- keep & full$variables[[domain]] == 1
  options(survey.lonely.psu = if (is.null(columns[[name]]$lonely)) "fail" else columns[[name]]$lonely)
  if (all(keep)) full else full[keep, ]
}

# Until nothing changes: R takes the variance from the step before the last.
tight <- list(epsilon = 1e-17, maxit = 50)
regression_of <- function(design, y, terms, family) {
  formula <- as.formula(paste(y, "~", paste(c("1", terms), collapse = "+")))
  eval(bquote(svyglm(.(formula), design, family = .(if (family == "gaussian") quote(gaussian()) else
    quote(quasibinomial())), control = tight)))
}

regressions <- list()
regression_case <- function(name, y, terms, family, domain = NULL, level = 0.95) {
  design <- answered(name, domain, c(y, terms))
  m <- regression_of(design, y, terms, family)
  s <- coef(summary(m))
  # For a part of a sample with replicate weights R counts the replicates that differ.
  units <- if (name == "jackknife") answered("households", domain, c(y, terms)) else design
  df <- degf(units) + 1 - length(coef(m))
  stopifnot(name == "jackknife" || df == m$df.residual)
  t <- coef(m) / sqrt(diag(vcov(m)))
  half <- qt((1 + level) / 2, df) * sqrt(diag(vcov(m)))
  regressions[[length(regressions) + 1]] <<- list(
    design = name, y = y, terms = I(terms), family = family, domain = domain, level = level, names = I(names(coef(m))),
    estimate = I(as.vector(coef(m))), covariance = unname(vcov(m)), se = I(as.vector(sqrt(diag(vcov(m))))),
    t = I(as.vector(t)), p = I(as.vector(2 * pt(-abs(t), df))), low = I(as.vector(coef(m) - half)),
    high = I(as.vector(coef(m) + half)), df = df, n = sum(weights(design, "sampling") != 0),
    weightedN = sum(weights(design, "sampling"))
  )
}

for (name in c("stratified", "clustered", "poststratified", "calibrated", "raked", "jackknife_mse")) {
  for (domain in list(NULL, "elementary")) {
    kind <- if (is.null(domain)) "stype"
    regression_case(name, "api00", c("ell", "meals", kind), "gaussian", domain)
    regression_case(name, "enroll", c(kind, "sch_wide"), "gaussian", domain, 0.9)
    regression_case(name, "api00", "api99", "gaussian", domain)
    regression_case(name, "risen", c("ell", "meals", kind), "binomial", domain)
    if (is.null(domain)) regression_case(name, "risen", c("stype", "awards"), "binomial")
  }
}
for (name in c("households", "weighted", "adjust", "jackknife")) {
  for (domain in if (name == "adjust") list(NULL, "dom2") else list(NULL, "dom", "dom2")) {
    regression_case(name, "y", character(0), "gaussian", domain)
    regression_case(name, "y", c("x", "r", "cat"), "gaussian", domain)
    regression_case(name, "income", c("k", "cat", "period"), "gaussian", domain, 0.99)
    regression_case(name, "yes", character(0), "binomial", domain)
    regression_case(name, "yes", c("cat", "k"), "binomial", domain)
    regression_case(name, "yes", c("x", "r", "z"), "binomial", domain)
  }
}
regression_case("households", "y", c("g", "x", "period", "k"), "gaussian")

predictions <- list()
prediction_case <- function(name, y, terms, over, domain = NULL) {
  design <- answered(name, domain, c(y, terms, over))
  design$variables[[over]] <- factor(design$variables[[over]])
  m <- regression_of(design, y, c(terms, over), "binomial")
  stopifnot(name != "jackknife" || degf(answered("households", domain, c(y, terms, over))) == degf(design))
  levels <- levels(design$variables[[over]])
  set <- lapply(levels, function(l) {
    d <- design$variables
    d[[over]] <- factor(rep(l, nrow(d)), levels)
    right <- delete.response(terms(m))
    model.matrix(right, model.frame(right, d))
  })
  w <- as.vector(weights(design, "sampling"))
  p <- sapply(set, function(x) plogis(drop(x %*% coef(m))))
  average <- colSums(w * p) / sum(w)
  gradient <- sapply(seq_along(levels), function(l) colSums(w * p[, l] * (1 - p[, l]) * set[[l]]) / sum(w))
  fixed <- t(gradient) %*% vcov(m) %*% gradient
  case <- list(design = name, y = y, terms = I(c(terms, over)), over = over, domain = domain, levels = I(levels),
    estimate = I(as.vector(average)), fixed = unname(fixed), df = m$df.residual)
  if (inherits(design, "svyrep.design")) {
    x <- model.matrix(m)
    answers <- design$variables[[y]]
    case$sampled <- vcov(withReplicates(design, function(w, data) {
      b <- glm.fit(x, answers, weights = w / sum(w), start = coef(m), family = quasibinomial(), control = tight)$coefficients
      sapply(set, function(x) sum(w * plogis(drop(x %*% b))) / sum(w))
    }))
  } else {
    equations <- model.matrix(m) * (resid(m, "working") * m$weights)
    scores <- w * sweep(p, 2, average) / sum(w) + equations %*% summary.glm(m)$cov.unscaled %*% gradient
    case$sampled <- unname(survey:::svyrecvar(scores, design$cluster, design$strata, design$fpc,
      postStrata = design$postStrata))
    # The same with R's own function, which adds the variance of the average without the covariance.
    adjust <- regression_of(design, y, terms, "binomial")
    means <- svypredmeans(adjust, formula(paste("~", over)))
    of <- match(levels, names(coef(means)))
    parts <- attr(attr(means, "var"), "parts")
    stopifnot(all.equal(as.vector(coef(means))[of], as.vector(average), tolerance = 1e-9))
    case$svypredmeans <- list(coefficients = unname(parts[[1]][of, of]), averages = unname(parts[[2]][of, of]))
  }
  predictions[[length(predictions) + 1]] <<- case
}

for (name in c("stratified", "clustered", "calibrated", "jackknife_mse")) {
  prediction_case(name, "risen", "ell", "stype")
  prediction_case(name, "risen", c("stype", "meals"), "awards")
  prediction_case(name, "risen", c("ell", "meals"), "awards", "elementary")
}
for (name in c("households", "weighted", "jackknife")) {
  prediction_case(name, "yes", c("k", "r"), "cat")
  prediction_case(name, "yes", c("x", "cat"), "r", "dom2")
}

write_fixture(list(datasets = lapply(datasets, as.list), designs = columns, regressions = regressions,
  predictions = predictions))
