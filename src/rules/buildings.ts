/** Rows of building lists: community, building, point, record, households, persons. */
export const LISTED = `SELECT t.community, t.building, s.point, t.record, t.households, t.persons
  FROM buildings t JOIN sources s ON s.source = t.source WHERE t.building IS NOT NULL AND t.community IS NOT NULL`;

/** What the cards of each point hold by building: households and persons, everybody on a card counted. */
export const CARDED = `SELECT t.community, t.building, s.point, CAST(COUNT(DISTINCT t.household_no) AS INTEGER) AS households,
    CAST(COUNT(*) AS INTEGER) AS persons
  FROM households t JOIN sources s ON s.source = t.source
  WHERE t.building IS NOT NULL AND t.community IS NOT NULL GROUP BY t.community, t.building, s.point`;
