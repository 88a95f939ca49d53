import { expect, it } from 'vitest';
import { selects } from './found.js';

const found = selects();

it.each<[string, string, boolean, string[]]>([
  ['a day after the as-of date', '2024-01-01', false, ['death_date 2024-01-01 2023-12-31']],
  ['not the as-of date', '2023-12-31', false, []],
  ['none of a copy that was set aside', '2024-01-01', true, []],
])('format/future-date finds %s', async (_, death_date, set_aside, findings) => {
  const rows = await found('format/future-date', {
    sources: [
      { source: 1, register: 'deaths', set_aside },
      { source: 2, register: 'deaths', set_aside: false },
    ],
    deaths: [{ record: 10, source: 1, death_date }],
  });
  expect(rows.map(({ columns, found_date, as_of }) => `${columns} ${found_date} ${as_of}`)).toEqual(findings);
});
