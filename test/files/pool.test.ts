import { expect, it } from 'vitest';
import { Pool } from '../../src/files/pool.js';

it('lends each thing to one user at a time, and hands it to who has waited longest', async () => {
  const pool = new Pool(['a', 'b']);
  const ends: (() => void)[] = [];
  const order: string[] = [];
  const use = (user: number) =>
    pool.lend(async (thing) => {
      order.push(`${user}${thing}`);
      await new Promise<void>((resolve) => ends.push(resolve));
      return user;
    });
  const users = [1, 2, 3, 4].map(use);
  await Promise.resolve();
  expect(order).toEqual(['1b', '2a']);
  ends[1]?.();
  await users[1];
  expect(order).toEqual(['1b', '2a', '3a']);
  ends[0]?.();
  await users[0];
  for (const end of ends) end();
  expect(await Promise.all(users)).toEqual([1, 2, 3, 4]);
  expect([...pool.idle].sort()).toEqual(['a', 'b']);
  expect(pool.size).toBe(2);
});

it('takes a thing back from a user that failed', async () => {
  const pool = new Pool(['a']);
  await expect(pool.lend(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect(await pool.lend(async (thing) => thing)).toBe('a');
});
