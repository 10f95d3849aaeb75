# Times R's survey on the samples in the folder that is given, as plan.csv there says, and prints the times in
# milliseconds and the numbers that came out as JSON. `npm run bench` makes the folder.

suppressMessages(library(survey))
folder <- commandArgs(TRUE)[1]
plan <- read.csv(file.path(folder, "plan.csv"), stringsAsFactors = FALSE)
factors <- c("group", "sex", "band", "region", "tenure")
margins <- c("sex", "band", "region", "tenure")

read_column <- function(path, what) {
  readBin(path, what, file.size(path), size = if (what == "integer") 4 else 8, endian = "little")
}

read_data <- function(rows) {
  own <- file.path(folder, format(rows, scientific = FALSE))
  columns <- function(ending, what) {
    files <- list.files(own, paste0("[.]", ending, "$"))
    read <- lapply(file.path(own, files), read_column, what)
    names(read) <- sub("[.].*", "", files)
    read
  }
  data <- as.data.frame(c(columns("int32", "integer"), columns("double", "double")))
  data[factors] <- lapply(data[factors], factor)
  list(data = data, totals = columns("totals", "double"))
}

make_design <- function(data) svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, data = data)
by_group <- function(design) svyby(~yes, ~group, design, svymean)
jackknife <- function(design) as.svrepdesign(design, type = "JKn", mse = TRUE)
with_errors <- function(result) c(coef(result), SE(result))
logistic <- function(formula, design) {
  svyglm(formula, design, family = quasibinomial(), control = glm.control(epsilon = 1e-14))
}

# What each task does, given a sample and its design, and the numbers of its result.
tasks <- list(
  design = function(sample, design) list(
    run = function() make_design(sample$data),
    values = function(result) c(degf(result), sum(weights(result)))
  ),
  proportion = function(sample, design) list(run = function() by_group(design), values = with_errors),
  raking = function(sample, design) {
    formulas <- lapply(margins, function(name) as.formula(paste("~", name)))
    population <- lapply(margins, function(name) {
      frame <- data.frame(levels(sample$data[[name]]), Freq = sample$totals[[name]])
      names(frame)[1] <- name
      frame
    })
    list(
      run = function() rake(design, formulas, population, control = list(maxit = 1000, epsilon = 1e-12)),
      values = weights
    )
  },
  `rao-scott` = function(sample, design) list(
    run = function() svychisq(~ band + tenure, design, statistic = "F"),
    values = function(result) c(result$statistic, result$parameter, result$p.value)
  ),
  `logistic-whole` = function(sample, design) list(
    run = function() logistic(yes ~ group + region + tenure + age, design),
    values = with_errors
  ),
  `logistic-real` = function(sample, design) list(
    run = function() logistic(yes ~ group + region + tenure + income, design),
    values = with_errors
  ),
  `jackknife-replicates` = function(sample, design) list(
    run = function() colSums(weights(jackknife(design), "analysis")),
    # In the order of the strata in R, in that of the rows here.
    values = function(result) c(length(result), sort(result))
  ),
  `jackknife-estimates` = function(sample, design) {
    replicates <- jackknife(design)
    list(run = function() by_group(replicates), values = with_errors)
  },
  jackknife = function(sample, design) list(run = function() by_group(jackknife(design)), values = with_errors)
)

measure <- function(work, warmups, runs) {
  for (i in seq_len(warmups)) work$run()
  times <- numeric(runs)
  for (i in seq_len(runs)) {
    start <- Sys.time()
    result <- work$run()
    times[i] <- as.numeric(difftime(Sys.time(), start, units = "secs")) * 1000
  }
  list(times = times, values = as.numeric(work$values(result)))
}

numbers <- function(x) {
  paste0("[", paste(ifelse(is.finite(x), sprintf("%.17g", x), "null"), collapse = ","), "]")
}

measured <- character(nrow(plan))
for (rows in unique(plan$rows)) {
  sample <- read_data(rows)
  design <- make_design(sample$data)
  for (at in which(plan$rows == rows)) {
    message("R: ", plan$task[at], ", ", format(rows, scientific = FALSE, big.mark = ","), " rows")
    found <- measure(tasks[[plan$task[at]]](sample, design), plan$warmups[at], plan$runs[at])
    measured[at] <- sprintf('{"task":"%s","rows":%d,"times":%s,"values":%s}', plan$task[at], as.integer(rows),
      numbers(found$times), numbers(found$values))
  }
}
cat(sprintf('{"version":"%s, survey %s","measured":[\n%s\n]}\n', R.version.string,
  as.character(packageVersion("survey")), paste(measured, collapse = ",\n")))
