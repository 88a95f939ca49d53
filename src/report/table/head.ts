import { gathered } from '../../keys/order.js';
import type { InputReport } from '../../model/input.js';
import { POINTS } from '../../model/point.js';
import type { AuditResult } from '../../model/result.js';
import { REGISTER_NAMES } from '../../registers/types.js';
import { sumOf } from '../../statistics/sum.js';
import { grouped, widthOf } from '../text.js';
import { type Columns, grid, heading, joined, maskingLine, type Page, paragraph } from './page.js';

/** Notes of a run that make its verdict say less than it seems to: they are said at the top, wherever it is shown. */
export const DOUBTS: readonly string[] = ['absent-since-last', 'no-period', 'no-events'];

const NAMES_WIDTH = 20;
const MOST_FILES = 12;
const MOST_DETAILS = 6;

/** What was audited, under which conditions, and what became of every row that was handed in. */
export function renderHead(page: Page, { tool, run }: AuditResult): string[] {
  const { paint, say } = page;
  const inputs = inReadingOrder(run.inputs);
  const facts = [`${say('report.period')} ${run.period}`, `${say('report.as-of')} ${run.asOf}`];
  if (run.startedAt) facts.push(`${say('report.started')} ${run.startedAt}`);
  return [
    paint.bold(`Plumbline ${tool.version} ${say('report.title')}`),
    paint.dim('═'.repeat(page.width)),
    ...renderRefused(page, run.refused),
    ...paragraph(page, '', facts.join('   ')),
    ...renderDoubts(page, run.notes),
    ...maskingLine(page, run.masked),
    ...heading(page, say('report.inputs')),
    ...grid(page, inputColumns(page, inputs)),
    '',
    ...renderFiles(page, inputs),
    ...renderAside(page, inputs, run.notes),
  ];
}

/** What makes the whole report say less than it seems to; how many, and which, where there are several. */
export function renderDoubts(page: Page, notes: Note[]): string[] {
  const doubts = notes.filter(({ code }) => DOUBTS.includes(code));
  return [...gathered(doubts, ({ code }) => code)].flatMap(([code, group]) =>
    group.some(({ detail }) => detail)
      ? renderNotes(page, code, group, page.paint.yellow)
      : paragraph(page, '', page.label.note(code), page.paint.yellow),
  );
}

/** Points as a clerk names them, witnesses after them; registers as the catalogue lists them; then by path. */
export function inReadingOrder(inputs: readonly InputReport[]): InputReport[] {
  const place = (order: readonly string[], name: string) =>
    (order.indexOf(name) + order.length + 1) % (order.length + 1);
  const keys = ({ point, register, path }: InputReport) => {
    return [place(POINTS, point), point, place(REGISTER_NAMES, register), path];
  };
  return [...inputs].sort((a, b) => compare(keys(a), keys(b)));
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const at = a.findIndex((key, i) => key !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}

/** What is not in this report comes first: nobody may take the rest for the whole. */
function renderRefused(page: Page, refused: AuditResult['run']['refused']): string[] {
  if (refused.length === 0) return [];
  const { paint, say } = page;
  return [
    ...paragraph(page, '', say('report.incomplete', { count: refused.length }), paint.red.bold),
    ...refused.flatMap(({ path, reason }) => [
      ...paragraph(page, '  ', path, paint.red),
      ...paragraph(page, '    ', reason),
    ]),
    '',
  ];
}

function inputColumns(page: Page, inputs: InputReport[]): Columns {
  const { say, label, paint } = page;
  const groups = gathered(inputs, ({ point, register }) => `${point}\n${register}`);
  const rows = [...groups.values()].map((group) => {
    const [first] = group;
    const names = [label.point(first?.point ?? ''), label.register(first?.register ?? '')];
    return [...names, communitiesOf(page, group), ...counts(group)];
  });
  const names = ['point', 'register', 'community', 'tables'] as const;
  const columns = [...names, 'rows-total', 'rows-read', 'rows-skipped', 'rows-refused'] as const;
  return {
    head: columns.map((column) => say(`report.${column}`)),
    rows: [...rows, [say('report.sum'), '', '', ...counts(inputs)].map((cell) => paint.bold(cell))],
    text: [0, 1, 2],
    whole: [0, 1],
  };
}

function counts(inputs: InputReport[]): string[] {
  const sum = (key: keyof InputReport['rows']) => sumOf(inputs, ({ rows }) => rows[key]);
  return [inputs.length, sum('total'), sum('read'), sum('skipped'), sum('refused')].map(grouped);
}

function communitiesOf(page: Page, inputs: InputReport[]): string {
  const names = [...new Set(inputs.flatMap(({ community }) => community ?? []))];
  if (names.length === 0) return page.say('report.all-communities');
  const list = joined(page, names.sort());
  return widthOf(list) <= NAMES_WIDTH ? list : page.say('report.community-count', { count: names.length });
}

/** Every file under the point that it was taken for, since all else follows from it. */
function renderFiles(page: Page, inputs: InputReport[]): string[] {
  const { say, label } = page;
  const points = gathered(inputs, ({ point }) => point);
  return [...points].flatMap(([point, group]) => {
    const files = [...new Set(group.map(({ path }) => path))];
    const shown = joined(page, files.slice(0, MOST_FILES));
    const rest = files.length > MOST_FILES ? say('report.more-files', { count: files.length }) : '';
    return paragraph(page, say('report.files-of', { point: label.point(point) }), shown + rest);
  });
}

type Note = InputReport['notes'][number];

/** Encodings, reasons for skipping, and notes, a line each. */
function renderAside(page: Page, inputs: InputReport[], runNotes: Note[]): string[] {
  const { say, label, paint } = page;
  const encodings = tally(inputs.flatMap(({ encoding }) => encoding?.toUpperCase() ?? []));
  const reasons = inputs.flatMap(({ skippedRows }) => skippedRows.map(({ reason }) => label.skip(reason)));
  const told = runNotes.filter(({ code }) => !DOUBTS.includes(code));
  const notes = gathered([...inputs.flatMap(inputNotes), ...told], ({ code }) => code);
  const aside = (mark: string, items: string[]) =>
    items.length > 0 ? paragraph(page, mark, joined(page, items), paint.dim) : [];
  return [
    ...aside(say('report.encodings'), encodings),
    ...aside(say('report.skipped-rows'), tally(reasons)),
    ...[...notes].flatMap(([code, group]) => renderNotes(page, code, group)),
  ];
}

function inputNotes({ path, notes }: InputReport): Note[] {
  return notes.map((note) => ({ ...note, detail: note.detail ?? path }));
}

function renderNotes(page: Page, code: string, notes: Note[], paint = page.paint.dim): string[] {
  const count = sumOf(notes, (note) => note.count);
  const details = [...new Set(notes.flatMap(({ detail }) => detail ?? []))];
  const shown = [...details.slice(0, MOST_DETAILS), ...(details.length > MOST_DETAILS ? ['…'] : [])];
  const line = page.say('report.note', { label: page.label.note(code), count: grouped(count) });
  const where = shown.length > 0 ? page.say('report.note-details', { details: joined(page, shown) }) : '';
  return paragraph(page, '', line + where, paint);
}

function tally(words: string[]): string[] {
  return [...gathered(words, (word) => word)].map(([word, group]) => `${word} ${grouped(group.length)}`);
}
