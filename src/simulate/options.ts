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
  /** Last month's registers of people are written too, with people who vanish or join without a reason. */
  previous?: boolean;
  /** Ledgers are handed in month by month, by communities of so many streets; else there are running registers. */
  months?: { streets: number };
}

/** What was written. */
export interface Simulated {
  people: number;
  households: number;
  women: number;
  events: Record<string, number>;
  faults: number;
}
