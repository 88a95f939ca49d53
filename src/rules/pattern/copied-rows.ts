import { z } from 'zod';
import { REGISTERS } from '../../registers/index.js';
import type { Rule } from '../rule.js';

const options = z.strictObject({ rows: z.int().min(2) });

/** Where people live may differ between two honest entries of the same family: such rows are no copies. */
const SAME = ['name', 'date', 'residence', 'direction', 'move'];

/** One row per record that names somebody and a date: the key is what a copy has in common with its original. */
const KEYS = Object.values(REGISTERS).flatMap(({ name, columns }) => {
  const of = (type: string) =>
    columns.filter((column) => column.type === type).map((column) => `t.${column.name}`);
  const [names, dates] = [of('name'), of('date')];
  if (names.length === 0 || dates.length === 0) return [];
  return `SELECT '${name}' AS register, t.record, t.source, t.row, t.community, hash_of(${SAME.flatMap(of).join(', ')}) AS said
      FROM ${name} t WHERE t.community IS NOT NULL AND COALESCE(${names.join(', ')}) IS NOT NULL
        AND COALESCE(${dates.join(', ')}) IS NOT NULL`;
});

/** Rows that stand one under the other in two communities of one register, with the same names and dates. */
export const copiedRows: Rule<z.infer<typeof options>> = {
  name: 'pattern/copied-rows',
  severity: 'warning',
  reads: 'registers',
  options,
  defaults: { rows: 5 },
  title: { zh: '整段雷同', en: 'Rows copied between communities' },
  why: {
    zh: '两个社区的登记里有一连串姓名和日期都相同的行，像是从一处复制到另一处。',
    en: 'Two communities have a run of rows with the same names and dates: one was probably copied from the other.',
  },
  remedy: {
    zh: '查明这些人属于哪个社区，从另一个社区的登记中删去。',
    en: 'Find out to which community these people belong, and delete the rows from the other.',
  },
  message: {
    zh: '{community}与{other_community}的{register}有连续 {run} 行姓名和日期相同。',
    en: '{register} of {community} and {other_community} have {run} rows in a row with the same names and dates.',
  },
  select: ({ options: { rows } }) => `
    WITH keyed AS (
      SELECT k.record, k.source, k.row, k.community, k.register, s.point, hash_of(k.register, s.point, k.said) AS copy_key
      FROM (${KEYS.join('\n      UNION ALL ')}) AS k JOIN sources s ON s.source = k.source AND NOT s.set_aside
    ), shared AS (
      SELECT copy_key FROM keyed GROUP BY copy_key HAVING MIN(community) <> MAX(community)
    ), likely AS (
      SELECT k.* FROM keyed k JOIN shared d ON d.copy_key = k.copy_key
    ), lines AS (
      SELECT record, ROW_NUMBER() OVER (PARTITION BY source, community ORDER BY row) AS line
      FROM keyed WHERE source IN (SELECT source FROM likely GROUP BY source HAVING COUNT(*) >= ${rows})
    ), placed AS (
      SELECT l.*, n.line FROM likely l JOIN lines n ON n.record = l.record
    ), pairs AS (
      SELECT a.register, a.point, a.source AS source_a, b.source AS source_b, a.community, b.community AS other_community,
        a.line, b.line - a.line AS shift, a.record AS record_a, b.record AS record_b
      FROM placed a JOIN placed b ON b.copy_key = a.copy_key AND b.community > a.community
    ), islands AS (
      SELECT p.*, line - ROW_NUMBER() OVER (PARTITION BY source_a, source_b, community, other_community, shift ORDER BY line) AS island
      FROM pairs p
    ), runs AS (
      SELECT i.*, COUNT(*) OVER (PARTITION BY source_a, source_b, community, other_community, shift, island) AS run,
        ROW_NUMBER() OVER (PARTITION BY source_a, source_b, community, other_community, shift, island ORDER BY line) AS place,
        MIN(record_a) OVER (PARTITION BY source_a, source_b, community, other_community, shift, island) AS first_record
      FROM islands i
    ), cited AS (
      SELECT r.*, 2 * place - 2 AS ordinal, record_a AS record FROM runs r WHERE run >= ${rows}
      UNION ALL
      SELECT r.*, 2 * place - 1, record_b FROM runs r WHERE run >= ${rows}
    )
    SELECT CONCAT(CAST(first_record AS STRING), '|', other_community, '|', CAST(shift AS STRING)) AS finding, ordinal, record,
      '' AS columns, community, point, other_community, run, run AS count,
      CONCAT('copied:', CAST(record AS STRING)) AS covers
    FROM cited`,
};
