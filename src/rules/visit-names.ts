/** The name by which most records of a finding know the person. */
export const NAMES = `(SELECT x.visit, MIN(n.name_key) AS name FROM (SELECT visit, record, role FROM seen
    UNION SELECT visit, record, 'self' FROM field_records) AS x
  JOIN named n ON n.record = x.record AND n.role = x.role GROUP BY x.visit)`;
