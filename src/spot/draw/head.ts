import type { Draw } from '../../model/draw.js';
import type { RegisterName } from '../../registers/types.js';
import { grouped } from '../../report/text.js';
import { sumOf } from '../../statistics/sum.js';
import type { Line, Say, TextPage } from '../page.js';

/** What a draw is read out with: the words, those of points and registers too. */
export interface DrawPage extends TextPage {
  point(name: string | undefined): string;
  register(name: RegisterName | undefined): string;
}

/** What a draw begins with: seed, round, frame, method, and what was left out. */
export function drawHead(page: DrawPage, draw: Draw): Line[] {
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
  if (parameters.rounds > 0) lines.push([say('spot-draw.left-out'), leftOutLine(page, draw)]);
  return lines;
}

function leftOutLine({ say }: DrawPage, { parameters, notes }: Draw): string {
  const { leftOut, rounds } = parameters;
  const names = leftOut.join(say('report.comma'));
  if (names) return say('spot-draw.left-out-value', { rounds, names });
  const letIn = notes.some(({ code }) => code === 'let-in');
  return say(letIn ? 'spot-draw.all-let-in' : 'spot-draw.none-left-out', { rounds });
}

function frameLine({ say, point, register }: DrawPage, { frame, parameters }: Draw): string {
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

function methodLine({ say }: DrawPage, { parameters, strata }: Draw): string {
  const { areas, units, unitKind, reserveUnits } = parameters;
  const from = sumOf(strata, (stratum) => stratum.areas);
  const area = say(`spot-draw.${parameters.areaKind}`);
  const chances = say(`spot-draw.chances-${parameters.selection}`);
  const ofAreas =
    areas === undefined
      ? say('spot-draw.all-areas', { areas: from, area })
      : say('spot-draw.some-areas', { areas, from, area, chances }) +
        strataPart(say, parameters, strata.length);
  const reserve = reserveUnits > 0 ? say('spot-draw.reserves', { count: reserveUnits }) : '';
  return ofAreas + say('report.semicolon') + say(`spot-draw.units-${unitKind}`, { units }) + reserve;
}

function strataPart(say: Say, parameters: Draw['parameters'], strata: number): string {
  const { stratify, allocation, reserveAreas } = parameters;
  const shared = say(`spot-draw.share-${allocation}`);
  const by = stratify === 'street' ? say('spot-draw.by-street', { strata, allocation: shared }) : '';
  return by + (reserveAreas > 0 ? say('spot-draw.reserve-areas', { count: reserveAreas }) : '');
}
