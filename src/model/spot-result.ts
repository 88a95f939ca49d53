/** A share that a spot audit found, in per cent (a verification factor: the factor itself). */
export interface SpotRate {
  /** Blank for the whole frame. */
  area: string;
  /** The point held against the field; blank where the field speaks alone. */
  point: string;
  /**
   * record (all that was checked of a person), person, birth, enrolment, or an item: sex, birth_date, marital, parity,
   * method, visit_done, certificate_seen
   */
  subject: string;
  rate:
    | 'accuracy'
    | 'omission_rate'
    | 'duplication_rate'
    | 'misentry_rate'
    | 'false_report_rate'
    | 'verification_factor';
  /** As counted, in households that answered. */
  numerator: number;
  denominator: number;
  value: number | null;
  /** Weighted by the chances of the draw: what the whole frame, or area, would show. */
  estimate?: number;
  /** Intervals of the estimate, with the confidence of the audit. */
  wilson?: [number, number];
  clopperPearson?: [number, number];
  /** Of a factor, by Student's t. */
  interval?: [number, number];
  /** How much the variance is above that of a simple sample, and the size of the simple sample that is worth as much. */
  designEffect?: number;
  effective?: number;
  /** So many in the whole frame. */
  total?: { value: number; low: number; high: number };
  /** The denominator is too small for the rate to be compared with others. */
  small?: true;
}

/** What became of an area of the draw. Households and persons are those drawn, and the reserves that took their place. */
export interface SpotArea {
  area: string;
  stratum: string;
  role: 'drawn' | 'reserve';
  order: number;
  /** unused: a reserve that was not needed; out-of-order: one that was visited though it was not its turn. */
  state: 'counted' | 'not-returned' | 'no-answer' | 'unused' | 'out-of-order';
  households: { visited: number; answered: number; notMet: number; refused: number; open: number };
  /** Rows by their outcome; `added`: people found at the door who are on no list. */
  persons: {
    listed: number;
    match: number;
    differs: number;
    notFound: number;
    notMet: number;
    refused: number;
    open: number;
    added: number;
  };
}

/** Whether a point's records reach the target, by lot quality assurance sampling. */
export interface SpotVerdict {
  /** Blank for the whole frame. */
  area: string;
  point: string;
  /** Share of right records that is asked for, in per cent. */
  target: number;
  /** Effective sample, errors in it, and how many are allowed. */
  n: number;
  errors: number;
  allowed: number;
  /** too-few: nothing speaks against it, but so small a sample passes almost anything. */
  verdict: 'met' | 'missed' | 'too-few';
  /** Chance that records exactly at the target are rejected, and the share of right records that would pass in one of ten. */
  rejectGood: number;
  passes: number;
}

/** What a spot audit found. */
export interface SpotResult {
  draw: {
    code: string;
    seed: string;
    round?: string;
    areaKind: 'community' | 'building';
    unitKind: 'household' | 'area' | 'record';
    register?: string;
    point?: string;
    /** Areas and units that could be drawn, and areas that were. */
    frameAreas: number;
    frameUnits: number;
    drawnAreas: number;
  };
  /** Of all intervals, in per cent. */
  confidence: number;
  areas: SpotArea[];
  rates: SpotRate[];
  verdicts: SpotVerdict[];
  notes: { code: string; count: number; detail?: string }[];
}
