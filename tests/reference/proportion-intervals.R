# Intervals of proportions of survey designs by survey::svyciprop, Wilson's from its quadratic equation, and critical
# values of Imbens and Manski, as JSON on standard output. `npm run reference` keeps them in
# fixtures/proportion-intervals.json.
suppressWarnings(suppressPackageStartupMessages(library(survey)))
data(api)

# All 17 digits that a double can need; null for NaN.
number <- function(x) if (is.finite(x)) sprintf("%.17g", x) else "null"
object <- function(fields) {
  paste0("{", paste0('"', names(fields), '": ', vapply(fields, number, ""), collapse = ", "), "}")
}
array <- function(rows) paste0("[\n    ", paste(vapply(rows, object, ""), collapse = ",\n    "), "\n  ]")

designs <- list(
  svydesign(id = ~1, weights = ~pw, data = apisrs),
  svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = apistrat),
  svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = apiclus1),
  svydesign(id = ~dnum + snum, weights = ~pw, data = apiclus2)
)
answers <- list(~I(sch.wide == "Yes"), ~I(comp.imp == "Yes"), ~I(awards == "Yes"), ~I(stype == "H"), ~I(api00 > 800),
                ~I(meals > 90))

rows <- list()
for (design in designs) {
  # All, and schools of more than 500 pupils as a design of their own, which changes the degrees of freedom.
  for (d in list(design, subset(design, enroll > 500))) {
    for (answer in answers) {
      m <- svymean(answer, d)
      p <- unname(coef(m)[2])
      if (p <= 0 || p >= 1) next
      for (level in c(0.95, 0.8)) {
        ends <- function(method, df) {
          suppressWarnings(as.numeric(confint(svyciprop(answer, d, method = method, level = level, df = df))))
        }
        df <- degf(d)
        row <- list(p = p, variance = vcov(m)[2, 2], n = nrow(d), df = df, level = level)
        for (method in c("logit", "xlogit", "beta", "asin", "mean")) {
          e <- ends(method, df)
          row[[paste0(method, "Low")]] <- e[1]
          row[[paste0(method, "High")]] <- e[2]
        }
        # Degrees of freedom other than the design's, which "beta" cannot take.
        row$otherDf <- 5.5
        e <- ends("xlogit", 5.5)
        row$otherLow <- e[1]
        row$otherHigh <- e[2]
        # Wilson: the roots of (p - x)^2 = t^2 x (1 - x) / n.
        a <- qt((1 + level) / 2, df)^2 * row$variance / (p * (1 - p))
        root <- sqrt((2 * p + a)^2 - 4 * (1 + a) * p^2)
        row$wilsonLow <- (2 * p + a - root) / (2 * (1 + a))
        row$wilsonHigh <- (2 * p + a + root) / (2 * (1 + a))
        rows[[length(rows) + 1]] <- row
      }
    }
  }
}

exact <- list()
for (n in c(1, 2, 20, 65, 447, 2000)) {
  for (x in unique(round(c(0, 0.02, 0.39, 0.5, 1) * n))) {
    for (level in c(0.95, 0.8)) {
      e <- binom.test(x, n, conf.level = level)$conf.int
      exact[[length(exact) + 1]] <- list(x = x, n = n, level = level, low = e[1], high = e[2])
    }
  }
}

critical <- list()
for (width in c(0, 1e-6, 0.1, 0.5, 1, 2, 5, 50)) {
  for (level in c(0.5, 0.8, 0.95, 0.999)) {
    f <- function(c) pnorm(c + width) - pnorm(-c) - level
    c0 <- qnorm((1 + level) / 2)
    value <- uniroot(f, c(0, c0 + 1), tol = 1e-15)$root
    critical[[length(critical) + 1]] <- list(width = width, level = level, critical = value)
  }
}

cat('{\n  "r": "', R.version.string, '",\n  "survey": "', as.character(packageVersion("survey")),
    '",\n  "proportions": ', array(rows), ',\n  "exact": ', array(exact), ',\n  "critical": ', array(critical), "\n}\n",
    sep = "")
