# Computes the values expected by MultiSetPValueTests, with dhyper and sums in R (4.2.2): Rscript overlap-of-several.R > overlap-of-several.csv
# k members shared by all of three or four sets out of n; d is 0 for three sets; p = P(X >= k); the logarithm is natural.
options(digits = 17, scipen = 100)
cases <- data.frame(
  k = c(5, 60, 1, 0, 12, 3),
  a = c(20, 97, 40, 10, 50, 8),
  b = c(30, 300, 50, 20, 60, 9),
  c = c(40, 220, 60, 30, 70, 10),
  d = c(0, 0, 0, 0, 80, 12),
  n = c(200, 455, 1000, 100, 300, 40))
p <- function(k, sizes, n) {
  chances <- rep(0, sizes[1] + 1)
  chances[sizes[1] + 1] <- 1
  for (size in sizes[-1]) {
    chances <- sapply(0:sizes[1], function(now) sum(chances * dhyper(now, 0:sizes[1], n - 0:sizes[1], size)))
  }
  sum(chances[(k + 1):(sizes[1] + 1)])
}
cases$log_p <- apply(cases, 1, function(row) {
  sizes <- row[c("a", "b", "c", "d")]
  log(p(row["k"], unname(sizes[sizes > 0]), row["n"]))
})
write.csv(cases, row.names = FALSE, quote = FALSE)
