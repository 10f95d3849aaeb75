# What R gives where our numbers differ, on the small sample of src/methods/differences-from-r, as JSON on standard output.
# `npm run reference` keeps it in fixtures/differences.json. Each answer has `r`, what the function gives as it is, and
# `asked`, what R gives when it is asked for what we do: ours must equal that one.

script <- sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)[1])
source(file.path(dirname(script), "r", "json.R"))
suppressWarnings(suppressPackageStartupMessages(library(survey)))
options(survey.lonely.psu = "fail", warn = -1)

sample <- data.frame(
  stratum = rep(c("a", "b", "c"), each = 4), lone = rep(c("a", "b", "c", "d"), c(4, 4, 2, 2)), unit = rep(1:6, each = 2),
  weight = c(2, 1, 3, 2, 1, 2, 2, 1, 3, 1, 2, 2), score = c(3, 5, 4, 8, 6, 9, 2, 7, 5, 4, 10, 6),
  yes = c(1, 0, 1, 0, 1, 1, 0, 0, 1, 0, NA, NA), group = c("u", "v", "u", "u", "v", "v", "v", "u", "u", "v", "v", "u"),
  inside = c(1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0, 0)
)
design_of <- function(data, strata = ~stratum, weights = ~weight)
  svydesign(ids = ~unit, strata = strata, weights = weights, data = data)
design <- design_of(sample)
answered <- subset(design, !is.na(yes))
n <- nrow(sample)

answers <- list()
# Numbers as they are; what is no number by its name, as an error by "an error".
plain <- function(x) {
  x <- tryCatch(unname(as.vector(x))[1], error = function(e) "an error")
  if (is.numeric(x) && !is.finite(x)) as.character(x) else x
}
add <- function(id, r, asked) answers[[id]] <<- list(r = plain(r), asked = plain(asked))
ends <- function(...) as.vector(confint(...))

# ---- Degrees of freedom
by_group <- svyby(~score, ~group, design, svymean, covmat = TRUE)
u <- subset(design, group == "u")
add("mean-of-a-group", confint(by_group)["u", 2], ends(svymean(~score, u), df = degf(u))[2])
add("missing-answers-of-a-unit", ends(svyciprop(~yes, design, method = "xlogit", na.rm = TRUE))[2],
    ends(svyciprop(~yes, answered, method = "xlogit"))[2])
difference <- svycontrast(by_group, c(u = -1, v = 1))
add("difference-of-groups", ends(difference)[2], ends(difference, df = degf(design) - 1)[2])
add("one-group-against-zero", svyttest(score ~ 0, design)$parameter, degf(design))
one_unit <- subset(design, unit %in% c(1, 3, 5))
stopifnot(degf(one_unit) == 0)
add("no-degrees-of-freedom", ends(svymean(~score, one_unit))[2], "none")
add("table-with-missing-answers", svychisq(~yes + group, design)$parameter["ddf"],
    svychisq(~yes + group, answered)$parameter["ddf"])
jackknife <- as.svrepdesign(design, type = "JKn")
add("replicates-of-a-group", degf(subset(jackknife, group == "u")), degf(u))

# ---- Standard errors
lone <- design_of(sample, strata = ~lone)
with_lone <- function(option, f) {
  options(survey.lonely.psu = option)
  on.exit(options(survey.lonely.psu = "fail"))
  f()
}
# Two of the four strata have one unit.
in_domain <- function() SE(svymean(~score, subset(lone, inside == 1)))
add("average-for-lone-units", with_lone("average", in_domain), with_lone("remove", in_domain) * sqrt(4 / 2))
replicated <- function() SE(svymean(~score, as.svrepdesign(lone, type = "JKn")))
add("average-in-a-jackknife", with_lone("average", replicated), with_lone("remove", replicated) * sqrt(4 / 2))
of_group <- data.frame(group = c("u", "v"), Freq = c(14, 8))
of_stratum <- data.frame(stratum = c("a", "b", "c"), Freq = c(8, 6, 8))
raked <- rake(design, list(~group, ~stratum), list(of_group, of_stratum), control = list(maxit = 1000, epsilon = 1e-12))
calibrated <- calibrate(design, ~group + stratum, c(`(Intercept)` = 22, groupv = 8, stratumb = 6, stratumc = 8),
                        calfun = "raking", epsilon = 1e-12)
add("raking", SE(svymean(~score, raked)), SE(svymean(~score, calibrated)))
twice <- postStratify(postStratify(design, ~group, of_group), ~stratum, of_stratum)
last_first <- twice
last_first$postStrata <- rev(twice$postStrata)
add("two-adjustments", SE(svymean(~score, twice)), SE(svymean(~score, last_first)))
add("replicate-without-an-estimate", SE(svymean(~score, subset(jackknife, unit == 1))), "unknown")
shares <- function(d) vcov(svyby(~yes, ~group, d, svymean, na.rm = TRUE, covmat = TRUE))[1, 2]
add("covariance-with-missing-answers", tryCatch(shares(design), error = function(e) "an error"), shares(answered))
sample$scaled <- sample$weight * 6 / sum(sample$weight)
add("design-effect-of-scaled-weights", deff(svytotal(~score, design_of(sample, weights = ~scaled), deff = TRUE)), "refused")

# ---- Replicates
set.seed(1)
factors <- as.matrix(weights(as.svrepdesign(design, type = "bootstrap", replicates = 50), "replication"))
add("bootstrap", max(colSums(factors[c(1, 3), ] > 0)), 1)
pairs <- data.frame(stratum = rep(1:8, each = 2), unit = 1:16)
balanced <- as.svrepdesign(svydesign(ids = ~unit, strata = ~stratum, weights = ~1, data = pairs), type = "BRR")
add("balanced-replicates", ncol(balanced$repweights), 16)

# ---- Intervals and quantiles
sample$none <- 0
nobody <- design_of(sample)
add("nobody-says-yes", ends(svyciprop(~none, nobody, method = "beta"))[2], binom.test(0, n)$conf.int[2])
add("nobody-says-yes-wald", ends(svyciprop(~none, nobody, method = "mean"))[2], "none")
single <- svydesign(ids = ~1, weights = ~1, data = data.frame(yes = c(1, rep(0, n - 1))))
add("arcsine", ends(svyciprop(~yes, single, method = "asin"))[1], 0)
p <- 1 / n
a <- qt(0.975, n - 1)^2 / (n - 1)
wilson <- tryCatch(ends(svyciprop(~yes, single, method = "wilson"))[2], error = function(e) {
  stopifnot(grepl("should be one of", conditionMessage(e)))
  "no such method"
})
add("wilson", wilson, (2 * p + a + sqrt((2 * p + a)^2 - 4 * (1 + a) * p^2)) / (2 * (1 + a)))
sample$most <- replace(sample$yes, 11, 1)
most <- design_of(sample)
add("korn-graubard-with-missing-answers", ends(svyciprop(~most, most, method = "beta", na.rm = TRUE))[1],
    ends(svyciprop(~most, subset(most, !is.na(most)), method = "beta"))[1])
sample$part <- replace(sample$weight, 12, 0)
sample$high <- as.numeric(sample$score > 5)
part <- design_of(sample, weights = ~part)
add("korn-graubard-with-weights-of-zero", ends(svyciprop(~high, part, method = "beta"))[1],
    ends(svyciprop(~high, subset(part, part > 0), method = "beta"))[1])
add("lowest-quantile", coef(svyquantile(~score, design, 0.02, qrule = "math", ci = FALSE)), min(sample$score))

# ---- Tests
add("chi-squared-shown", svychisq(~yes + group, answered, statistic = "Chisq")$statistic,
    svychisq(~yes + group, answered)$statistic)
sample$named <- factor(sample$group, levels = c("u", "v", "w"))
add("level-that-nobody-has", svychisq(~yes + named, subset(design_of(sample), !is.na(yes)))$statistic,
    svychisq(~yes + group, answered)$statistic)

# ---- Weights
linear <- calibrate(design, ~score, c(`(Intercept)` = 22, score = 180), calfun = "linear")
add("negative-weights", min(weights(linear)), "refused")
add("trimming", weights(trimWeights(part, upper = 2.5))[12], 0)

# ---- Arithmetic
root <- uniroot(function(x) pf(x, 200, 1e6) - 0.975, c(1, 2), tol = 1e-15)$root
add("f-quantile", qf(0.975, 200, 1e6), root)
sample$hour <- 0:11
sample$time <- 1396310400 + 3600 * sample$hour
add("nearly-dependent-terms", coef(svyglm(score ~ time + I(time^2), design_of(sample)))[3] * 3600^2, "refused")

write_fixture(list(sample = sample[c("stratum", "lone", "unit", "weight", "score", "yes", "group", "inside")], answers = answers))
