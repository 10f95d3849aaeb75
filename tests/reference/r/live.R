# Statistics of the samples in the file that SURVEY_SAMPLES names, one line each: sample, statistic, place, value.

suppressMessages(library(survey))
rows <- read.csv(Sys.getenv("SURVEY_SAMPLES"), stringsAsFactors = FALSE)
out <- list()
say <- function(sample, ...) {
  values <- list(...)
  for (what in names(values)) {
    value <- as.vector(values[[what]])
    out[[length(out) + 1]] <<- paste(sample, what, seq_along(value) - 1, sprintf("%.17g", value))
  }
}

for (d in split(rows, rows$design)) {
  id <- d$design[1]
  options(survey.lonely.psu = if (d$lonely[1] == "error") "fail" else d$lonely[1])
  design <- suppressWarnings(svydesign(
    ids = if (d$clustered[1]) ~psu else ~1, strata = if (d$stratified[1]) ~stratum, weights = if (d$weighted[1]) ~weight,
    fpc = if (d$finite[1]) ~population, nest = TRUE, check.strata = FALSE, data = d
  ))
  with_y <- design[d$inside == 1 & !is.na(d$y), ]
  with_yes <- design[d$inside == 1 & !is.na(d$yes), ]

  e <- svymean(~y, with_y)
  say(id, mean = coef(e), meanSe = SE(e))
  e <- svytotal(~y, with_y)
  say(id, total = coef(e), totalSe = SE(e))
  e <- svyratio(~y, ~z, with_y)
  say(id, ratio = coef(e), ratioSe = SE(e))
  e <- svyby(~yes, ~g, with_yes, svymean, covmat = TRUE)
  say(id, proportion = coef(e), proportionCovariance = vcov(e))
  e <- svyquantile(~y, with_y, d$probability[1], qrule = "math", interval.type = "mean")[[1]]
  say(id, quantile = e[1, "quantile"], quantileLow = e[1, 2], quantileHigh = e[1, 3], quantileSe = e[1, "se"])
  e <- svychisq(~yes + g, with_yes, statistic = "F")
  say(id, chisq = e$statistic, chisqDf = e$parameter, chisqP = e$p.value)
  e <- svyttest(y ~ h, with_y)
  say(id, ttest = e$statistic, ttestDf = e$parameter, ttestP = e$p.value)
  e <- suppressWarnings(svyglm(yes ~ x + h, with_yes, family = quasibinomial(), control = list(epsilon = 1e-16, maxit = 40)))
  say(id, logistic = coef(e), logisticCovariance = vcov(e))
}
writeLines(unlist(out))
