import { strange } from '../../findings/written.js';
import { gathered } from '../../keys/order.js';
import type { CitedRecord, Finding } from '../../model/finding.js';
import { rolesOf } from '../roles.js';
import { whereOf } from '../rows.js';
import { cleanAll, grouped } from '../text.js';
import { joined, type Page, paragraph, tone } from './page.js';

const MOST_PLACES = 6;
const MOST_CELLS = 4;

/**
 * One finding: what kind it is, the sentence, then the places.
 * @param number its number in the community
 * @param workbook path that the heading has named already
 */
export function renderFinding(page: Page, given: Finding, number: number, workbook: string): string[] {
  const finding = cleanAll(given);
  const { say, paint, label } = page;
  const { count = 1, records, rule, severity } = finding;
  const indent = ' '.repeat(5);
  const title = label.rule(rule) === rule ? rule : `${label.rule(rule)} ${rule}`;
  const mark = `${`${number}`.padStart(4)} ${tone(page, severity)(say(`report.${severity}`))} `;
  const raw = unreadableOf(finding);
  const times = count > 1 ? say('report.occurrences', { count: grouped(count) }) : '';
  const doubt = finding.unconfirmed ? say('report.undecided') : '';
  const { mend, evidence } = rolesOf(finding);
  const shown = [...mend, ...evidence].slice(0, MOST_PLACES);
  const places = [
    ...lackingOf(page, finding, workbook),
    ...shown.map((place) => {
      const proof = evidence.includes(place) ? say('reports.evidence') + say('report.colon') : '';
      return proof + placeOf(page, place, workbook, raw);
    }),
  ];
  const hidden = records.length - shown.length;
  if (hidden > 0) places.push(say('report.more-places', { count: grouped(hidden) }));
  return [
    ...paragraph(page, mark, title),
    ...paragraph(page, indent, doubt + finding.message + times),
    ...places.flatMap((place) => paragraph(page, `${indent}› `, place, paint.dim)),
  ];
}

/** What a cell holds that has no value because it cannot be understood. */
function unreadableOf({ evidence }: Finding): string {
  return typeof evidence.raw === 'string' ? evidence.raw : '';
}

/** Point, file, sheet, row, and the cells concerned with what they hold. */
function placeOf(page: Page, place: CitedRecord, workbook: string, raw: string): string {
  const path = place.path === workbook ? '' : place.path;
  const where = [path, place.sheet ?? '', page.say('report.row', { row: place.row })].filter(Boolean);
  const cells = place.columns.slice(0, MOST_CELLS).map((column, i) => {
    return [place.cells[i], place.headings[i], cellOf(page, place, column, raw)]
      .filter((part) => part !== undefined)
      .join(' ');
  });
  if (place.columns.length > MOST_CELLS) {
    cells.push(page.say('report.more-columns', { count: place.columns.length }));
  }
  const what = cells.length > 0 ? page.say('report.colon') + cells.join(page.say('report.semicolon')) : '';
  return `${page.label.point(place.point)} · ${where.join(' › ')}${what}`;
}

/** What a cell holds: as it stands, with what it was read as beside it where nobody would see that. */
function cellOf({ say, label }: Page, place: CitedRecord, column: string, raw: string): string {
  const known = place.values[column];
  const text = place.written?.[column];
  if (isBlank(known)) return text ?? (raw || say('report.blank'));
  const value = label.value(place.register, column, known);
  return strange(place, column) === undefined ? (text ?? value) : say('report.read-as', { text, value });
}

function isBlank(value: string | number | null | undefined): value is null | undefined | '' {
  return value === null || value === undefined || value === '';
}

/** Where a record should be and is not, in one line; the community is named where it is another one. */
function lackingOf(page: Page, { missingFrom = [], community: own }: Finding, workbook: string): string[] {
  const { say, label, lang } = page;
  const claimants = missingFrom.map(({ point, register, community, path = '', sheet, row }) => {
    const where = community === own ? '' : say('report.missing-elsewhere', { community });
    const who = say('report.claimant', { point: label.point(point), register: label.register(register) });
    if (!path) return who + where;
    const at = whereOf({ path: path === workbook ? '' : path, sheet, row, cells: [], enter: true }, lang);
    return `${who}${where} › ${at}`;
  });
  if (claimants.length === 0) return [];
  return [say('report.missing', { claimants: claimants.join(say('report.comma')) })];
}

/** Findings that go away with their cause, folded into one line. */
export function renderConsequences(page: Page, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  const rules = [...gathered(findings, ({ rule }) => rule)].map(([rule, same]) =>
    page.say('report.rule-count', { rule: page.label.rule(rule), count: grouped(same.length) }),
  );
  const line = page.say('report.consequences', { rules: joined(page, rules) });
  return paragraph(page, '     └ ', line, page.paint.dim);
}
