import { z } from 'zod';
import { appliesTo, CARD_ITEMS, CARD_SHARES } from '../../match/coverage/card-items.js';
import type { Rule } from '../rule.js';
import { MOST_CITED } from '../sql.js';
import { hasColumn } from '../women.js';

const options = z.strictObject({ percent: z.number().positive().max(100) });

/** The share filled in, in percent, cut after one decimal. */
const SHARE = `CONCAT(CAST(CAST(FLOOR(100.0 * l.filled / l.items) AS BIGINT) AS STRING), '.',
        CAST(CAST(FLOOR(1000.0 * l.filled / l.items) AS BIGINT) % 10 AS STRING))`;

/** The names of the blank items of a row `t`, separated by spaces; empty where none is. */
const blanks = (items: readonly (typeof CARD_ITEMS)[number][]) =>
  `CONCAT_WS(' ', ${items
    .map(({ name }) => {
      const applies = appliesTo(name);
      return `CASE WHEN t.${name} IS NULL AND ${hasColumn(name)}${applies ? ` AND ${applies}` : ''} THEN '${name}' END`;
    })
    .join(', ')})`;

const ANY_BLANK = CARD_ITEMS.map(({ name }) => `t.${name} IS NULL`).join(' OR ');

/**
 * The share of filled items on a community's cards is too low. Items that every row must fill have a finding of their own
 * (`format/missing-value`); they are cited only where nothing else is blank.
 */
export const incompleteCard: Rule<z.infer<typeof options>> = {
  name: 'coverage/incomplete-card',
  severity: 'notice',
  needs: { all: ['households'] },
  reads: 'registers',
  options,
  defaults: { percent: 100 },
  title: { zh: '户卡填写不全', en: 'Incomplete cards' },
  why: {
    zh: '户卡上的项目应当逐项填写；空着的项目日后无法核对。',
    en: 'Every item of the card is to be filled in; what is blank cannot be checked.',
  },
  remedy: { zh: '入户时逐项补填空白的项目。', en: 'Fill in the blank items at the next home visit.' },
  message: {
    zh: '{community}户卡应填 {items} 项，已填 {filled} 项，填写率 {share} %。',
    en: 'The cards of {community} have {filled} of {items} items filled in, {share} %.',
  },
  select: ({ options: { percent } }) => `
    WITH shares AS (${CARD_SHARES}
    ), low AS (
      SELECT * FROM shares WHERE filled < items AND 100.0 * filled < ${percent} * items
    ), blanks AS (
      SELECT t.record, t.fp, t.community, s.point, ${blanks(CARD_ITEMS.filter(({ required }) => !required))} AS optional_items,
        ${blanks(CARD_ITEMS.filter(({ required }) => required))} AS required_items
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
      ${SHARE} AS share
    FROM low l JOIN places p ON p.community = l.community AND p.point = l.point
    WHERE p.level = p.least AND p.place <= ${MOST_CITED}`,
};
