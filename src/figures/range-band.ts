import * as Plot from "@observablehq/plot";

export interface BandOptions<T> {
  /** The colour of each band, as a channel or one for all. */
  readonly colour: string;
  /** Half its height, in the units of the vertical scale. */
  readonly half?: number;
  /** The columns of its ends. */
  readonly from?: keyof T & string;
  readonly to?: keyof T & string;
}

/** The mark of a range: a band without a middle, around the height `y` of its row. */
export function rangeBand<T extends { readonly y: number }>(
  bands: readonly T[],
  { colour, half = 0.15, from = "low" as never, to = "high" as never }: BandOptions<T>,
): Plot.Markish {
  return Plot.rect(bands, {
    x1: from,
    x2: to,
    y1: ({ y }) => y - half,
    y2: ({ y }) => y + half,
    fill: colour,
    fillOpacity: 0.2,
    stroke: colour,
    strokeWidth: 1.25,
    rx: 3,
  });
}
