/**
 * What was counted in one household: people of a household are right or wrong together, so the household, not the
 * person, is what was drawn. In a draw of records every record is a household of its own.
 */
export interface SampleCluster {
  stratum: string;
  area: string;
  /** How many households of the frame this one stands for. */
  weight: number;
  /** Cases (errors, omissions, agreements) among what was checked. */
  k: number;
  n: number;
}

/** How an area came into the sample, and how much of it was visited. */
export interface AreaSample {
  stratum: string;
  area: string;
  /** Share of the stratum's areas in the sample, 1 where the area was certain to be drawn, 0 where chances are unequal. */
  areaShare: number;
  /** Share of the area's households that answered. */
  unitShare: number;
}

/** Residuals of the clusters of one area: what each adds to the numerator beyond its share. */
export interface AreaResiduals extends AreaSample {
  residuals: number[];
}

/** A variance, and the degrees of freedom that it is known with. */
export interface Variance {
  variance: number;
  df: number;
}
