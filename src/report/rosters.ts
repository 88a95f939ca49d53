import { type MessageKey, say } from '../messages/index.js';
import type { RosterRow } from '../model/measured.js';
import type { AuditResult } from '../model/result.js';
import { sumOf } from '../statistics/sum.js';
import { labelsOf } from './labels.js';
import { clean, grouped } from './text.js';

const KEYS = ['before', 'left', 'vanished', 'joined', 'unexplained', 'after'] as const;

/** The comparison with last month as a table: headings, then a row for each register of each community. */
export interface RosterTable {
  head: string[];
  rows: { cells: (string | number)[]; row: RosterRow }[];
}

/** How many people left and joined, with and without a reason on record; nothing where no last month was given. */
export function rosterTable(result: AuditResult): RosterTable | undefined {
  const { rosters, run } = result;
  if (!rosters || rosters.length === 0) return undefined;
  const labels = labelsOf(result);
  const names = (['community', 'point', 'register'] as const).map((key) => say(run.lang, `report.${key}`));
  return {
    head: [...names, ...KEYS.map((key) => say(run.lang, `roster.${key}`))],
    rows: rosters.map((row) => ({
      row,
      cells: [
        clean(row.community) || say(run.lang, 'report.no-community'),
        clean(labels.point(row.point)),
        labels.register(row.register),
        ...KEYS.map((key) => total(row[key])),
      ],
    })),
  };
}

function total(value: number | Record<string, number>): number {
  return typeof value === 'number' ? value : sumOf(Object.values(value));
}

/** What last month's registers were, and what explains the changes, as sentences. */
export function rosterSentences({ run, rosters = [] }: AuditResult): string[] {
  const { lang, previous } = run;
  if (!previous) return [];
  const rows = sumOf(previous.inputs, (input) => input.rows.read);
  const numbers = { tables: grouped(previous.inputs.length), rows: grouped(rows) };
  const counts = new Map<string, number>();
  const explained = rosters.flatMap(({ left, joined }) => [left, joined].flatMap(Object.entries<number>));
  for (const [reason, count] of explained) counts.set(reason, (counts.get(reason) ?? 0) + count);
  const told = [...counts]
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${say(lang, `roster.reason-${reason}` as MessageKey)} ${grouped(count)}`);
  const reasons = told.join(say(lang, 'report.comma'));
  return [
    say(lang, 'roster.read', { asOf: previous.asOf, since: previous.since, ...numbers }),
    ...(reasons ? [say(lang, 'roster.reasons', { reasons })] : []),
  ];
}
