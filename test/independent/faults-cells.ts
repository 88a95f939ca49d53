/** Cells that cannot be read, or say what no register knows. */
import { edit, type Ways } from './faults-events.js';
import { change, put } from './faults-people.js';
import { lastOf } from './values.js';

export const cellWays: Ways = {
  'cell: name of the mother blank at ledger': {
    rules: ['format/missing-value'],
    plant: edit('births', 'ledger', put({ mother_name: '' })),
  },
  'cell: date of a death 不详 at system': {
    rules: ['format/missing-value'],
    plant: edit('deaths', 'system', put({ death_date: '不详' })),
  },
  'cell: ID of a migrant blank at ledger': {
    rules: ['format/missing-value'],
    plant: edit('migrants', 'ledger', put({ id: '' })),
  },
  'cell: method blank at system': {
    rules: ['format/missing-value'],
    plant: edit('contraception', 'system', put({ method: '' })),
  },
  'cell: sex of a member blank at card': {
    rules: ['format/missing-value'],
    plant: change('expecting', 'households', 'card', put({ sex: '' })),
  },
  'cell: marriage date impossible at ledger': {
    rules: ['format/invalid-date'],
    plant: edit('marriages', 'ledger', put({ marriage_date: '2023-02-30' })),
  },
  'cell: two-digit year of a birth at system': {
    rules: ['format/invalid-date'],
    plant: edit('births', 'system', (row) =>
      put({ birth_date: (row.values.birth_date ?? '').slice(2).replaceAll('-', '.') })(row),
    ),
  },
  'cell: card date 0000': {
    rules: ['format/invalid-date'],
    plant: change('returned', 'households', 'card', put({ card_date: '0000-00-00' })),
  },
  'cell: month alone of an operation at ledger is a notice': {
    rules: ['format/partial-date'],
    notice: true,
    plant: edit('contraception', 'ledger', (row) =>
      put({ service_date: (row.values.service_date ?? '').slice(0, 7) })(row),
    ),
  },
  'cell: registered in the future at system': {
    rules: ['format/future-date'],
    plant: edit('deaths', 'system', put({ registration_date: '2024-03-01' })),
  },
  'cell: stay begins in the future at ledger': {
    rules: ['format/future-date'],
    plant: edit('migrants', 'ledger', put({ start_date: '2024-01-09' })),
  },
  'cell: method unknown at card': {
    rules: ['format/unknown-code'],
    plant: change('removed', 'women', 'card', put({ method: '某措施' })),
  },
  'cell: marital status unknown at ledger': {
    rules: ['format/unknown-code'],
    plant: change('outgoer', 'women', 'ledger', put({ marital_status: '已嫁' })),
  },
  'cell: direction unknown at system': {
    rules: ['format/unknown-code'],
    plant: edit('migrants', 'system', put({ direction: '来往' })),
  },
  'cell: policy unknown at ledger': {
    rules: ['format/unknown-code'],
    plant: edit('births', 'ledger', put({ policy: '看情况' })),
  },
  'cell: parity 1.5 at system': {
    rules: ['format/invalid-number'],
    plant: edit('births', 'system', put({ parity: '1.5' })),
  },
  'cell: children -1 at card': {
    rules: ['format/invalid-number'],
    plant: change('movedIn', 'women', 'card', put({ children_count: '-1' })),
  },
  'cell: ID rounded at system': {
    rules: ['format/damaged-id'],
    plant: change('removed', 'women', 'system', (row) =>
      put({ id: `${row.values.id?.slice(0, 1)}.${row.values.id?.slice(1, 6)}E+17` })(row),
    ),
  },
  'cell: ID ends 000 at system': {
    rules: ['format/damaged-id'],
    plant: edit(
      'births',
      'system',
      (row) => {
        const id = row.values.father_id ?? '';
        put({ father_id: `${id.slice(0, 15)}000` })(row);
      },
      // by chance the zero may be the right last character: then nobody can tell
      (family) => lastOf(`${family.cards[0]?.members[0]?.person.id.slice(0, 15)}00`) !== '0',
    ),
  },
  'cell: name not decoded at system': {
    rules: ['format/undecodable-text'],
    plant: edit('marriages', 'system', put({ husband_name: '王\uFFFD' })),
  },
  'cell: oversized note': {
    rules: ['format/oversized-cell'],
    plant: change('expecting', 'households', 'system', (row) => put({ unit_room: '一'.repeat(32_800) })(row)),
  },
};
