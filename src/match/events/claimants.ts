import { EVENT_KINDS } from '../../model/event-kinds.js';
import type { Step } from '../../store/steps.js';
import { REGISTER } from '../../store/tables.js';
import { kindValue } from '../kind-value.js';
import { WAYS } from './kinds/index.js';

/** Which register claims which kind in which way, whether it speaks for its point, and the number of the kind. */
const CLAIMING = WAYS.map(
  ({ kind, register }, way) => `SELECT ${way} AS way, ${kindValue(kind.name)} AS kind,
      ${EVENT_KINDS.indexOf(kind.name)} AS number, CAST('${register}' AS ${REGISTER}) AS register, ${register === kind.primary} AS is_primary`,
).join(' UNION ALL ');

/** Primary registers of the points first, then witnesses, then cards, then other registers of people. */
const ORDER = `CASE WHEN k.is_primary AND NOT s.witness THEN 0 WHEN k.is_primary THEN 1 WHEN k.register = 'households' THEN 2 ELSE 3 END,
  CASE CAST(s.point AS STRING) WHEN 'ledger' THEN 0 WHEN 'system' THEN 1 WHEN 'card' THEN 2 WHEN 'field' THEN 3 ELSE 4 END,
  CAST(k.register AS STRING), CAST(s.point AS STRING)`;

/**
 * `claimants(source, columns, way, kind, number, register, point, witness, is_primary, turn)`: a source and a way in which its register
 * claims a kind of event. A claimant of a kind is one register at one point: its claims are matched at one go, when it is its `turn`.
 */
export const CLAIMANT_TURNS: Step = {
  makes: 'claimants',
  needs: [],
  select: `SELECT s.source, s.columns, k.way, k.kind, k.number, k.register, s.point, s.witness, k.is_primary,
     CAST(DENSE_RANK() OVER (PARTITION BY k.kind ORDER BY ${ORDER}) AS SMALLINT) AS turn
   FROM sources s JOIN (${CLAIMING}) AS k ON k.register = s.register`,
};
