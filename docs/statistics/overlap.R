# Computes the values expected by HypergeometricPValueTests, with R's own functions (4.2.2): Rscript overlap.R > overlap.csv
# k members shared by sets of a and b members out of n; p = P(X >= k); the logarithm is natural.
options(digits = 17, scipen = 100)
cases <- data.frame(
  k = c(77, 0, 1, 9, 25, 97, 3, 40, 500, 90000, 1, 10),
  a = c(97, 9, 9, 9, 97, 97, 5, 100, 1000, 100000, 1, 20),
  b = c(300, 9, 9, 9, 200, 97, 4, 200, 2000, 120000, 1, 30),
  n = c(455, 455, 455, 455, 1000, 2000, 9, 500, 10000, 1000000, 1, 40))
cases$log_p <- with(cases, phyper(k - 1, a, n - a, b, lower.tail = FALSE, log.p = TRUE))
cases$expected <- with(cases, a * (b / n))
p <- exp(cases$log_p)
cases$adjusted <- p.adjust(p, method = "BH")
write.csv(cases, row.names = FALSE, quote = FALSE)
