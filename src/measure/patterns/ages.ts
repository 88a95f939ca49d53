import type { Store } from '../../store/store.js';

/** People of one age on the cards of a community at a point. */
export interface Ages {
  community: string;
  point: string;
  age: number;
  people: number;
  men: number;
  women: number;
}

const SELECT = `SELECT t.community, s.point, years_between(t.birth_date, run.as_of) AS age, COUNT(*) AS people,
    COUNT(CASE WHEN t.sex = '男' THEN 1 END) AS men, COUNT(CASE WHEN t.sex = '女' THEN 1 END) AS women
  FROM households t JOIN sources s ON s.source = t.source CROSS JOIN run
  WHERE t.community IS NOT NULL AND t.birth_date <= run.as_of
  GROUP BY t.community, s.point, years_between(t.birth_date, run.as_of) ORDER BY community, point, age`;

/** The ages on all cards at the as-of date, in order. */
export function readAges(store: Store): Promise<Ages[]> {
  return store.all<Ages>(SELECT);
}
