import { describe, expect, it } from 'vitest';
import { type Row, selects, values } from './found.js';

const found = selects();

describe('timing/follow-up-overdue', () => {
  const [MOTHER, FATHER, OTHER] = [1, 2, 3];
  const BORN_IN_MAY = {
    sources: [
      { source: 9, register: 'visits', point: 'ledger', set_aside: false, columns: ' visit_date service ' },
    ],
    coverage: [{ register: 'visits', point: 'ledger', community: '甲' }],
    events: [
      {
        ...{ event: 1, kind: 'birth', community: '甲', date: '2023-05-01', in_period: true, primary_n: 1 },
        ...{ subject: MOTHER, partner: FATHER },
      },
    ],
    event_claims: [{ event: 1, kind: 'birth', register: 'births', record: 5, witness: false }],
  };

  it.each<[string, number, Row, number]>([
    ['the mother was visited', MOTHER, {}, 0],
    ['the father was visited', FATHER, {}, 0],
    ['somebody else was visited', OTHER, {}, 1],
    ['she was visited on the 42nd day', MOTHER, { visit_date: '2023-06-12' }, 0],
    ['she was visited on the 43rd day', MOTHER, { visit_date: '2023-06-13' }, 1],
    ['she was visited before', MOTHER, { visit_date: '2023-04-30' }, 1],
    ['she was visited for another reason', MOTHER, { service: '术后随访' }, 1],
    ['she was not there', MOTHER, { visit_date: null }, 1],
  ])('after a birth of 1 May: %s', async (_, person, visit, findings) => {
    const rows = await found('timing/follow-up-overdue', {
      ...BORN_IN_MAY,
      visits: [
        { record: 20, source: 9, community: '甲', service: '产后访视', visit_date: '2023-05-10', ...visit },
      ],
      mentions: [{ record: 20, role: 'woman', register: 'visits', person }],
    });
    expect(values(rows, 'finding')).toHaveLength(findings);
  });

  it.each<[string, Row[], number]>([
    ['no row at all', [], 1],
    ['follow-ups', [{ service: '术后随访' }], 1],
    ['checks alone', [{ service: '查孕' }], 0],
    ['checks and follow-ups', [{ service: '查孕' }, { service: '产后访视' }], 1],
  ])('where the register of visits has %s', async (_, rows, findings) => {
    const visits = rows.map((row, n) => ({ record: 20 + n, source: 9, community: '甲', ...row }));
    const overdue = await found('timing/follow-up-overdue', { ...BORN_IN_MAY, visits });
    expect(values(overdue, 'finding')).toHaveLength(findings);
  });
});
