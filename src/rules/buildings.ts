/** Rows of building lists: community, building, point, record, households, persons. */
export const LISTED = `SELECT t.community, t.building, s.point, t.record, t.households, t.persons
  FROM buildings t JOIN sources s ON s.source = t.source WHERE t.building IS NOT NULL AND t.community IS NOT NULL`;

/** What the cards of each point hold by building: households and persons, every living member counted. */
export const CARDED = `SELECT h.community, h.building, s.point, CAST(SUM(h.households) AS INTEGER) AS households,
    CAST(SUM(h.persons) AS INTEGER) AS persons
  FROM (SELECT source, community, building, COUNT(DISTINCT household_no) AS households, COUNT(CASE WHEN death_date IS NULL THEN 1 END) AS persons FROM households
    WHERE building IS NOT NULL AND community IS NOT NULL GROUP BY source, community, building) AS h
  JOIN sources s ON s.source = h.source GROUP BY h.community, h.building, s.point`;
