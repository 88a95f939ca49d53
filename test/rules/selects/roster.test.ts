import { describe, expect, it } from 'vitest';
import type { Tables } from '../tables.js';
import { type Row, selects } from './found.js';

const found = selects();

const ITS_OWN = ['person:7@ledger', 'surplus:10', 'kept:10'];

/** What somebody follows from who left the women register of 甲 at the ledger since last month, or joined it. */
async function causes(side: 'left' | 'joined', tables: Tables): Promise<string[]> {
  const place = { point: 'ledger', register: 'women', community: '甲', building: '1号楼' };
  const rows = await found(side === 'left' ? 'roster/vanished' : 'roster/unexplained', {
    roster_changes: [{ ...place, side, who: '7', record: 10, name_key: '乙', reason: null }],
    ...tables,
  });
  return rows.flatMap(({ cause }) => String(cause).split(' ')).filter((cause) => !ITS_OWN.includes(cause));
}

describe('roster/vanished follows from', () => {
  it.each<[string, Row, string[]]>([
    ['a count of its building', {}, ['cell:5:persons']],
    ['none of another building', { building: '2号楼' }, []],
    ['none of another community', { community: '乙' }, []],
  ])('%s', async (_, building, expected) => {
    const buildings = [{ record: 5, community: '甲', building: '1号楼', ...building }];
    expect(await causes('left', { buildings })).toEqual(expected);
  });

  it.each<[string, Row, Row, string[]]>([
    ['an enrolment that the register lacks', {}, {}, ['event:3']],
    ['a stay that it lacks', { kind: 'migration' }, {}, ['event:3']],
    ['a birth of the person that it lacks', { kind: 'birth', subject: 8, child: 7 }, {}, ['event:3']],
    ['no birth of a child', { kind: 'birth', child: 8 }, {}, []],
    ['no death', { kind: 'death' }, {}, []],
    ['no enrolment of somebody else', { subject: 8 }, {}, []],
    ['none that another point lacks', {}, { point: 'system' }, []],
    ['none that another register lacks', {}, { register: 'households' }, []],
  ])('%s', async (_, event, missing, expected) => {
    const tables = {
      events: [{ event: 3, kind: 'enrolment', subject: 7, ...event }],
      missing: [{ event: 3, point: 'ledger', register: 'women', ...missing }],
    };
    expect(await causes('left', tables)).toEqual(expected);
  });

  it.each<[string, Row, Row, string[]]>([
    ['that name under an ID that others bear', {}, {}, ['theirs:11']],
    ['no other name', { name_key: '丙' }, {}, []],
    ['no other ID', { id: 'Y' }, {}, []],
    ['no husband of that name', { role: 'husband' }, {}, []],
    ['not that name at another point', {}, { point: 'system' }, []],
    ['not that name in another register', {}, { register: 'households' }, []],
    ['not that name in another community', {}, { community: '乙' }, []],
  ])('%s', async (_, mention, record, expected) => {
    const tables = {
      disputed_ids: [{ id: 'X' }],
      mentions: [{ record: 11, role: 'self', register: 'women', id: 'X', name_key: '乙', ...mention }],
      records: [{ record: 11, point: 'ledger', register: 'women', community: '甲', ...record }],
    };
    expect(await causes('left', tables)).toEqual(expected);
  });
});

describe('roster/unexplained follows from', () => {
  it.each<[string, Row, string[]]>([
    ['an event that others lack of its row', {}, ['event:3']],
    ['none of another row', { record: 11 }, []],
    ['none that nobody lacks', { event: 4 }, []],
  ])('%s', async (_, claim, expected) => {
    const tables = { event_claims: [{ event: 3, record: 10, ...claim }], missing: [{ event: 3 }] };
    expect(await causes('joined', tables)).toEqual(expected);
  });
});
