import type { Step } from '../../store/steps.js';
import { selfOf } from '../self.js';

/** `departed(person, community)`: dead, moved away with the registration, or a stay that ended (community: where from). */
export const DEPARTED: Step = {
  makes: 'departed',
  needs: ['events', 'named'],
  select: `SELECT e.subject AS person, CAST(NULL AS STRING) AS community FROM events e CROSS JOIN run
  WHERE e.kind = 'death' AND COALESCE(e.date <= run.as_of, TRUE)
  UNION ALL
  SELECT n.person, t.community FROM moves t JOIN ${selfOf('moves')}
  WHERE t.direction = '迁出' AND NOT EXISTS (
    SELECT 1 FROM moves b JOIN ${selfOf('moves', 'bn', 'b')}
    WHERE bn.person = n.person AND b.direction = '迁入' AND b.community = t.community AND b.move_date >= t.move_date)
  UNION ALL
  SELECT n.person, t.community FROM migrants t JOIN ${selfOf('migrants')} CROSS JOIN run
  WHERE t.direction = '流入' AND t.end_date <= run.as_of AND NOT EXISTS (
    SELECT 1 FROM migrants b JOIN ${selfOf('migrants', 'bn', 'b')}
    WHERE bn.person = n.person AND b.direction = '流入' AND b.community = t.community
      AND COALESCE(b.end_date > run.as_of, TRUE))`,
};
