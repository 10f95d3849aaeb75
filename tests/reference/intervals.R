# Intervals by base R, as JSON on standard output. `npm run reference` keeps them in fixtures/intervals.json.

# All 17 digits that a double can need.
number <- function(x) {
  stopifnot(is.finite(x))
  sprintf("%.17g", x)
}

object <- function(fields) {
  paste0("{", paste0('"', names(fields), '": ', vapply(fields, number, ""), collapse = ", "), "}")
}

array <- function(rows) paste0("[\n    ", paste(vapply(rows, object, ""), collapse = ",\n    "), "\n  ]")

# Small counts make prop.test warn that the normal approximation may be poor, which is what is to be compared.
score <- function(x, n, level) suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE)$conf.int)

wilson <- list()
for (n in c(1, 2, 3, 5, 10, 65, 447, 1152)) {
  for (x in unique(round(c(0, 0.02, 0.31, 0.5, 0.93, 1) * n))) {
    for (deff in c(1, 1.5, 2, 3)) {
      for (level in c(0.95, 0.9)) {
        p <- x / n
        effective <- n / deff
        ends <- score(p * effective, effective, level)
        wilson[[length(wilson) + 1]] <-
          list(p = p, n = n, deff = deff, z = qnorm((1 + level) / 2), low = ends[1], high = ends[2])
      }
    }
  }
}

difference <- list()
groups <- list(c(0, 1), c(1, 1), c(1, 2), c(3, 10), c(61, 65), c(334, 1079), c(541, 1152), c(1093, 1093))
for (a in groups) {
  for (b in groups) {
    for (deff in c(1, 1.5, 3)) {
      p <- c(a[1] / a[2], b[1] / b[2])
      n <- c(a[2], b[2])
      z <- qnorm(0.975)
      d <- p[1] - p[2]
      # By effective numbers of interviews: each group counts as n / deff.
      effective <- n / deff
      se <- sqrt(sum(p * (1 - p) / effective))
      row <- list(pa = p[1], na = n[1], pb = p[2], nb = n[2], deff = deff, difference = d, se = se,
                  low = d - z * se, high = d + z * se)
      # R cuts the ends to -1 and 1.
      ends <- suppressWarnings(prop.test(p * effective, effective, correct = FALSE)$conf.int)
      row$cutLow <- ends[1]
      row$cutHigh <- ends[2]
      # Two certain groups have no z.
      if (se > 0) row$critical <- (d / sqrt(sum(p * (1 - p) / n)) / z)^2
      difference[[length(difference) + 1]] <- row
    }
  }
}

cat(
  '{\n  "r": "', R.version.string, '",\n  "z95": ', number(qnorm(0.975)),
  ',\n  "wilson": ', array(wilson),
  ',\n  "difference": ', array(difference), "\n}\n",
  sep = ""
)
