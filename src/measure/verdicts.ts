import type { Severity } from '../model/severity.js';
import type { SqlColumn } from '../store/tables.js';
import type { FigureCell } from './figures.js';
import { areaName } from './total-rows.js';

/** One verdict on reported figures: what a rule of the family `totals` will find. */
export interface Verdict {
  rule: string;
  severity?: Severity;
  /** The figures to look at: their cells are cited. */
  suspects: readonly FigureCell[];
  /** Other figures of the identity: their rows are cited. */
  others?: readonly FigureCell[];
  /** Anchors (see `rules/causes.ts`). */
  cause?: readonly string[];
  covers?: readonly string[];
  evidence: Partial<Record<(typeof EVIDENCE)[number], string>>;
}

/** The finding that says of one of some figures that it is wrong: the first there is. */
export function firstAnchor(
  cells: readonly FigureCell[],
  suspected: ReadonlyMap<FigureCell, string>,
): string | undefined {
  return cells.map((cell) => suspected.get(cell)).find((anchor) => anchor !== undefined);
}

/** What sentences and readers of the JSON are told; all in the words and figures of the reports. */
const EVIDENCE = [
  'figure',
  'printed',
  'recomputed',
  'difference',
  'error_percent',
  'equation',
  'repair',
  'choices',
  'detail',
  'resembles',
] as const;

/** Table `figure_faults`: one row per (finding, ordinal, record), which each rule of the family reads. */
export const FAULT_COLUMNS: Readonly<Record<string, SqlColumn[1]>> = {
  rule: 'VARCHAR',
  finding: 'VARCHAR',
  ordinal: 'INTEGER',
  record: 'BIGINT',
  columns: 'VARCHAR',
  cause: 'VARCHAR',
  covers: 'VARCHAR',
  community: 'VARCHAR',
  severity: 'VARCHAR',
  period: 'VARCHAR',
  ...Object.fromEntries(EVIDENCE.map((name) => [name, 'VARCHAR' as const])),
};

type Row = (string | number | null)[];

/** Figures of an identity that are cited; a street may have a hundred communities. */
const MOST_CITED = 16;

/**
 * The rows of all verdicts.
 *
 * @param wide sources in the wide form, where each indicator has a column of its own
 */
export function verdictRows(verdicts: readonly Verdict[], wide: ReadonlySet<number>): Row[] {
  return verdicts.flatMap((verdict, n) =>
    rowsOfOne(verdict, `${verdict.rule}:${String(n).padStart(8, '0')}`, wide),
  );
}

function rowsOfOne(verdict: Verdict, finding: string, wide: ReadonlySet<number>): Row[] {
  const { rule, suspects, others = [], cause = [], covers = [], severity, evidence } = verdict;
  const [first] = suspects.length > 0 ? suspects : others;
  const cited = [
    ...suspects.flatMap((cell) =>
      cell.figures.map(({ record, source }) => ({ record, columns: columnOf(cell, source, wide) })),
    ),
    ...others.flatMap((cell) => cell.figures.slice(0, 1).map(({ record }) => ({ record, columns: '' }))),
  ].slice(0, MOST_CITED);
  return cited.map(({ record, columns }, ordinal) => [
    rule,
    finding,
    ordinal,
    record,
    columns,
    cause.join(' '),
    covers.join(' '),
    first ? areaName(first.area) : '',
    severity ?? null,
    first?.span.label ?? '',
    ...EVIDENCE.map((name) => evidence[name] ?? null),
  ]);
}

/** The canonical column of a figure: of the wide form, the code of its indicator. */
function columnOf({ indicator }: FigureCell, source: number, wide: ReadonlySet<number>): string {
  return wide.has(source) ? columnName(indicator.code) : 'value';
}

/** The code of an indicator as a column's name, which holds no blanks. */
export function columnName(code: string): string {
  return code.replace(/\s/g, '');
}
