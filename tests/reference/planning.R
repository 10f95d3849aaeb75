# Power, numbers of interviews and detectable differences of two proportions, and adjusted p-values, by base R as JSON on
# standard output. `npm run reference` keeps them in fixtures/planning.json.

number <- function(x) if (is.finite(x)) sprintf("%.17g", x) else "null"
object <- function(fields) {
  paste0("{", paste0('"', names(fields), '": ', vapply(fields, number, ""), collapse = ", "), "}")
}
numbers <- function(x) paste0("[", paste(vapply(x, number, ""), collapse = ", "), "]")
array <- function(rows, write = object) {
  paste0("[\n    ", paste(vapply(rows, write, ""), collapse = ",\n    "), "\n  ]")
}

pairs <- list(c(0.39, 0.43), c(0.5, 0.75), c(0.02, 0.1), c(0.31, 0.47), c(0.9, 0.88), c(0.39, 0.4))

# power.prop.test has equal groups and the pooled variance; both tails with strict.
equal <- list()
for (p in pairs) {
  for (alpha in c(0.05, 0.01)) {
    for (n in c(20, 500, 2000)) {
      power <- power.prop.test(n = n, p1 = p[1], p2 = p[2], sig.level = alpha, strict = TRUE)$power
      row <- list(p1 = p[1], p2 = p[2], alpha = alpha, n = n, power = power)
      goal <- 0.8
      row$goal <- goal
      row$needed <- power.prop.test(p1 = p[1], p2 = p[2], sig.level = alpha, power = goal, strict = TRUE, tol = 1e-12)$n
      # It warns, and goes on to proportions above 1, where no proportion is found with this power.
      p2 <- suppressWarnings(
        power.prop.test(n = n, p1 = p[1], power = goal, sig.level = alpha, strict = TRUE, tol = 1e-14)$p2
      )
      row$above <- if (p2 <= 1) p2 - p[1] else NaN
      equal[[length(equal) + 1]] <- row
    }
  }
}

# Two tails of the normal distribution for groups of any size, either variance, and a design effect.
power_of <- function(p, n, deff, alpha, pooled) {
  own <- sqrt(deff * sum(p * (1 - p) / n))
  mean <- sum(n * p) / sum(n)
  null <- if (pooled) sqrt(deff * mean * (1 - mean) * sum(1 / n)) else own
  d <- abs(p[1] - p[2])
  z <- qnorm(alpha / 2, lower.tail = FALSE)
  pnorm((d - z * null) / own) + pnorm((-d - z * null) / own)
}
unequal <- list()
for (p in pairs) {
  for (ratio in c(0.5, 1, 3)) {
    for (deff in c(1, 1.7)) {
      for (pooled in c(0, 1)) {
        alpha <- 0.05
        n <- 400 * c(1, ratio)
        f <- function(m) power_of(p, exp(m) * c(1, ratio), deff, alpha, pooled) - 0.8
        needed <- exp(uniroot(f, log(c(1, 1e7)), tol = 1e-14)$root)
        row <- list(p1 = p[1], p2 = p[2], n1 = n[1], n2 = n[2], ratio = ratio, deff = deff, pooled = pooled, alpha = alpha,
                    power = power_of(p, n, deff, alpha, pooled), needed = needed)
        below <- function(d) power_of(c(p[1], p[1] - d), n, deff, alpha, pooled) - 0.8
        row$below <- if (below(p[1] - 1e-12) > 0) uniroot(below, c(1e-9, p[1] - 1e-12), tol = 1e-15)$root else NaN
        unequal[[length(unequal) + 1]] <- row
      }
    }
  }
}

adjusted <- list()
for (p in list(c(0.01, 0.04, 0.03), c(0.2, NaN, 0.001, 0.04, 0.04, 0.9), c(0, 1, 1e-20), 0.3, c(NaN, 0.02),
               c(0.011, 0.012, 0.013, 0.5, 0.6, 0.7, 0.8, 0.0001))) {
  adjusted[[length(adjusted) + 1]] <- list(p = p, holm = p.adjust(p, "holm"), bh = p.adjust(p, "BH"))
}
adjusted_text <- array(adjusted, function(row) {
  paste0('{"p": ', numbers(row$p), ', "holm": ', numbers(row$holm), ', "bh": ', numbers(row$bh), "}")
})

cat('{\n  "r": "', R.version.string, '",\n  "equal": ', array(equal), ',\n  "unequal": ', array(unequal),
    ',\n  "adjusted": ', adjusted_text, "\n}\n", sep = "")
