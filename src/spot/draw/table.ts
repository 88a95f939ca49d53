import { sayOr } from '../../messages/index.js';
import type { Draw, DrawNote, DrawnArea, DrawnUnit } from '../../model/draw.js';
import { REGISTERS } from '../../registers/index.js';
import type { Printing } from '../../report/terminal.js';
import { clean, grouped, widthOf, wrap } from '../../report/text.js';
import { shortTicket } from '../../statistics/sampler.js';
import { bullets, type Line, labelled, type Say, textPage } from '../page.js';
import { type DrawPage, drawHead } from './head.js';

/**
 * A draw as it is read out in public: seed, frame and method first, then what was drawn with its tickets, the reserves
 * in their order, what else must be said, and how to repeat it.
 * @param out the file it was written to
 */
export function drawTable(draw: Draw, out: string | undefined, printing: Printing): string {
  const { lang } = printing;
  const page: DrawPage = {
    ...textPage(printing),
    point: (name = '') => sayOr(lang, `point.${name}`, name),
    register: (name) => (name === undefined || lang === 'en' ? (name ?? '') : REGISTERS[name].heading),
  };
  const lines = [
    page.say('spot-draw.title', { code: draw.code }),
    '',
    ...labelled(page, drawHead(page, draw)),
    ...areasOf(page, draw, 'drawn'),
    ...areasOf(page, draw, 'reserve'),
    ...notesOf(page, draw),
    '',
    ...labelled(page, repeatOf(page, draw, out)),
  ];
  return `${lines.join('\n')}\n`;
}

/** Areas of one role, by stratum where there are several; in each its units with their tickets. */
function areasOf(page: DrawPage, draw: Draw, role: DrawnArea['role']): string[] {
  const { say } = page;
  const lines = draw.strata.flatMap(({ stratum, areas, drawnAreas }) => {
    const own = draw.areas.filter((area) => area.role === role && area.stratum === stratum);
    if (own.length === 0) return [];
    const name = stratum === '' ? say('spot-draw.no-stratum') : clean(stratum);
    const head = `  ${say('spot-draw.stratum', { stratum: name, areas, drawn: drawnAreas })}`;
    const blocks = own.flatMap((area) => ['', ...areaLines(page, area, draw, drawnAreas)]);
    return draw.parameters.stratify === 'street' ? ['', head, ...blocks] : blocks;
  });
  return lines.length === 0 ? [] : ['', say(`spot-draw.${role}`), ...lines];
}

function areaLines(page: DrawPage, area: DrawnArea, { parameters }: Draw, drawn: number): string[] {
  const { say, width } = page;
  const unit = say(parameters.unitKind === 'record' ? 'spot-score.records' : 'spot-score.households');
  const chance = `${Number((100 * area.probability).toFixed(1))} %`;
  const facts = { area: clean(area.area), ticket: shortTicket(area.ticket), chance, unit };
  const order = orderOf(page, area, drawn);
  const rank = (Number(area.ticket) / area.size).toPrecision(6);
  const key = parameters.selection === 'size' ? 'spot-draw.area-line-size' : 'spot-draw.area-line';
  const line = say(key, { ...facts, order, size: grouped(area.size), rank });
  const head = wrap(line, width - 2).map((part) => `  ${part}`);
  if (parameters.unitKind === 'area') return head;
  return [...head, ...unitTable(page, area.units, parameters)];
}

/** Order, number, building where it is known, and ticket; reserves after the drawn. */
function unitTable(page: DrawPage, units: readonly DrawnUnit[], { unitKind }: Draw['parameters']): string[] {
  const { say } = page;
  const drawn = units.filter(({ role }) => role === 'drawn').length;
  const housed = units.some(({ building }) => building !== undefined);
  const rows = units.map((unit) => [
    orderOf(page, unit, drawn),
    clean(unit.unit),
    ...(housed ? [clean(unit.building ?? '')] : []),
    shortTicket(unit.ticket),
  ]);
  const head = [
    say('spot-draw.head-order'),
    say(unitKind === 'record' ? 'spot-draw.head-record' : 'spot-draw.head-household'),
    ...(housed ? [say('reports.building')] : []),
    say('spot-draw.head-ticket'),
  ];
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => widthOf(row[i] ?? ''))));
  const padded = (cell: string, i: number) => cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell));
  return all.map((row) => `     ${row.map(padded).join('  ')}`.trimEnd());
}

/** 1, 2, 3 …; reserves are counted on their own. */
function orderOf({ say }: DrawPage, { order, role }: DrawnArea | DrawnUnit, drawn: number): string {
  return role === 'drawn' ? String(order) : say('spot-draw.order-reserve', { order: order - drawn });
}

function notesOf(page: DrawPage, { notes, parameters }: Draw): string[] {
  const { say } = page;
  const texts = notes.map((note) => noteText(say, note));
  if (parameters.unitKind === 'record') texts.push(say('spot-draw.records-only'));
  if (texts.length === 0) return [];
  return ['', say('spot-draw.notes'), ...bullets(page, texts)];
}

function noteText(say: Say, { code, stratum, names = [], ...numbers }: DrawNote): string {
  const where = stratum ? say('spot-draw.in-stratum', { stratum }) : '';
  const listed = names.join(say('report.comma'));
  return say(`spot-draw.note-${code}`, { ...numbers, stratum: where, names: listed });
}

function repeatOf({ say }: DrawPage, { seed }: Draw, out: string | undefined): Line[] {
  const verify = say('spot-draw.repeat-verify', { path: out, seed });
  const how: Line = [say('spot-draw.repeat'), out === undefined ? say('spot-draw.not-kept') : verify];
  return [how, ['', say('spot-draw.repeat-hand')]];
}
