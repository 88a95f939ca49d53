import { strange } from '../findings/written.js';
import { say } from '../messages/index.js';
import type { CitedRecord, Finding } from '../model/finding.js';
import type { Lang } from '../model/language.js';
import type { AuditResult } from '../model/result.js';
import type { Severity } from '../model/severity.js';
import { fold } from './faults.js';
import { type Labels, labelsOf } from './labels.js';
import { rolesOf } from './roles.js';
import { clean, cleanAll } from './text.js';

/** A finding as a row of a table: words in the language of the run, nothing in it that could steer a program. */
export interface FindingRow {
  finding: Finding;
  level: Severity;
  severity: string;
  title: string;
  community: string;
  building: string;
  event: string;
  point: string;
  message: string;
  suggestion: string;
  unconfirmed: boolean;
  /** The first place where something is to be mended; undefined where none is known. */
  place: MendPlace | undefined;
  /** Every place where something is to be mended: cells that are wrong, and rows that are to be entered. */
  places: string[];
  /** Records that prove it. */
  evidence: string[];
  /** Claimants that lack a record. */
  missing: string;
  /** Id of the finding that this one follows from, empty where it stands for itself. */
  cause: string;
}

/** A place where a record is wrong, or where one is to be entered. */
export type MendPlace = Pick<CitedRecord, 'path' | 'cells'> & {
  anchor?: string | undefined;
  sheet?: string | undefined;
  /** Absent where a record is to be entered and nobody knows in which row. */
  row?: number | undefined;
  /** A record is to be entered here. */
  enter?: true;
};

/** Every finding as a row, in the order of the result. */
export function findingRows(result: AuditResult): FindingRow[] {
  const labels = labelsOf(result);
  const { consequences } = fold(result.findings);
  const caused = new Set([...consequences.values()].flat());
  return result.findings.map((finding) => rowOf(cleanAll(finding), caused.has(finding), result, labels));
}

function rowOf(finding: Finding, isCaused: boolean, { run }: AuditResult, labels: Labels): FindingRow {
  const { mend, evidence } = rolesOf(finding);
  const entries = missingEntries(finding);
  const texts = (places: readonly Parameters<typeof placeText>[0][]) =>
    places.map((place) => placeText(place, labels, run.lang));
  return {
    finding,
    level: finding.severity,
    severity: say(run.lang, `report.${finding.severity}`),
    title: clean(labels.rule(finding.rule)),
    community: finding.community,
    building: finding.building ?? '',
    event: finding.event === undefined ? '' : labels.event(finding.event),
    point: finding.point === undefined ? '' : labels.point(finding.point),
    message: finding.message,
    suggestion: finding.suggestion,
    unconfirmed: finding.unconfirmed ?? false,
    place: mend[0] ?? entries[0] ?? (finding.missingFrom ? undefined : evidence[0]),
    places: texts([...mend, ...entries]),
    evidence: texts(evidence),
    missing: missingOf(finding, labels).join(say(run.lang, 'report.comma')),
    cause: isCaused ? (finding.causedBy ?? '') : '',
  };
}

/** Where records are to be entered: the claimants that lack them, as far as their file is known. */
export function missingEntries({ missingFrom = [] }: Finding): (MendPlace & { point: string })[] {
  return missingFrom.flatMap(({ point, path, sheet, row }) =>
    path === undefined ? [] : [{ point, path, sheet, row, cells: [], enter: true as const }],
  );
}

/**
 * `台账 · 台账/朝阳社区.xlsx › 出生登记 › E7, F7`; the row where no cells are named. A cell in which nobody would see what
 * it was read as is quoted: `F7（写作“43433”）`.
 */
function placeText(place: CitedRecord | (MendPlace & { point: string }), labels: Labels, lang: Lang): string {
  const cells = place.cells.map((cell, n) => {
    const column = 'values' in place && place.columns[n];
    const isRead = column && (place.values[column] ?? null) !== null;
    const text = isRead ? strange(place, column) : undefined;
    return text === undefined ? cell : cell + say(lang, 'report.written', { text });
  });
  return `${labels.point(place.point)} · ${whereOf({ ...place, cells }, lang)}`;
}

/** File, sheet, and the cells as spreadsheets name them, or the row where the whole row is meant or is to be entered. */
export function whereOf(place: MendPlace, lang: Lang): string {
  return [place.path, place.sheet, atOf(place, lang)].filter(Boolean).join(' › ');
}

function atOf({ cells, row, enter }: MendPlace, lang: Lang): string {
  if (cells.length > 0) return cells.join(', ');
  if (row === undefined) return say(lang, 'reports.enter');
  return say(lang, enter ? 'reports.enter-row' : 'report.row', { row });
}

function missingOf({ missingFrom = [] }: Finding, labels: Labels): string[] {
  return missingFrom.map(({ point, register, community }) =>
    [community, labels.point(point), labels.register(register)].filter(Boolean).join(' · '),
  );
}

/** What could start a formula when a spreadsheet reads it, full-width forms included. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

/** A text for a cell of a spreadsheet: no control characters, and never a formula. */
export function harmless(text: string): string {
  const cleaned = clean(text);
  return FORMULA.test(cleaned) ? `'${cleaned}` : cleaned;
}

/** The sentence on masking that every format states in its head. */
export function maskingOf({ run }: AuditResult): string {
  return say(run.lang, run.masked ? 'report.masked' : 'report.revealed');
}
