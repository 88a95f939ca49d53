/** The part of jStat that we use. */
declare module 'jstat' {
  const jStat: {
    gammaln(x: number): number;
    normal: { inv(p: number, mean: number, sd: number): number };
  };
  export default jStat;
}
