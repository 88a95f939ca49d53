import type { Rule } from './rule.js';
import { MENTION_COLUMNS } from './sql.js';

/** What a rule about problems found while reading says of itself. */
export type ProblemRule = Omit<Rule, 'select'>;

/** One finding for each cell (or sheet) in which reading found the problem of that name. */
export function cellRule(rule: ProblemRule): Rule {
  return {
    ...rule,
    select: () => `
      SELECT concat(p.record, ':', p."column") AS finding, 0 AS ordinal, p.record AS record, p."column" AS columns,
        COALESCE(r.community, s.community, '') AS community, p.raw AS raw, p.detail AS detail
      FROM problems AS p
      JOIN sources AS s ON s.source = p.source
      LEFT JOIN records AS r ON r.record = p.record
      WHERE p.rule = '${rule.name}' AND NOT s.set_aside`,
  };
}

/** What a finding about an ID says besides the ID's own cell: SQL over `k` (see `MENTION_COLUMNS`) and mention `m`. */
interface BesideId {
  /** A cell of the same row that is cited with it. */
  cell?: 'k.birth_column' | 'k.sex_column';
  /** The evidence `detail`, where it is not the one of the problem. */
  detail?: string;
  /** The finding of all that was said of a row together, over its columns; null where each ID is a finding by itself. */
  together?: string;
}

/**
 * One finding for each ID in which reading found the problem of that name: an ID that stands wrong in eight records
 * of one person is one fault, and what is wrong in a surplus row follows from its being one (`…/duplicated`). IDs
 * without a name beside them are taken one by one.
 */
export function idRule(
  rule: ProblemRule,
  { cell, detail = 'p.detail', together = 'NULL' }: BesideId = {},
): Rule {
  const columns = cell ? `concat_ws(' ', k.id_column, ${cell})` : 'k.id_column';
  return {
    ...rule,
    select: () => `
      SELECT COALESCE(${together}, concat(COALESCE(person_id, raw), ':', COALESCE(pinyin, CAST(record AS STRING))))
          AS finding,
        0 AS ordinal, record, columns, community, person_id, raw, detail, CONCAT('surplus:', CAST(record AS STRING)) AS cause
      FROM (SELECT p.record, ${columns} AS columns, COALESCE(r.community, '') AS community, m.id AS person_id, m.pinyin,
          p.raw, ${detail} AS detail
        FROM problems AS p
        JOIN sources AS s ON s.source = p.source
        JOIN records AS r ON r.record = p.record
        JOIN ${MENTION_COLUMNS}
          ON k.register = r.register AND p."column" IN (k.id_column, k.birth_column, k.sex_column)
        LEFT JOIN mentions AS m ON m.record = p.record AND m.role = k.role
        WHERE p.rule = '${rule.name}' AND NOT s.set_aside) AS said`,
  };
}
