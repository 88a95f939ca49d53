import { type MessageKey, type MessageParams, say as sayIn, sayOr } from '../../messages/index.js';
import { REGISTERS } from '../../registers/index.js';
import type { RegisterName } from '../../registers/types.js';
import { clean, grouped, widthOf, wrap } from '../../report/text.js';
import type { Draw, DrawNote, DrawnArea, DrawnUnit } from '../../spot/draw-file.js';
import { shortTicket } from '../../spot/sampler.js';
import type { CommandContext } from '../context.js';

type Say = (key: MessageKey, params?: MessageParams) => string;

/** What is drawn with: the words, and how wide a line may be. */
interface Page {
  say: Say;
  point(name: string | undefined): string;
  register(name: RegisterName | undefined): string;
  width: number;
}

/**
 * A draw as it is read out in public: seed, frame and method first, then what was drawn with its tickets, the reserves
 * in their order, what else must be said, and how to repeat it.
 * @param out the file it was written to
 */
export function drawTable(draw: Draw, out: string | undefined, { lang, terminal }: CommandContext): string {
  const page: Page = {
    say: (key, params) => sayIn(lang, key, params),
    point: (name = '') => sayOr(lang, `point.${name}`, name),
    register: (name) => (name === undefined || lang === 'en' ? (name ?? '') : REGISTERS[name].heading),
    width: Math.min(Math.max(terminal.width, 60), 100),
  };
  const lines = [
    page.say('spot-draw.title', { code: draw.code }),
    '',
    ...labelled(page, headOf(page, draw)),
    ...areasOf(page, draw, 'drawn'),
    ...areasOf(page, draw, 'reserve'),
    ...notesOf(page, draw),
    '',
    ...labelled(page, repeatOf(page, draw, out)),
  ];
  return `${lines.join('\n')}\n`;
}

/** A heading and what stands beside it. */
type Line = [label: string, text: string];

function labelled({ width }: Page, lines: readonly Line[]): string[] {
  const widest = Math.max(...lines.map(([label]) => widthOf(label)));
  return lines.flatMap(([label, text]) =>
    wrap(clean(text), width - widest - 4).map((part, i) => {
      const head = i === 0 ? label : '';
      return `  ${head}${' '.repeat(widest - widthOf(head))}  ${part}`;
    }),
  );
}

function headOf(page: Page, draw: Draw): Line[] {
  const { say } = page;
  const { frame, parameters, seed, round } = draw;
  const lines: Line[] = [[say('spot-draw.seed'), seed]];
  if (round !== undefined) lines.push([say('spot-draw.round'), round]);
  if (draw.extends !== undefined)
    lines.push([say('spot-draw.extends'), say('spot-draw.extends-value', { code: draw.extends })]);
  lines.push([say('spot-draw.frame'), frameLine(page, draw)]);
  lines.push(['', say('spot-draw.sha', { sha256: frame.sha256 })]);
  for (const key of ['unnumbered', 'unplaced'] as const)
    if (frame[key] > 0) lines.push(['', say(`spot-draw.${key}`, { count: grouped(frame[key]) })]);
  lines.push([say('spot-draw.method'), methodLine(page, draw)]);
  const { leftOut, rounds } = parameters;
  const names = leftOut.join(say('spot-draw.list-comma'));
  if (rounds > 0) {
    const text = say(names ? 'spot-draw.left-out-value' : 'spot-draw.none-left-out', { rounds, names });
    lines.push([say('spot-draw.left-out'), text]);
  }
  return lines;
}

function frameLine({ say, point, register }: Page, { frame, parameters }: Draw): string {
  const facts = {
    areas: grouped(frame.areas),
    units: grouped(frame.units),
    area: say(`spot-draw.${parameters.areaKind}`),
    point: point(parameters.point),
    register: register(parameters.register),
  };
  const records = parameters.register !== undefined;
  const line = say(records ? 'spot-draw.frame-record' : 'spot-draw.frame-household', facts);
  const { period } = parameters;
  return period === undefined ? line : line + say('spot-draw.in-period', { period });
}

function methodLine({ say }: Page, { parameters, strata }: Draw): string {
  const { areas, units, unitKind, reserveUnits } = parameters;
  const from = strata.reduce((sum, stratum) => sum + stratum.areas, 0);
  const area = say(`spot-draw.${parameters.areaKind}`);
  const ofAreas =
    areas === undefined
      ? say('spot-draw.all-areas', { areas: from, area })
      : say('spot-draw.some-areas', {
          areas,
          from,
          area,
          chances: say(`spot-draw.chances-${parameters.selection}`),
        }) + strataPart(say, parameters, strata.length);
  const reserve = reserveUnits > 0 ? say('spot-draw.reserves', { count: reserveUnits }) : '';
  return ofAreas + say('spot-draw.comma') + say(`spot-draw.units-${unitKind}`, { units }) + reserve;
}

function strataPart(
  say: Say,
  { stratify, allocation, reserveAreas }: Draw['parameters'],
  strata: number,
): string {
  const shared = say(`spot-draw.share-${allocation}`);
  const by = stratify === 'street' ? say('spot-draw.by-street', { strata, allocation: shared }) : '';
  return by + (reserveAreas > 0 ? say('spot-draw.reserve-areas', { count: reserveAreas }) : '');
}

/** Areas of one role, by stratum where there are several; in each its units with their tickets. */
function areasOf(page: Page, draw: Draw, role: DrawnArea['role']): string[] {
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

function areaLines(page: Page, area: DrawnArea, { parameters }: Draw, drawn: number): string[] {
  const { say, width } = page;
  const unit = say(parameters.unitKind === 'record' ? 'spot-draw.of-records' : 'spot-draw.of-households');
  const chance = `${Number((100 * area.probability).toFixed(1))} %`;
  const facts = { area: clean(area.area), ticket: shortTicket(area.ticket), chance, unit };
  const order = orderOf(page, area, drawn);
  const bySize = parameters.selection === 'size';
  const rank = (Number(area.ticket) / area.size).toPrecision(6);
  const size = grouped(area.size);
  const line = say(bySize ? 'spot-draw.area-line-size' : 'spot-draw.area-line', {
    ...facts,
    order,
    size,
    rank,
  });
  const head = wrap(line, width - 2).map((part) => `  ${part}`);
  if (parameters.unitKind === 'area') return head;
  return [...head, ...unitTable(page, area.units, parameters)];
}

/** Order, number, building where it is known, and ticket; reserves after the drawn. */
function unitTable(page: Page, units: readonly DrawnUnit[], { unitKind }: Draw['parameters']): string[] {
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
    ...(housed ? [say('spot-draw.head-building')] : []),
    say('spot-draw.head-ticket'),
  ];
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => widthOf(row[i] ?? ''))));
  const padded = (cell: string, i: number) => cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell));
  return all.map((row) => `     ${row.map(padded).join('  ')}`.trimEnd());
}

/** 1, 2, 3 …; reserves are counted on their own. */
function orderOf({ say }: Page, { order, role }: DrawnArea | DrawnUnit, drawn: number): string {
  return role === 'drawn' ? String(order) : say('spot-draw.order-reserve', { order: order - drawn });
}

function notesOf({ say, width }: Page, { notes, parameters }: Draw): string[] {
  const texts = notes.map((note) => noteText(say, note));
  if (parameters.unitKind === 'record') texts.push(say('spot-draw.records-only'));
  if (texts.length === 0) return [];
  const bullets = texts.flatMap((text) =>
    wrap(clean(text), width - 4).map((part, i) => `  ${i === 0 ? '· ' : '  '}${part}`),
  );
  return ['', say('spot-draw.notes'), ...bullets];
}

function noteText(say: Say, { code, stratum, names = [], ...numbers }: DrawNote): string {
  const where = stratum ? say('spot-draw.in-stratum', { stratum }) : '';
  return say(`spot-draw.note-${code}`, {
    ...numbers,
    stratum: where,
    names: names.join(say('spot-draw.list-comma')),
  });
}

function repeatOf({ say }: Page, { seed }: Draw, out: string | undefined): Line[] {
  const how =
    out === undefined ? say('spot-draw.not-kept') : say('spot-draw.repeat-verify', { path: out, seed });
  return [
    [say('spot-draw.repeat'), how],
    ['', say('spot-draw.repeat-hand')],
  ];
}
