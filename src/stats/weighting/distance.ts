/** The distance that calibration minimises: determines how the ratio g grows with the linear predictor. */
export type DistanceName = "linear" | "raking" | "logit";

/** The ratio g of weights after to before, by the linear predictor u, with g(0) = 1 and slope 1 there. */
export interface Distance {
  ratio(u: number): number;
  slope(u: number): number;
}

/**
 * The three distances of Deville and Särndal: linear (g = 1 + u), raking (g = exp u), and logit, an S between two bounds.
 * Bounds cut off the first two; logit has them by nature.
 *
 * @param bounds lowest and highest g
 * @throws RangeError for bounds that do not hold 1 between them, a lower bound below 0, or logit without finite bounds
 * Source: Deville and Särndal (1992), JASA 87(418), cases 1, 2, 6 and 7; R `survey::cal.linear`, `cal.raking`, `cal.logit`.
 */
export function distanceOf(name: DistanceName, bounds?: readonly [number, number]): Distance {
  const [low, high] = bounds ?? [name === "linear" ? -Infinity : 0, Infinity];
  if (bounds !== undefined && !(low >= 0 && low < 1 && high > 1))
    throw new RangeError(`bounds must be 0 or more and hold 1 between them, not ${low} and ${high}`);
  if (name === "linear") {
    return {
      ratio: (u) => Math.min(Math.max(1 + u, low), high),
      slope: (u) => (1 + u > low && 1 + u < high ? 1 : 0),
    };
  }
  if (name === "raking") {
    return {
      ratio: (u) => Math.min(Math.max(Math.exp(u), low), high),
      slope: (u) => {
        const g = Math.exp(u);
        return g > low && g < high ? g : 0;
      },
    };
  }
  if (high === Infinity) throw new RangeError("the logit distance needs finite bounds");
  const steepness = (high - low) / ((high - 1) * (1 - low));
  const odds = (1 - low) / (high - 1);
  const part = (u: number) => 1 / (1 + Math.exp(-steepness * u) / odds);
  return {
    ratio: (u) => low + (high - low) * part(u),
    slope: (u) => {
      const p = part(u);
      return steepness * (high - low) * p * (1 - p);
    },
  };
}
