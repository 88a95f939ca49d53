import { expect, it } from 'vitest';
import { selects, values } from './found.js';

const found = selects();

it.each([
  ['a woman by her own name', 'self', '王'],
  ['her husband by his', 'husband', '李'],
])('field/not-found calls %s, of all names in the row', async (_, role, name) => {
  const rows = await found('field/not-found', {
    field_refuted: [{ visit: 1, record: 10, place: 0 }],
    seen: [{ visit: 1, record: 10, role, kind: 'enrolment' }],
    mentions: [
      { record: 10, role: 'self', register: 'women', name_key: '王' },
      { record: 10, role: 'husband', register: 'women', name_key: '李' },
    ],
  });
  expect(values(rows, 'person_name')).toEqual([name]);
});
