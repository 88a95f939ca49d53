import { gathered } from '../../keys/order.js';
import { type MessageKey, say } from '../../messages/index.js';
import type { Finding } from '../../model/finding.js';
import type { Lang } from '../../model/language.js';
import type { AuditResult } from '../../model/result.js';
import { SEVERITIES, type Severity } from '../../model/severity.js';
import type { CellLook } from '../../workbook/looks.js';
import type { Cell, Sheet, SheetColumn, SheetRow } from '../../workbook/sheet.js';
import { faultsOf } from '../faults.js';
import type { RenderOptions } from '../reporter.js';
import { type FindingRow, maskingOf } from '../rows.js';
import { arrange, countBySeverity } from '../table/groups.js';
import type { Tick } from '../ticks.js';
import { cellText, heightOf, listSheet, sheetNamer } from './cells.js';
import { findingCells } from './finding-cells.js';

/** The findings of one community on a sheet of their own. */
export interface CommunitySheet {
  name: string;
  /** Its faults by severity, and how many findings follow from others. */
  counts: Record<Severity | 'caused', number>;
  /** Ids of its findings, in the order of their numbers on it. */
  ids: readonly string[];
  sheet: Sheet;
}

/** Heading and width of every column; those from `corrected` on are filled in by hand. */
const COLUMNS = {
  number: 6,
  severity: 7,
  building: 9,
  file: 17,
  open: 6,
  place: 20,
  message: 40,
  suggestion: 27,
  kind: 12,
  cause: 8,
  corrected: 9,
  by: 8,
  date: 12,
  remark: 12,
  id: 19,
} as const;
const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
const WIDTHS = NAMES.map((name) => COLUMNS[name]);
const BY_HAND: ReadonlySet<string> = new Set(['corrected', 'by', 'remark']);

/** A sheet for each community, the worst first, and in each its findings, the worst workbook first. */
export function communitySheets(
  rows: readonly FindingRow[],
  result: AuditResult,
  { linkTo, ticks }: Pick<RenderOptions, 'linkTo' | 'ticks'>,
): CommunitySheet[] {
  const { lang } = result.run;
  const nameOf = sheetNamer(
    (['summary', 'all-findings', 'error-rates'] as const)
      .map((key) => say(lang, `reports.${key}`))
      .concat('History', say(lang, 'reports.indicators')),
  );
  const rowOf = new Map(rows.map((row) => [row.finding.id, row]));
  const numbers = new Map<string, string>();
  const sheets = inOrder(result).map(({ name, faults, caused }) => {
    const own = [...faults, ...caused].flatMap(({ id }) => rowOf.get(id) ?? []);
    own.forEach((row, at) => numbers.set(row.finding.id, `${at + 1}`));
    return { name, counts: { ...countBySeverity(faults), caused: caused.length }, own };
  });
  return sheets.map(({ name, counts, own }) => {
    const title = nameOf(name || say(lang, 'report.no-community'));
    const cells = own.map((row, at) =>
      findingRow(row, {
        number: at + 1,
        cause: causeOf(row, rowOf, numbers),
        lang,
        linkTo,
        tick: ticks?.get(row.finding.id) ?? {},
      }),
    );
    const ids = own.map(({ finding }) => finding.id);
    return { name: title, counts, ids, sheet: sheetOf(title, cells, result) };
  });
}

/** Communities with their findings: first those that stand for themselves, as a clerk works, then what follows from others. */
function inOrder({ findings }: AuditResult): { name: string; faults: Finding[]; caused: Finding[] }[] {
  const { roots, consequences } = faultsOf(findings);
  const caused = gathered([...consequences.values()].flat(), ({ community }) => community);
  const faults = new Map(
    arrange(roots).map(({ name, workbooks }) => [name, workbooks.flatMap((workbook) => workbook.findings)]),
  );
  return [...new Set([...faults.keys(), ...caused.keys()])].map((name) => ({
    name,
    faults: faults.get(name) ?? [],
    caused: caused.get(name) ?? [],
  }));
}

/** The number of the finding that this one follows from, with its community where that is another one. */
function causeOf(
  { cause, community }: FindingRow,
  rows: ReadonlyMap<string, FindingRow>,
  numbers: ReadonlyMap<string, string>,
): string {
  const origin = rows.get(cause);
  if (!origin) return '';
  const number = numbers.get(cause) ?? '';
  return origin.community === community ? number : `${origin.community} ${number}`;
}

function sheetOf(name: string, rows: SheetRow[], result: AuditResult): Sheet {
  const { lang, period } = result.run;
  const notes = [`${name} · ${say(lang, 'report.period')} ${period} · ${maskingOf(result)}`];
  const heads = NAMES.map((column) => say(lang, `reports.${column}`));
  return {
    ...listSheet({ name, notes, heads, widths: WIDTHS, rows }, lang),
    columns: NAMES.map((column) => layout(column, lang)),
    printed: NAMES.length - 1,
    done: { column: NAMES.indexOf('corrected'), word: say(lang, 'reports.corrected-yes') },
  };
}

function layout(column: keyof typeof COLUMNS, lang: Lang): SheetColumn {
  const width = COLUMNS[column];
  if (column !== 'corrected' && column !== 'remark') return { width };
  const words = CHOICES[column].map((word) => say(lang, `reports.${column}-${word}` as MessageKey));
  return { width, choices: { words, message: say(lang, 'reports.choose') } };
}

/** What a clerk may choose in the columns that are filled in by hand. */
const CHOICES = { corrected: ['yes', 'no', 'needless'], remark: ['entry', 'late', 'true', 'visit', 'other'] };

interface RowOptions {
  number: number;
  /** The number of the finding that it follows from. */
  cause: string;
  lang: Lang;
  linkTo: RenderOptions['linkTo'];
  /** What was filled in by hand before. */
  tick: Tick;
}

function written(text: string | undefined): string | null {
  return text === undefined ? null : cellText(text);
}

function findingRow(row: FindingRow, { number, cause, lang, linkTo, tick }: RowOptions): SheetRow {
  const shared = findingCells(row, lang, linkTo);
  const values: Record<keyof typeof COLUMNS, Cell> = {
    ...shared,
    number,
    cause: cellText(cause),
    corrected: written(tick.corrected),
    by: written(tick.by),
    date: typeof tick.date === 'string' ? written(tick.date) : tick.date,
    remark: written(tick.remark),
  };
  const cells = NAMES.map((name) => values[name]);
  const looks = (shared.open ? LINKED : UNLINKED)[row.level];
  return { cells, height: heightOf(cells, WIDTHS), looks };
}

const LINKED = looksOf(true);
const UNLINKED = looksOf(false);

/** Looks of a row by its severity, made once. */
function looksOf(linked: boolean): Record<Severity, CellLook[]> {
  const look = (name: string, level: Severity): CellLook => {
    if (name === 'severity') return level;
    if (name === 'number') return 'number';
    if (name === 'date') return 'day';
    if (name === 'open' && linked) return 'link';
    return BY_HAND.has(name) ? 'entry' : 'text';
  };
  const entries = SEVERITIES.map((level) => [level, NAMES.map((name) => look(name, level))]);
  return Object.fromEntries(entries) as Record<Severity, CellLook[]>;
}
