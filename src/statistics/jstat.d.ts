/** The part of jStat that we use. */
declare module 'jstat' {
  const jStat: {
    beta: {
      cdf(x: number, alpha: number, beta: number): number;
      inv(p: number, alpha: number, beta: number): number;
    };
    lowRegGamma(shape: number, x: number): number;
    gammaln(x: number): number;
    studentt: { inv(p: number, df: number): number };
    normal: { inv(p: number, mean: number, sd: number): number };
  };
  export default jStat;
}
