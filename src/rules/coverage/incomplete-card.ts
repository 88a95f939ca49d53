import { z } from 'zod';
import { REGISTERS } from '../../registers/index.js';
import type { Rule } from '../rule.js';
import { hasColumn } from '../women.js';

const options = z.strictObject({ percent: z.number().positive().max(100) });

/** Rows that a finding cites: the count says how many blanks there are. */
const CITED = 20;

/** The items of the card template: what every member's row fills. Where the card is kept says nothing of the member. */
const ITEMS = REGISTERS.households.columns.filter(
  ({ name }) => !['community', 'street', 'district', 'building'].includes(name),
);

/** Children have no marital status to fill in. */
const APPLIES: Readonly<Record<string, string>> = {
  marital_status: 'COALESCE(years_between(t.birth_date, run.as_of) >= 15, FALSE)',
};

/** Rows of one file and community to which the item applies, and those that fill it. */
const COUNTS = ITEMS.map(({ name }) => {
  const applies = APPLIES[name];
  const rows = applies ? `COUNT(CASE WHEN ${applies} THEN 1 END)` : 'COUNT(*)';
  const filled = applies ? `COUNT(CASE WHEN ${applies} THEN t.${name} END)` : `COUNT(t.${name})`;
  return `${rows} AS ${name}_items, ${filled} AS ${name}_filled`;
});

const sumOf = (what: 'items' | 'filled') =>
  ITEMS.map(({ name }) => `SUM(CASE WHEN ${hasColumn(name)} THEN c.${name}_${what} ELSE 0 END)`).join(' + ');

/** The names of the blank items of a row `t`, separated by spaces; empty where none is. */
const blanks = (items: readonly (typeof ITEMS)[number][]) =>
  `CONCAT_WS(' ', ${items
    .map(({ name }) => {
      const applies = APPLIES[name];
      return `CASE WHEN t.${name} IS NULL AND ${hasColumn(name)}${applies ? ` AND ${applies}` : ''} THEN '${name}' END`;
    })
    .join(', ')})`;

const ANY_BLANK = ITEMS.map(({ name }) => `t.${name} IS NULL`).join(' OR ');

/**
 * The share of filled items on a community's cards is too low. Items that every row must fill have a finding of their own
 * (`format/missing-value`); they are cited only where nothing else is blank.
 */
export const incompleteCard: Rule<z.infer<typeof options>> = {
  name: 'coverage/incomplete-card',
  severity: 'notice',
  needs: { all: ['households'] },
  options,
  defaults: { percent: 100 },
  title: { zh: '户卡填写不全', en: 'Incomplete cards' },
  why: {
    zh: '户卡上的项目应当逐项填写；空着的项目日后无法核对。',
    en: 'Every item of the card is to be filled in; what is blank cannot be checked.',
  },
  remedy: {
    zh: '入户时逐项补填空白的项目。',
    en: 'Fill in the blank items at the next home visit.',
  },
  message: {
    zh: '{community}户卡应填 {items} 项，已填 {filled} 项，填写率 {share} %。',
    en: 'The cards of {community} have {filled} of {items} items filled in, {share} %.',
  },
  select: ({ options: { percent } }) => `
    WITH counts AS (
      SELECT t.source, t.community, ${COUNTS.join(', ')} FROM households t CROSS JOIN run GROUP BY t.source, t.community
    ), shares AS (
      SELECT c.community, s.point, ${sumOf('items')} AS items, ${sumOf('filled')} AS filled
      FROM counts c JOIN sources s ON s.source = c.source GROUP BY c.community, s.point
    ), low AS (
      SELECT * FROM shares WHERE filled < items AND 100.0 * filled < ${percent} * items
    ), blanks AS (
      SELECT t.record, t.fp, t.community, s.point, ${blanks(ITEMS.filter(({ required }) => !required))} AS optional_items,
        ${blanks(ITEMS.filter(({ required }) => required))} AS required_items
      FROM households t JOIN sources s ON s.source = t.source CROSS JOIN run WHERE ${ANY_BLANK}
    ), cells AS (
      SELECT record, fp, community, point, optional_items AS items, 0 AS level FROM blanks WHERE optional_items <> ''
      UNION ALL
      SELECT record, fp, community, point, required_items, 1 FROM blanks WHERE required_items <> ''
    ), places AS (
      SELECT *, MIN(level) OVER (PARTITION BY community, point) AS least,
        ROW_NUMBER() OVER (PARTITION BY community, point ORDER BY level, fp, record) AS place
      FROM cells
    )
    SELECT CONCAT(COALESCE(l.community, ''), '|', l.point) AS finding, p.place AS ordinal, p.record, p.items AS columns,
      COALESCE(l.community, '') AS community, l.point, l.items, l.filled, l.items - l.filled AS count,
      CAST(FLOOR(1000.0 * l.filled / l.items) / 10.0 AS STRING) AS share
    FROM low l JOIN places p ON p.community = l.community AND p.point = l.point
    WHERE p.level = p.least AND p.place <= ${CITED}`,
};
