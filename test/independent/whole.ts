import type { Plan } from './district.js';
import { cellWays } from './faults-cells.js';
import { enrolmentWays } from './faults-enrolment.js';
import { eventWays, type Ways } from './faults-events.js';
import { logicWays } from './faults-logic.js';
import { peopleWays } from './faults-people.js';
import { timingWays } from './faults-timing.js';

/** A district at all points, with families enough for every way of `ALL`. */
export const WHOLE: Plan = {
  seed: 5,
  communities: 4,
  each: 20,
  points: ['card', 'ledger', 'system', 'hospital', 'civil'],
  layout: 'csv',
};

/** All ways in one district: a family that one fault has touched is left to it. */
export const ALL: Ways = {
  ...eventWays,
  ...peopleWays,
  ...enrolmentWays,
  ...logicWays,
  ...timingWays,
  ...cellWays,
};
