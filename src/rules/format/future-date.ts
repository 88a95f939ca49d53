import { REGISTERS } from '../../registers/index.js';
import type { Rule } from '../rule.js';

/** One SELECT for each date column that cannot lie in the future. */
const COLUMNS = Object.values(REGISTERS).flatMap((register) =>
  register.columns
    .filter((column) => column.type === 'date' && !column.mayBeFuture)
    .map(({ name: column }) => {
      const cells = `'${column}' AS columns, ${column} AS found`;
      return `SELECT record, source, community, ${cells} FROM ${register.name}, run
        WHERE ${column} > run.as_of`;
    }),
);

/** A date after the as-of date; due dates and expiries may be. */
export const futureDate: Rule = {
  name: 'format/future-date',
  severity: 'error',
  reads: 'registers',
  title: { zh: '日期晚于核对截止日', en: 'Date in the future' },
  why: {
    zh: '已经登记的事不可能发生在核对截止日之后，多半是年份或月份写错。',
    en: 'What is recorded cannot lie after the day of the audit; mostly the year or the month is a slip.',
  },
  remedy: {
    zh: '按原始凭证更正日期；如果日期无误，请用 --as-of 指定更晚的核对截止日。',
    en: 'Correct the date from the original document; if it is right, audit with a later --as-of.',
  },
  message: {
    zh: '“{heading}”为 {found_date}，晚于核对截止日 {as_of}。',
    en: '“{heading}” is {found_date}, after the as-of date {as_of}.',
  },
  select: () => `
    SELECT concat(d.record, ':', d.columns) AS finding, 0 AS ordinal, d.record AS record, d.columns AS columns,
      COALESCE(d.community, '') AS community, iso(d.found) AS found_date, iso(r.as_of) AS as_of
    FROM (${COLUMNS.join('\n      UNION ALL ')}) AS d
    JOIN sources AS s ON s.source = d.source
    CROSS JOIN run AS r
    WHERE NOT s.set_aside`,
};
