# Quantiles and probabilities by base R, as JSON on standard output. `npm run reference` keeps them in
# fixtures/distributions.json. Each row: distribution, its shapes, the tail, where, and what R gives. A quantile that is
# not where R's own probability function gives p back stands as a sixth entry, after the one found by bisection of that
# function.

# All 17 digits that a double can need; null where R gives none that is finite.
number <- function(x) if (is.finite(x)) sprintf("%.17g", x) else "null"
row <- function(name, shapes, tail, at, values) {
  paste0('["', name, '", [', paste(vapply(shapes, number, ""), collapse = ", "), '], "', tail, '", ',
         number(at), ", ", paste(vapply(values, number, ""), collapse = ", "), "]")
}
array <- function(rows) paste0("[\n    ", paste(rows, collapse = ",\n    "), "\n  ]")

shapes <- list(
  normal = list(c()),
  t = list(0.5, 1, 1.5, 2, 3.7, 4, 10, 30.5, 100, 1e4, 1e6, 1e10),
  f = list(c(0.5, 2), c(1, 1), c(1, 5.5), c(2, 7), c(3, 40.2), c(4.4, 1e3), c(10, 2), c(50, 60), c(200.5, 1e6),
           c(5e3, 6e3), c(3, 1e12)),
  chiSquared = list(0.3, 1, 2, 3.5, 10, 99, 1000, 12345.6, 1e6, 1e9),
  beta = list(c(0.05, 0.05), c(0.5, 0.5), c(1, 3.3), c(4, 1), c(2.5, 0.3), c(0.7, 60), c(12.3, 450), c(300, 2000),
              c(5e3, 1e4), c(1e6, 2e6))
)
quantiles <- list(normal = qnorm, t = qt, f = qf, chiSquared = qchisq, beta = qbeta)
probabilities <- list(normal = pnorm, t = pt, f = pf, chiSquared = pchisq, beta = pbeta)

chances <- c(1e-300, 1e-100, 1e-20, 1e-8, 1e-5, 0.001, 0.025, 0.3, 0.5, 0.975)
# The quantile that f has, or the one found on its probability function where the two disagree beyond a relative 1e-10.
settled <- function(q, probability, p, lower) {
  above <- function(x) (probability(x) > p) == lower
  # The middle of a symmetric distribution.
  if (p == 0.5 && abs(q) < 1e-15) return(0)
  if (is.finite(q) && q != 0 && above(q + 1e-10 * abs(q)) && !above(q - 1e-10 * abs(q))) return(q)
  # The side of 0, and log |x|, which then lies between these ends.
  side <- if (above(0)) -1 else 1
  at <- function(u) side * exp(u)
  ends <- log(c(1e-305, 1e305))
  if (above(at(ends[1])) == above(at(ends[2]))) return(c(if (side * above(at(ends[1])) == 1) 0 else side * Inf, q))
  for (step in 1:200) {
    half <- mean(ends)
    if (above(at(half)) == above(at(ends[1]))) ends[1] <- half else ends[2] <- half
  }
  c(at(mean(ends)), q)
}

# In standard deviations from the middle, so that no distribution is only seen at 0 and 1.
places <- c(-20, -3, -1, 0, 1, 3, 20)
middle <- function(name, s) {
  switch(name, normal = c(0, 1), t = c(0, 1), chiSquared = c(s, sqrt(2 * s)),
         f = c(1, sqrt(2 / s[1] + 2 / s[2])),
         beta = c(s[1] / sum(s), sqrt(s[1] * s[2] / (sum(s) + 1)) / sum(s)))
}

quantile_rows <- c()
probability_rows <- c()
for (name in names(shapes)) {
  for (s in shapes[[name]]) {
    for (tail in c("lower", "upper")) {
      lower <- tail == "lower"
      ask <- function(f, at) suppressWarnings(do.call(f, c(list(at), as.list(s), list(lower.tail = lower))))
      for (p in chances) {
        quantile_rows <- c(quantile_rows, row(name, s, tail, p,
          settled(ask(quantiles[[name]], p), function(x) ask(probabilities[[name]], x), p, lower)))
      }
      m <- middle(name, s)
      for (x in m[1] + places * m[2]) {
        probability_rows <- c(probability_rows, row(name, s, tail, x, ask(probabilities[[name]], x)))
      }
    }
  }
}

cat('{\n  "r": "', R.version.string, '",\n  "quantiles": ', array(quantile_rows),
    ',\n  "probabilities": ', array(probability_rows), "\n}\n", sep = "")
