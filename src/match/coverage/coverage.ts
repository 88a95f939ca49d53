import { FIELD } from '../../model/point.js';
import type { Step } from '../../store/steps.js';
import { quote } from '../../store/vocabulary.js';

/** Inspectors write down what they came upon: nothing is due of them. */
const NOT_FIELD = `point <> ${quote(FIELD)}`;

/** Claimants with a source that no name ties to one community: it holds several, or is the only one of its kind. */
const DISTRICT_WIDE = `SELECT register, point FROM (
    SELECT s.register, s.point, s.source, s.community, COUNT(DISTINCT r.community) AS n,
      COUNT(*) OVER (PARTITION BY s.register, s.point) AS sources_n
    FROM sources s LEFT JOIN records r ON r.source = s.source
    WHERE NOT s.witness AND NOT s.set_aside AND s.${NOT_FIELD}
    GROUP BY s.register, s.point, s.source, s.community) AS counted
  WHERE n >= 2 OR (community IS NULL AND (sources_n = 1 OR n = 0))
  GROUP BY register, point`;

/**
 * `coverage(register, point, community)`: which claimants are expected to speak for which communities (docs/domain.md#coverage).
 * A register covers the communities it holds rows of or is named after; one that is named after none, as a system
 * export is, covers every community that any register of its point names. The field covers nothing.
 * `holdings(register, point, community)`: those that it holds rows of or is named after, and `communities(point,
 * community)`.
 */
export const COVERAGE: readonly Step[] = [
  {
    makes: 'holdings',
    needs: [],
    select: `SELECT register, point, community FROM records WHERE community IS NOT NULL AND NOT witness AND ${NOT_FIELD}
     UNION SELECT register, point, community FROM sources
     WHERE community IS NOT NULL AND NOT witness AND NOT set_aside AND ${NOT_FIELD}`,
  },
  {
    makes: 'communities',
    needs: ['holdings'],
    select: 'SELECT DISTINCT point, community FROM holdings',
    view: true,
  },
  {
    makes: 'coverage',
    needs: ['holdings', 'communities'],
    select: `SELECT register, point, community FROM holdings
     UNION
     SELECT d.register, d.point, c.community FROM (${DISTRICT_WIDE}) AS d JOIN communities c ON c.point = d.point`,
  },
];
