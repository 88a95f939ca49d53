/** Where the tables of an audit may be: in this process, or on a cluster. */
export const ENGINES = ['duckdb', 'spark'] as const;
export type EngineName = (typeof ENGINES)[number];
