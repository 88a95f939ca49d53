import { FIELD } from '../../model/point.js';
import { REGISTERS } from '../../registers/index.js';
import { quote } from '../../store/vocabulary.js';

/** Where the card is kept says nothing of the member, and only the dead have a date of death. */
const NO_ITEMS = ['community', 'street', 'district', 'building', 'death_date'];

/** The items of the card template: what every member's row fills. */
export const CARD_ITEMS = REGISTERS.households.columns.filter(({ name }) => !NO_ITEMS.includes(name));

/** Children have no marital status to fill in. */
const APPLIES: Readonly<Record<string, string>> = {
  marital_status: 'COALESCE(years_between(t.birth_date, run.as_of) >= 15, FALSE)',
};

/** Whether an item applies to a row `t` of table `households`, beside `run`; undefined where it always does. */
export function appliesTo(item: string): string | undefined {
  return APPLIES[item];
}

/** Rows of one file and community to which the item applies, and those that fill it. */
const COUNTS = CARD_ITEMS.map(({ name }) => {
  const applies = appliesTo(name);
  const rows = applies ? `COUNT(CASE WHEN ${applies} THEN 1 END)` : 'COUNT(*)';
  const filled = applies ? `COUNT(CASE WHEN ${applies} THEN t.${name} END)` : `COUNT(t.${name})`;
  return `${rows} AS ${name}_items, ${filled} AS ${name}_filled`;
});

/** What a file has no column for, it cannot leave blank. */
const sumOf = (what: 'items' | 'filled') =>
  CARD_ITEMS.map(
    ({ name }) => `SUM(CASE WHEN has_text(s.columns, ' ${name} ') THEN c.${name}_${what} ELSE 0 END)`,
  ).join(' + ');

/** SELECT of `community, point, items, filled`: how many items the cards have, and how many are filled in. What inspectors found is no card. */
export const CARD_SHARES = `
  SELECT c.community, s.point, ${sumOf('items')} AS items, ${sumOf('filled')} AS filled
  FROM (SELECT t.source, t.community, ${COUNTS.join(', ')} FROM households t CROSS JOIN run
    GROUP BY t.source, t.community) AS c
  JOIN sources s ON s.source = c.source WHERE s.point <> ${quote(FIELD)} GROUP BY c.community, s.point`;
