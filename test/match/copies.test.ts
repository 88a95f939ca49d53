import { expect, it } from 'vitest';
import { setCopiesAside } from '../../src/match/copies.js';
import { emptyTables } from '../rules/tables.js';

it('copies are set aside again where nothing was repeated, as when sheets are scored', async () => {
  const store = await emptyTables();
  try {
    await setCopiesAside(store);
    expect(await store.count('copies')).toBe(0);
  } finally {
    store.close();
  }
});
