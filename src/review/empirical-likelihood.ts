// Where the mean of a few values may lie when nothing is known of how values are spread: Owen's empirical likelihood
// (2001, 2.2-2.4), whose interval leans to the side where the values have their tail.

export interface Spread {
  /** How far below the mean of the values their true mean may lie: 0 or less. */
  readonly below: number;
  /** How far above: 0 or more. */
  readonly above: number;
}

/**
 * The means for which the values would not be too unlikely.
 * @param most what twice the logarithm of the likelihood may drop by: a squared quantile of Student's t
 */
export function spreadOfMean(values: readonly number[], most: number): Spread {
  if (values.length < 2) return { below: 0, above: 0 };
  const mean = sum(values) / values.length;
  const about = values.map((value) => value - mean);
  return {
    below: lowestMean(about, most),
    above:
      0 -
      lowestMean(
        about.map((value) => 0 - value),
        most,
      ),
  };
}

/**
 * Each weight shrinks with its value, the more so the larger the tilt: of all weights with that mean they are the likeliest.
 * @param about values with a mean of 0
 */
function lowestMean(about: readonly number[], most: number): number {
  const lowest = Math.min(...about);
  if (lowest >= 0) return 0;
  let [tilt, steepest] = [0, -1 / lowest];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (tilt + steepest) / 2;
    if (dropAt(about, middle) > most) steepest = middle;
    else tilt = middle;
  }
  const weights = about.map((value) => 1 / (1 + tilt * value));
  return sum(about.map((value, at) => value * (weights[at] ?? 0))) / sum(weights);
}

/** As exact as doubles are. */
const HALVINGS = 60;

/** By how much twice the log-likelihood drops; endless or no number at the steepest tilt, where a weight has no bound. */
function dropAt(about: readonly number[], tilt: number): number {
  const shares = about.map((value) => 1 + tilt * value);
  if (shares.some((share) => share <= 0)) return Number.POSITIVE_INFINITY;
  const mean = sum(shares.map((share) => 1 / share)) / about.length;
  return 2 * (sum(shares.map(Math.log)) + about.length * Math.log(mean));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
