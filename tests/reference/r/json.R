# Values of R as JSON. Vectors of length one are numbers or strings; I() makes any vector an array.

# The fewest digits that give the same double again; what JSON has no number for is null.
json_numbers <- function(x) {
  finite <- is.finite(x)
  y <- x[finite]
  text <- sprintf("%.15g", y)
  for (format in c("%.16g", "%.17g")) {
    short <- as.numeric(text) != y
    text[short] <- sprintf(format, y[short])
  }
  replace(rep("null", length(x)), finite, text)
}

json_scalars <- function(x) {
  if (is.numeric(x)) return(json_numbers(as.numeric(x)))
  text <- if (is.logical(x)) tolower(as.character(x)) else paste0('"', gsub('(["\\\\])', "\\\\\\1", x), '"')
  ifelse(is.na(x), "null", text)
}

# Matrices row by row; empty entries of a list are left out.
json <- function(x) {
  if (is.list(x)) {
    x <- x[!vapply(x, is.null, TRUE)]
    inner <- vapply(x, json, "")
    if (is.null(names(x))) return(paste0("[", paste(inner, collapse = ","), "]"))
    return(paste0("{", paste0('"', names(x), '":', inner, collapse = ","), "}"))
  }
  always <- inherits(x, "AsIs") || is.matrix(x)
  if (is.matrix(x)) x <- as.vector(t(unclass(x)))
  if (is.factor(x)) x <- as.character(x)
  if (length(x) == 1 && !always) return(json_scalars(x))
  paste0("[", paste(json_scalars(as.vector(x)), collapse = ","), "]")
}

# The fixture: versions first, one line for each entry of the parts.
write_fixture <- function(parts) {
  lines <- function(part) {
    entries <- vapply(part, json, "")
    if (is.null(names(part))) paste0("[\n", paste(entries, collapse = ",\n"), "\n]")
    else paste0("{\n", paste0('"', names(part), '": ', entries, collapse = ",\n"), "\n}")
  }
  cat('{\n"r": ', json_scalars(R.version.string), ',\n"survey": ', json_scalars(as.character(packageVersion("survey"))),
    ",\n", paste0('"', names(parts), '": ', vapply(parts, lines, ""), collapse = ",\n"), "\n}\n", sep = "")
}
