// How likely it is that a difference between two shares is none: Fisher's exact test, one-sided.

/**
 * The chance (0–1) that the first of two groups has at least `k1` of all that happened, were it no other than the second.
 * @param k1 how many of `n1` it happened to, `k2` how many of `n2`: whole numbers, k1 ≤ n1, k2 ≤ n2
 */
export function chanceOfMore(k1: number, n1: number, k2: number, n2: number): number {
  const all = k1 + k2;
  const most = Math.min(all, n1);
  let part = Math.exp(logChoose(n1, k1) + logChoose(n2, k2) - logChoose(n1 + n2, all));
  let sum = 0;
  for (let k = k1; k <= most; k++) {
    sum += part;
    part *= ((n1 - k) * (all - k)) / ((k + 1) * (n2 - all + k + 1));
  }
  return Math.min(1, sum);
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

const SMALL = 20;

/** Of small numbers the sum itself, of others Stirling's series, exact to twelve digits. */
function logFactorial(n: number): number {
  if (n > SMALL)
    return (
      n * Math.log(n) -
      n +
      Math.log(2 * Math.PI * n) / 2 +
      1 / (12 * n) -
      1 / (360 * n ** 3) +
      1 / (1260 * n ** 5)
    );
  let sum = 0;
  for (let k = 2; k <= n; k++) sum += Math.log(k);
  return sum;
}
