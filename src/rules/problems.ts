import type { Named, Rule, RulePart } from './rule.js';
import { evidenceColumns, isAsked, ofRule, type RuleDescription, ruleMaker } from './shared.js';
import { MENTION_COLUMNS } from './sql.js';

/** A rule about problems found while reading. */
type ProblemRule = Omit<RuleDescription, 'reads' | 'silentWithout'>;

const FROM_READING = { reads: 'registers', silentWithout: ['problems'] } as const;
const problemRule = ruleMaker(cellSelect, FROM_READING);
const idProblemRule = ruleMaker(idSelect, FROM_READING);

/** One finding for each cell (or sheet) in which reading found the problem of that name. */
export function cellRule(rule: ProblemRule): Rule {
  return problemRule(rule, () => ({ evidence: { raw: 'p.raw', detail: 'p.detail' } }));
}

/** One finding for each row in which it did. What its people therefore lack there names it as the cause. */
export function rowRule(rule: ProblemRule): Rule {
  const covers = `CONCAT('row:', CAST(p.record AS STRING))`;
  return problemRule(rule, () => ({ covers, evidence: { detail: 'p.detail' } }));
}

function cellSelect(parts: readonly Named<RulePart & { covers?: string }>[]): string {
  return `
    SELECT p.rule, CONCAT_WS(':', CAST(p.record AS STRING), p."column") AS finding, 0 AS ordinal, p.record AS record, p."column" AS columns,
      COALESCE(r.community, s.community, '') AS community, ${ofRule(parts, ({ covers }) => covers, 'p.rule')} AS covers
      ${evidenceColumns(parts, 'p.rule')}
    FROM problems AS p
    JOIN sources AS s ON s.source = p.source
    LEFT JOIN records AS r ON r.record = p.record
    WHERE ${isAsked(parts, 'p.rule')} AND NOT s.set_aside`;
}

/** What a finding about an ID says besides the ID's own cell: SQL over `k` (see `MENTION_COLUMNS`) and mention `m`. */
interface BesideId extends RulePart {
  /** A cell of the same row that is cited with it. */
  cell?: 'k.birth_column' | 'k.sex_column';
  /** The evidence `detail`, where it is not the one of the problem. */
  detail?: string;
  /** The finding of all that was said of a row together, over its columns; absent where each ID is a finding by itself. */
  together?: string;
}

/**
 * One finding for each ID in which reading found the problem of that name: an ID that stands wrong in eight records
 * of one person is one fault, and what is wrong in a surplus row follows from its being one (`…/duplicated`). IDs
 * without a name beside them are taken one by one.
 */
export function idRule(rule: ProblemRule, beside: BesideId = {}): Rule {
  return idProblemRule(rule, () => beside);
}

function idSelect(parts: readonly Named<BesideId>[]): string {
  const cell = ofRule(parts, (part) => part.cell, 'p.rule');
  const detail = ofRule(parts, (part) => part.detail ?? 'p.detail', 'p.rule');
  const together = ofRule(parts, (part) => part.together, 'rule');
  return `
    SELECT rule, COALESCE(${together}, concat(COALESCE(person_id, raw), ':', COALESCE(pinyin, CAST(record AS STRING))))
        AS finding,
      0 AS ordinal, record, columns, community, person_id, raw, detail, CONCAT('surplus:', CAST(record AS STRING)) AS cause
    FROM (SELECT p.rule, p.record, concat_ws(' ', k.id_column, ${cell}) AS columns, COALESCE(r.community, '') AS community,
        m.id AS person_id, m.pinyin, p.raw, ${detail} AS detail
      FROM problems AS p
      JOIN sources AS s ON s.source = p.source
      JOIN records AS r ON r.record = p.record
      JOIN ${MENTION_COLUMNS}
        ON k.register = r.register AND p."column" IN (k.id_column, k.birth_column, k.sex_column)
      LEFT JOIN mentions AS m ON m.record = p.record AND m.role = k.role
      WHERE ${isAsked(parts, 'p.rule')} AND NOT s.set_aside) AS said`;
}
