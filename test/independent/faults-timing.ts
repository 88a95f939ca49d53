/** What was registered too early or late, and what is overdue at the as-of date. */
import type { Family } from './family.js';
import { edit, recent, type Ways } from './faults-events.js';
import { both, enrolled, POINTS } from './faults-logic.js';
import { change, put } from './faults-people.js';
import { type Hand, NotKept } from './hand.js';
import type { Values } from './rows.js';
import { later } from './values.js';

const dropVisits =
  (stories: string, service: string, fits?: (family: Family) => boolean) =>
  (hand: Hand): boolean => {
    const family = hand.take(stories, fits);
    const row =
      family &&
      hand
        .rows(family, 'visits', 'ledger')
        .filter((one) => one.values.service === service)
        .at(-1);
    if (row) hand.drop(row);
    return row !== undefined;
  };

export const timingWays: Ways = {
  'registered before the birth': {
    rules: ['timing/registered-before-event'],
    plant: both('baby', 'births', ({ values }) => ({
      registration_date: later(values.birth_date ?? '', -5),
    })),
  },
  'marriage registered before it was at system': {
    rules: ['timing/registered-before-event'],
    plant: edit('marriages', 'system', (row) =>
      put({ registration_date: later(row.values.marriage_date ?? '', -2) })(row),
    ),
  },
  'death registered late at ledger': {
    rules: ['timing/late-registration'],
    plant: edit(
      'deaths',
      'ledger',
      (row) => put({ registration_date: later(row.values.death_date ?? '', 31) })(row),
      (f) => f.facts.some((one) => one.kind === 'deaths' && one.date < '2023-11-20'),
    ),
  },
  'operation registered late at system': {
    rules: ['timing/late-registration'],
    plant: edit(
      'contraception',
      'system',
      (row) => put({ registration_date: later(row.values.service_date ?? '', 44) })(row),
      (f) => f.facts.some((one) => one.kind === 'contraception' && one.date < '2023-11-10'),
    ),
  },
  'visit overdue': {
    rules: ['timing/visit-overdue'],
    plant: change('employed', 'women', 'ledger', (row, hand) => {
      if (hand.keepers('visits').length === 0) throw new NotKept('visits');
      hand.add({
        ...row,
        register: 'visits',
        values: {
          community: row.community,
          woman_name: row.values.name ?? '',
          woman_id: row.values.id ?? '',
          service: '查环',
          due_date: '2023-11-20',
          visit_date: '',
          result: '',
          signatures: '',
        },
      });
    }),
  },
  'no visit after a birth': {
    rules: ['timing/follow-up-overdue'],
    plant: dropVisits('baby', '产后访视', (f) =>
      f.facts.some((one) => one.kind === 'births' && one.child.birth < '2023-11-10'),
    ),
  },
  'no visit after an operation': {
    rules: ['timing/follow-up-overdue'],
    plant: dropVisits(
      'operated',
      '术后随访',
      (f) =>
        recent('contraception')(f) &&
        f.facts.some((one) => one.kind === 'contraception' && one.date < '2023-11-20'),
    ),
  },
  'due and nothing followed': {
    rules: ['timing/outcome-unrecorded'],
    notice: true,
    plant: enrolled('expecting', () => ({ due_date: '2023-09-01' })),
  },
  'certificate missing of an in-migrant woman': {
    rules: ['timing/certificate-missing'],
    plant: (hand) =>
      certificate(hand, 'incomers', {
        certificate_no: '',
        certificate_issued: '',
        certificate_expires: '',
        verified_date: '',
      }),
  },
  'certificate expired of an out-migrant woman': {
    rules: ['timing/certificate-expired'],
    plant: (hand) => certificate(hand, 'outgoer', { certificate_expires: '2023-10-01' }),
  },
  'certificate not verified': {
    rules: ['timing/verification-missing'],
    plant: (hand) => certificate(hand, 'incomers', { verified_date: '' }),
  },
  'hand-over overdue': {
    rules: ['timing/handover-overdue'],
    plant: enrolled('employed', () => ({ left_employer_date: '2023-10-30' })),
  },
  'notice overdue': {
    rules: ['timing/notice-overdue'],
    plant: enrolled('employed', () => ({ employer_notice_date: '2023-06-01' })),
  },
};

/** The row of the woman of the house among the migrants, at both points. */
function certificate(hand: Hand, story: string, values: Values): boolean {
  const wife = (family: Family): string => family.cards[0]?.members[1]?.person.id ?? '';
  const family = hand.take(story, (one) =>
    hand.rows(one, 'migrants', 'ledger').some((row) => row.values.id === wife(one)),
  );
  if (family === undefined) return false;
  for (const point of POINTS)
    for (const row of hand.rows(family, 'migrants', point))
      if (row.values.id === wife(family)) Object.assign(row.values, values);
  return true;
}
