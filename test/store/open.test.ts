import process from 'node:process';
import { afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.js';

const NAME = 'DUCKDB_JE_MALLOC_CONF';
const before = process.env[NAME];

afterEach(() => {
  if (before === undefined) delete process.env[NAME];
  else process.env[NAME] = before;
});

describe('opening a store on this machine', () => {
  it.each([
    ['asks for freed memory to go back soon', undefined, 'narenas:1,dirty_decay_ms:500,muzzy_decay_ms:0'],
    ['leaves what the user set for the allocator', 'dirty_decay_ms:5000', 'dirty_decay_ms:5000'],
  ])('%s', async (_, given, left) => {
    if (given === undefined) delete process.env[NAME];
    else process.env[NAME] = given;
    const store = await openStore({ memory: '200MB', threads: 1 });
    await store.close();
    expect(process.env[NAME]).toBe(left);
  });
});
