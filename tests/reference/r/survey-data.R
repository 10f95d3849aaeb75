# The samples of survey.R: three of California schools that come with the package, and two made here.

suppressMessages(library(survey))
data(api)

schools <- function(sample) {
  columns <- sample[, c("stype", "pw", "fpc", "dnum", "api00", "api99", "enroll", "sch.wide", "awards", "comp.imp",
    "meals", "ell")]
  names(columns) <- sub(".", "_", names(columns), fixed = TRUE)
  columns$elementary <- as.integer(columns$stype == "E")
  columns$awarded <- as.integer(columns$awards == "Yes")
  columns$good <- as.integer(columns$sch_wide == "Yes")
  row.names(columns) <- NULL
  data.frame(lapply(columns, function(x) if (is.factor(x)) as.character(x) else x))
}

# A sample of households in clusters in strata, with answers missing. Clusters have the same names in every stratum.
# Nobody of group d says yes. The domain leaves out stratum 5 and one cluster of each other stratum; the second
# domain leaves out no stratum. Cluster 1 of strata 2 and 4 are strata of their own in `lone`.
make_households <- function() {
  set.seed(20140401)
  psus <- c(4, 6, 5, 7, 3, 4)
  frame <- do.call(rbind, lapply(seq_along(psus), function(h) {
    do.call(rbind, lapply(seq_len(psus[h]), function(j) {
      m <- sample(5:14, 1)
      data.frame(stratum = h, psu = j, effect = rnorm(1), row = seq_len(m))
    }))
  }))
  n <- nrow(frame)
  pick <- function(levels, p = NULL) sample(levels, n, TRUE, p)
  d <- data.frame(
    stratum = paste0("s", frame$stratum), psu = frame$psu,
    lone = paste0("s", frame$stratum, ifelse(frame$stratum %in% c(2, 4) & frame$psu == 1, "alone", "")),
    w = round(exp(rnorm(n, log(40 + 15 * frame$stratum), 0.4)), 2),
    fpc = c(9, 20, 30, 14, 12, 40)[frame$stratum],
    g = pick(c("a", "b", "c", "d"), c(4, 3, 2, 1)), k = pick(c("x", "y")), period = pick(1:2),
    cat = pick(c("no", "perhaps", "yes"), c(3, 2, 2)), cat4 = pick(1:4), x = round(rnorm(n, 50, 12), 1)
  )
  # In groups of their own clusters.
  d$r <- ifelse((frame$psu + frame$stratum) %% 2 == 0, "north", "south")
  d$dom <- as.integer(frame$stratum != 5 & frame$psu != 3 & runif(n) < 0.6)
  d$dom2 <- as.integer(runif(n) < 0.7)
  d$y <- round(20 + 3 * frame$effect + 0.2 * d$x + c(0, 2, -1, 4)[match(d$g, letters)] + d$period + rnorm(n, 0, 4), 2)
  d$z <- round(abs(30 + 2 * frame$effect + rnorm(n, 0, 8)) + 1, 1)
  d$income <- round(exp(rnorm(n, 7, 0.6) + 0.2 * frame$effect) / 50) * 50
  d$yes <- as.integer(runif(n) < plogis(-0.4 + 0.5 * frame$effect + 0.03 * (d$x - 50)) & d$g != "d")
  d$y[sample(n, 25)] <- NA
  d$yes[sample(n, 20)] <- NA
  d$cat[sample(n, 15)] <- NA
  d$k[sample(n, 6)] <- NA
  # A row of the table of cat by cat4 that is empty in the second domain.
  d$cat4[d$dom2 == 1 & d$cat4 == 4] <- 2
  d
}

# A quota sample: weights and nothing else, with mean 1.25.
make_quota <- function() {
  set.seed(20230707)
  n <- 300
  w <- exp(rnorm(n, 0, 0.5))
  sex <- sample(c("f", "m"), n, TRUE)
  age <- sample(c("16-34", "35-54", "55+"), n, TRUE, c(3, 4, 5))
  score <- round(rnorm(n, 6, 2) + (sex == "f"))
  data.frame(
    w = round(1.25 * w / mean(w), 4), sex, age, score,
    agree = as.integer(runif(n) < plogis(-1 + 0.8 * (age == "55+"))),
    region = sample(c("e", "n", "s", "w"), n, TRUE), spend = round(rexp(n, 1 / 30), 2)
  )
}

# Two clusters in each of five strata, for balanced repeated replication.
make_pairs <- function() {
  set.seed(5)
  d <- expand.grid(row = 1:5, psu = 1:2, stratum = 1:5)
  n <- nrow(d)
  effect <- rnorm(10)[(d$stratum - 1) * 2 + d$psu]
  data.frame(
    stratum = d$stratum, psu = d$psu, w = round(runif(n, 1, 4), 2), y = round(10 + effect + rnorm(n), 2),
    z = round(runif(n, 5, 9), 2), g = sample(c("a", "b"), n, TRUE), yes = rbinom(n, 1, 0.4), dom = rbinom(n, 1, 0.7)
  )
}
