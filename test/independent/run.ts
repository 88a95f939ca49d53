/** Plants, writes, audits and weighs one district. */

import { mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { audit as auditOf } from '../../src/audit/audit.js';
import { asked } from '../asked.js';
import { type District, districtOf, isHidden, type Plan } from './district.js';
import type { Way, Ways } from './faults-events.js';
import { Hand, NotKept, type Planted } from './hand.js';
import type { Row, Values } from './rows.js';
import { type Finding, type Verdict, weigh } from './weigh.js';
import { type Sheet, sheetsOf, write } from './write.js';

/** The findings of an audit of 2023, in this process, and without the threads that a large district needs. */
export async function audit(folder: string, previous?: string): Promise<Finding[]> {
  return (await auditOf(asked(folder, { previous: previous === undefined ? undefined : [previous] })))
    .findings;
}

export interface Trial {
  plan: Plan;
  ways?: Ways;
  /** Last month's registers are at hand: everybody then was where he is now, save by a fault. */
  previous?: true;
  /** Changes tables as a whole. */
  shape?(sheets: Sheet[]): void;
}

/**
 * Ways that no family of the district fits, whose registers nobody keeps, or that change no column that is there, are not
 * in the verdict.
 */
export async function verdictOn(root: string, { plan, ways = {}, previous, shape }: Trial): Promise<Verdict> {
  const district = districtOf(plan);
  const before = previous && mkdtempSync(join(root, 'previous-'));
  const then = before === undefined ? [] : [...(await write(before, sheetsOf(district)))];
  const hand = new Hand(district);
  const stood = new Map(district.rows.map((row) => [row, { ...row.values }]));
  const planted = Object.entries(ways).map(([way, one]) => plantedBy(hand, stood, way, one));
  const folder = mkdtempSync(join(root, 'district-'));
  const sheets = sheetsOf(district);
  shape?.(sheets);
  const places = await write(folder, sheets);
  const earlier = then.map(([row, place]): [Row, string] => [row, `${basename(before ?? '')}/${place}`]);
  const verdict = weigh(await audit(folder, before), planted, [...places, ...earlier]);
  if (process.env.KEEP === '1') return verdict;
  for (const one of [folder, before]) if (one !== undefined) rmSync(one, { recursive: true });
  return verdict;
}

/** Plants one way, and says what it has changed. */
function plantedBy(
  hand: Hand,
  stood: ReadonlyMap<Row, Values>,
  way: string,
  { rules, notice, plant }: Way,
): Planted {
  const before = [...hand.district.rows];
  const done = planting(hand, plant);
  const families = new Set(hand.release());
  const rows = [...before, ...hand.district.rows].filter(
    ({ family }) => family !== undefined && families.has(family),
  );
  return {
    way,
    rules,
    notice: notice ?? false,
    rows: new Set(rows),
    kept: done !== undefined && done !== false && rows.some((row) => isSeen(hand.district, stood, row)),
  };
}

/** Whether a column that is there shows it: a row has gone, was added, or says something else. */
function isSeen({ plan, rows }: District, stood: ReadonlyMap<Row, Values>, row: Row): boolean {
  const before = stood.get(row);
  if (before === undefined || !rows.includes(row)) return true;
  return Object.entries(row.values).some(
    ([column, value]) => value !== before[column] && !isHidden(plan, row.point, row.register, column),
  );
}

/** Nothing where no register that the way changes is kept here: whatever of it was done is nobody's. */
function planting(hand: Hand, plant: Way['plant']): boolean | Row[] | undefined {
  try {
    return plant(hand);
  } catch (error) {
    if (error instanceof NotKept) return undefined;
    throw error;
  }
}
