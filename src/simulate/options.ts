/** What to invent and how to write it. */
export interface SimulateOptions {
  people: number;
  communities: number;
  seed: number;
  year: number;
  /** Share of events and records that get one fault, 0 to 1. */
  faults: number;
  layout: 'plain' | 'messy';
  format: 'xlsx' | 'csv';
}

/** What was written. */
export interface Simulated {
  people: number;
  households: number;
  women: number;
  events: Record<string, number>;
  faults: number;
}
