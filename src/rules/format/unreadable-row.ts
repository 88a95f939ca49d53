import type { Rule } from '../rule.js';

/** IDs in a row's text that are looked for: child, mother and father, husband and wife. */
const IDS = [0, 1, 2].map(
  (before) => `regexp_extract(p.raw, '(?:[0-9]{17}[0-9Xx].*?){${before}}([0-9]{17}[0-9Xx])', 1)`,
);

/** A row that cannot be read as a record. What its people therefore lack at this point follows from it. */
export const unreadableRow: Rule = {
  name: 'format/unreadable-row',
  severity: 'error',
  title: { zh: '整行无法读取', en: 'Unreadable row' },
  why: {
    zh: '这一行没有读入，等于没有登记：它记的人和事在核对时都会缺少。',
    en: 'The row was not read: what it records counts as missing here.',
  },
  remedy: {
    zh: '检查这一行的分隔符和引号，使栏数与表头一致，再重新审核。',
    en: 'Check the delimiters and quotes of this row until it has as many cells as the header, then audit again.',
  },
  message: {
    zh: '这一行无法读取：{reason}。',
    en: 'This row cannot be read: {reason}.',
  },
  select: () => `
    WITH refused AS (
      SELECT p.record, p.raw, p.detail, s.point, COALESCE(s.community, '') AS community
      FROM problems AS p JOIN sources AS s ON s.source = p.source
      WHERE p.rule = 'format/unreadable-row' AND NOT s.set_aside
    ), named AS (
      ${IDS.map((id) => `SELECT p.record, p.point, ${id} AS id FROM refused AS p`).join(' UNION ')}
    )
    SELECT CAST(record AS STRING) AS finding, 0 AS ordinal, record, '' AS columns, community, detail,
      CAST(NULL AS STRING) AS covers
    FROM refused
    UNION ALL
    SELECT CAST(n.record AS STRING), 1, n.record, '', '', NULL, concat('person:', o.person, '@', n.point)
    FROM named AS n
    JOIN mentions AS m ON m.id = n.id
    JOIN person_of AS o ON o.record = m.record AND o.role = m.role`,
};
