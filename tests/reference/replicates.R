# Variances from replicate weights by R's survey, as JSON on standard output. `npm run reference` keeps them in
# fixtures/replicates.json.

script <- sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)[1])
source(file.path(dirname(script), "r", "json.R"))
source(file.path(dirname(script), "r", "survey-data.R"))

pairs <- make_pairs()
pairs$cluster <- paste0(pairs$stratum, "-", pairs$psu)
# The whole population of stratum 1 is in the sample.
pairs$fpc <- c(2, 8, 10, 5, 20)[pairs$stratum]
pairs$clusters20 <- 20
# The last two strata, split into strata of one cluster.
pairs$lone <- ifelse(pairs$stratum == 5, pairs$cluster, paste0("s", pairs$stratum))
households <- make_households()
datasets <- list(pairs = pairs, households = households)

options(survey.lonely.psu = "fail")
clusters <- svydesign(~cluster, weights = ~w, data = pairs)
clusters_fpc <- svydesign(~cluster, weights = ~w, fpc = ~clusters20, data = pairs)
strata <- svydesign(~psu, strata = ~stratum, weights = ~w, nest = TRUE, data = pairs)
strata_fpc <- svydesign(~psu, strata = ~stratum, weights = ~w, fpc = ~fpc, nest = TRUE, data = pairs)
lone <- svydesign(~psu, strata = ~lone, weights = ~w, nest = TRUE, data = pairs)
houses <- svydesign(~psu, strata = ~stratum, weights = ~w, nest = TRUE, data = households)
houses_fpc <- svydesign(~psu, strata = ~stratum, weights = ~w, fpc = ~fpc, nest = TRUE, data = households)
quota <- svydesign(~1, weights = ~w, data = pairs)

columns <- list(
  clusters = list(dataset = "pairs", weights = "w", clusters = "cluster"),
  clusters_fpc = list(dataset = "pairs", weights = "w", clusters = "cluster", fpc = "clusters20"),
  strata = list(dataset = "pairs", weights = "w", strata = "stratum", clusters = "psu"),
  strata_fpc = list(dataset = "pairs", weights = "w", strata = "stratum", clusters = "psu", fpc = "fpc"),
  lone = list(dataset = "pairs", weights = "w", strata = "lone", clusters = "psu"),
  houses = list(dataset = "households", weights = "w", strata = "stratum", clusters = "psu"),
  houses_fpc = list(dataset = "households", weights = "w", strata = "stratum", clusters = "psu", fpc = "fpc"),
  quota = list(dataset = "pairs", weights = "w")
)
samples <- list(clusters = clusters, clusters_fpc = clusters_fpc, strata = strata, strata_fpc = strata_fpc, lone = lone,
  houses = houses, houses_fpc = houses_fpc, quota = quota)

estimates <- function(design, y, z, by, domain) {
  keep <- complete.cases(design$variables[, c(y, z, by)])
  if (!is.null(domain)) keep <- keep & design$variables[[domain]] == 1
  design <- design[keep, ]
  fy <- as.formula(paste("~", y))
  fz <- as.formula(paste("~", z))
  fby <- as.formula(paste("~", by))
  one <- function(e) list(estimate = as.vector(coef(e)), se = as.vector(SE(e)))
  many <- function(e) list(groups = lapply(as.character(e[[by]]), I), estimate = I(as.vector(coef(e))), se = I(as.vector(SE(e))),
    covariance = matrix(vcov(e), nrow = length(coef(e))))
  list(
    mean = one(svymean(fy, design)), total = one(svytotal(fy, design)), ratio = one(svyratio(fy, fz, design)),
    meanBy = many(svyby(fy, fby, design, svymean, covmat = TRUE)),
    totalBy = many(svyby(fy, fby, design, svytotal, covmat = TRUE)),
    ratioBy = many(svyby(fy, fby, denominator = fz, design, svyratio, covmat = TRUE))
  )
}

designs <- list()
cases <- list()
add <- function(name, sample, type, export = TRUE, fay = 0, lonely = NULL, totals = TRUE, ...) {
  for (mse in c(FALSE, TRUE)) {
    set.seed(11)
    options(survey.lonely.psu = if (is.null(lonely)) "fail" else lonely)
    arguments <- list(samples[[sample]], type = type, mse = mse, ...)
    if (type == "Fay") arguments$fay.rho <- fay
    design <- suppressWarnings(do.call(as.svrepdesign, arguments))
    weights <- weights(design, type = "analysis")
    if (!mse) designs[[name]] <<- c(columns[[sample]], list(
      lonely = lonely, type = type, fay = if (type == "Fay") fay, scale = design$scale, rscales = I(design$rscales),
      degf = degf(design), replicates = if (export) lapply(seq_len(ncol(weights)), function(r) I(weights[, r]))
    ))
    for (domain in list(NULL, "dom")) {
      expected <- estimates(design, "y", "z", "g", domain)
      # R leaves the strata that are all in the sample out of totals under the replicates, but not out of their centre.
      if (!totals) expected$total <- expected$totalBy <- NULL
      cases[[length(cases) + 1]] <<- list(design = name, mse = mse, y = "y", z = "z", by = "g", domain = domain,
        expected = expected)
    }
  }
}

add("JK1", "clusters", "JK1")
add("JK1_fpc", "clusters_fpc", "JK1", FALSE)
add("JK1_rows", "quota", "JK1", FALSE)
add("JKn", "strata", "JKn")
add("JKn_fpc", "strata_fpc", "JKn", totals = FALSE)
add("JKn_certainty", "lone", "JKn", FALSE, lonely = "certainty")
add("JKn_adjust", "lone", "JKn", FALSE, lonely = "adjust")
add("JKn_average", "lone", "JKn", FALSE, lonely = "average")
add("JKn_households", "houses", "JKn", FALSE)
add("JKn_households_fpc", "houses_fpc", "JKn", FALSE)
add("bootstrap", "strata", "bootstrap", replicates = 15)
add("subbootstrap", "strata", "subbootstrap", replicates = 15)
add("BRR", "strata", "BRR")
add("Fay", "strata", "Fay", fay = 0.3)

write_fixture(list(datasets = lapply(datasets, as.list), designs = designs, cases = cases))
