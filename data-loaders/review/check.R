# Recomputes what the site works out, from the raw CSV files alone, and compares it with expected.csv.
#
#   Rscript check.R [folder with raw/ and expected.csv]      (the folder of the script's own zip: leave it out)
#
# What the findings work out is recomputed in survey.R, where the folder has one: it calls put(id, value, low, high), and gives
# in `reasons` why a function's results are not recomputed.
#
# Base R only. Prints each number as ours, recomputed, difference; then what it does not recompute, with the reason.
# Ends with 1 where a number differs by more than 1e-9 of its size, or of 1 below 1 (1e-3 where the site's own search ends there), where
# nothing recomputes it and no reason is given, or where a recomputed number is not expected.

folder <- c(commandArgs(trailingOnly = TRUE), ".")[1]
read <- function(path) read.csv(path, colClasses = "character", check.names = FALSE, encoding = "UTF-8")
files <- function(name) sort(list.files(file.path(folder, "raw"), paste0("^", name, "\\.csv$"), recursive = TRUE, full.names = TRUE))
stacked <- function(name) do.call(rbind, lapply(files(name), function(f) cbind(read(f), publication = basename(dirname(f)))))
expected <- read(file.path(folder, "expected.csv"))
values <- stacked("values"); bases <- stacked("bases"); measures <- stacked("measures"); events <- stacked("events")
claims <- stacked("claims"); sentences <- stacked("sentences"); reconciliations <- stacked("reconciliations")
publications <- basename(dirname(files("publication")))
if (length(publications) == 0) { cat("There is no publication yet.\n"); quit(status = 0) }
stopifnot(!anyDuplicated(values$id), !anyDuplicated(bases$id))

found <- list()
put <- function(id, value = NA, low = NA, high = NA, within = 1e-9)
  found[[id]] <<- list(value = unname(value), low = unname(low), high = unname(high), within = within)
whole <- function(id, n) put(id, n, n, n)                 # a count
only <- function(id, value) put(id, value)                # a number without an interval

## Printed numbers: what they read as, and the ends of their rounding -------------------------------------------------
number <- function(text) as.numeric(gsub(",", "", text))
decimals <- function(text) ifelse(grepl(".", text, fixed = TRUE), nchar(sub("^[^.]*\\.", "", text)), 0)
of <- match(values$measure, measures$id)
unit <- measures$unit[of]; scale <- 10^decimals(values$printed)
value <- number(values$printed)
rounded <- values$rounding == "1"; words <- values$rounding == "words"
low <- ifelse(words, number(values$low), ifelse(rounded, pmax((value * scale - 0.5) / scale, number(measures$minimum[of])), value))
high <- ifelse(words, number(values$high), ifelse(rounded, pmin((value * scale + 0.5) / scale, number(measures$maximum[of])), value))
held <- !is.na(low)
for (i in which(held)) put(values$id[i], value[i], low[i], high[i])
interviews <- setNames(number(bases$printed), bases$id)
for (id in names(which(!is.na(interviews)))) whole(id, interviews[[id]])
base <- setNames(values$base, values$id)
pick <- function(id) {                                     # a held value as proportions, with its interviews
  i <- match(id, values$id); stopifnot(held[i])
  list(v = value[i], lo = low[i], hi = high[i], p = value[i] / 100, low = low[i] / 100, high = high[i] / 100, n = interviews[[base[[id]]]])
}
## What the collection holds ------------------------------------------------------------------------------------------
of_scope <- function(scope, v, b) {
  whole(paste0(scope, ".held"), sum(held[v])); whole(paste0(scope, ".not-held"), sum(!held[v]))
  whole(paste0(scope, ".percentages"), sum(unit[v] == "percent" & values$printed[v] != ""))
  whole(paste0(scope, ".bases"), sum(!is.na(interviews[b]))); whole(paste0(scope, ".bases-not-held"), sum(is.na(interviews[b])))
}
of_scope("collection", rep(TRUE, NROW(values)), rep(TRUE, NROW(bases)))
for (p in publications) of_scope(paste0("collection.", p), values$publication == p, bases$publication == p)
whole("collection.publications", length(publications))
own <- claims$restates == ""; whole("claims.all", sum(own)); whole("claims.restatements", sum(!own))
whole("claims.sentences", NROW(sentences))
whole("claims.sentences-left-out", sum(sentences$left_out != ""))
for (p in publications) {
  whole(paste0("claims.", p, ".all"), sum(own & claims$publication == p))
  whole(paste0("claims.", p, ".restatements"), sum(!own & claims$publication == p))
}

## Bases that add up --------------------------------------------------------------------------------------------------
sums <- mapply(function(total, parts, residual) sum(interviews[strsplit(parts, ";")[[1]]]) + number(residual) - interviews[[total]],
  reconciliations$total, reconciliations$parts, reconciliations$residual)

## What is not recomputed here, and why -------------------------------------------------------------------------------
reasons <- c(
  "bounds.boundProblem" = "a bound over sets with significance statements: no closed form; npm run bound proves both ends, and the pages have checks by hand",
  "stats.proportionReliability" = "a lost figure, over its bound; or a threshold of the standard, which is written down and not worked out",
  "stats.exactCoverage" = "compared with R in the project's own reference tests", "analysis.coverageRows" = "settings of that table",
  "analysis.differenceRows" = "counts rows of a page's own table",
  "as supposed" = "an assumption or example",
  "tables.codebookResults" = "counts of the codebooks, which are code",
  "tables.useResults" = "counts of what uses each number, made from the other tables",
  "tables.interviewResults" = "counts of a comparison with interviews, which are not in this package",
  "analysis.facts" = "a number that was filled in, as it stands in the file",
  "analysis.estimatesOf" = "an estimate from interviews, which are not in this package",
  "tables.claimResults" = "counts of verdicts; npm run audit judges each claim again")

## The results of findings --------------------------------------------------------------------------------------------
survey <- file.path(folder, "survey.R")
if (file.exists(survey)) source(survey, encoding = "UTF-8")

## The comparison -----------------------------------------------------------------------------------------------------
bad <- character(0); skipped <- list(); compared <- 0
cat(sprintf("%-52s %-5s %20s %20s %10s  %s\n", "id", "part", "ours", "recomputed", "difference", "ok"))
for (i in seq_len(nrow(expected))) {
  id <- expected$id[i]; mine <- found[[id]]
  if (is.null(mine)) {
    reason <- if (expected$kind[i] == "simulated") "made-up data from seeds" else unname(reasons[expected$made_by[i]])
    if (is.na(reason)) { bad <- c(bad, id); reason <- "NOTHING RECOMPUTES IT AND NO REASON IS GIVEN" }
    skipped[[reason]] <- c(skipped[[reason]], id); next
  }
  for (part in c("value", "low", "high")) {
    ours <- as.numeric(expected[[part]][i]); new_one <- as.numeric(mine[[part]])
    if (is.na(ours) && is.na(new_one)) next
    away <- abs(ours - new_one); ok <- !is.na(away) && away <= mine$within * max(1, abs(ours))
    compared <- compared + 1
    if (!ok) bad <- c(bad, id)
    cat(sprintf("%-52s %-5s %20.12g %20.12g %10.2g  %s\n", id, part, ours, new_one, away, if (ok) "ok" else "DIFFERS"))
  }
}
for (id in setdiff(names(found), expected$id)) { bad <- c(bad, id); cat(id, "is recomputed and not expected\n") }
for (i in seq_along(sums)) if (is.na(sums[i]) || sums[i] != 0) { bad <- c(bad, reconciliations$id[i]); cat(reconciliations$id[i], "does not add up\n") }
cat("\nNot recomputed:\n")
for (reason in names(skipped)) cat(sprintf("- %d: %s\n    %s\n", length(skipped[[reason]]), reason, paste(skipped[[reason]], collapse = "\n    ")))
cat(sprintf("\n%d ends and values of %d numbers compared, %d reconciliations of bases, %d numbers not recomputed; %d differ.\n",
  compared, length(intersect(names(found), expected$id)), length(sums), sum(lengths(skipped)), length(unique(bad))))
if (length(bad) > 0) { cat("Differ:", unique(bad), sep = "\n  "); quit(status = 1) }
