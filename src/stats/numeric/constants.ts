/** The 0.975 quantile of the standard normal distribution: R's `qnorm(0.975)`. */
export const Z_95 = 1.959963984540054;
