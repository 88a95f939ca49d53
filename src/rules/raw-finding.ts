import { byText, gathered } from '../keys/order.js';
import type { Severity } from '../model/severity.js';
import type { SqlRow, SqlValue } from '../store/store.js';
import type { Rule } from './rule.js';

export interface Citation {
  record: number;
  ordinal: number;
  /** Canonical columns; empty for the whole row. */
  columns: string[];
}

/** A finding as its rule's SELECT gave it: record numbers, no places, no words. */
export interface RawFinding {
  rule: Rule;
  severity: Severity;
  community: string;
  event: number | null;
  period?: string;
  point?: string;
  count?: number;
  unconfirmed?: true;
  cited: Citation[];
  missing: { point: string; register: string; community: string }[];
  cause: string[];
  covers: string[];
  /** What identifies the finding where its records do not. */
  identity?: string;
  evidence: SqlRow;
}

/** Gathers the rows of each finding; findings keep the order of their keys, so that equal input gives equal output. */
export function groupRows(rule: Rule, rows: readonly SqlRow[]): RawFinding[] {
  const groups = [...gathered(rows, ({ finding }) => String(finding))].sort(([a], [b]) => byText(a, b));
  return groups.map(([, group]) => toFinding(rule, group.sort(byOrdinal)));
}

/** The engine returns rows in any order: equal input must give equal bytes all the same. */
function byOrdinal(a: SqlRow, b: SqlRow): number {
  return (
    Number(a.ordinal) - Number(b.ordinal) ||
    Number(a.record) - Number(b.record) ||
    byText(text(a.columns), text(b.columns))
  );
}

const RESERVED = new Set([
  ...['finding', 'ordinal', 'record', 'columns', 'cause', 'covers', 'missing', 'community', 'event'],
  ...['severity', 'period', 'point', 'count', 'unconfirmed', 'identity'],
]);

function toFinding(rule: Rule, rows: readonly SqlRow[]): RawFinding {
  const first = rows[0] ?? {};
  const finding: RawFinding = {
    rule,
    severity: isSeverity(first.severity) ? first.severity : rule.severity,
    community: text(first.community),
    event: typeof first.event === 'number' ? first.event : null,
    cited: citations(rows),
    missing: parts(rows, 'missing', ';').sort().map(toMissing),
    cause: parts(rows, 'cause', ' '),
    covers: parts(rows, 'covers', ' '),
    evidence: evidenceOf(first, rule),
  };
  if (text(first.period)) finding.period = text(first.period);
  if (text(first.point)) finding.point = text(first.point);
  if (text(first.identity)) finding.identity = text(first.identity);
  if (typeof first.count === 'number') finding.count = first.count;
  if (first.unconfirmed === true) finding.unconfirmed = true;
  return finding;
}

/** Records in the order of their first mention, each once, with all columns cited of them. */
function citations(rows: readonly SqlRow[]): Citation[] {
  const cited = new Map<number, { ordinal: number; columns: Set<string> }>();
  for (const row of rows) {
    if (typeof row.record !== 'number') continue;
    const citation = cited.get(row.record) ?? { ordinal: Number(row.ordinal), columns: new Set<string>() };
    cited.set(row.record, citation);
    for (const column of words(row.columns, ' ')) citation.columns.add(column);
  }
  return [...cited].map(([record, { ordinal, columns }]) => ({ record, ordinal, columns: [...columns] }));
}

/** The name of the rule is no evidence in a row of a SELECT that several rules share. */
function evidenceOf(row: SqlRow, { shared }: Rule): SqlRow {
  const isEvidence = (column: string) => !RESERVED.has(column) && !(shared && column === 'rule');
  return Object.fromEntries(Object.entries(row).filter(([column]) => isEvidence(column)));
}

function parts(rows: readonly SqlRow[], column: string, separator: string): string[] {
  return [...new Set(rows.flatMap((row) => words(row[column], separator)))];
}

function words(value: SqlValue | undefined, separator: string): string[] {
  return typeof value === 'string' ? value.split(separator).filter((word) => word !== '') : [];
}

function toMissing(claimant: string): RawFinding['missing'][number] {
  const [point = '', register = '', community = ''] = claimant.split('|');
  return { point, register, community };
}

function text(value: SqlValue | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

function isSeverity(value: SqlValue | undefined): value is Severity {
  return value === 'error' || value === 'warning' || value === 'notice';
}
