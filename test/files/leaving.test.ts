import { expect, test } from 'vitest';
import { beforeLeaving, sayFarewells } from '../../src/files/leaving.js';

test('a farewell is said once, and not after it was taken back', async () => {
  const said: string[] = [];
  const takeBack = beforeLeaving(async () => said.push('never'));
  takeBack();
  const done = beforeLeaving(async () => said.push('once'));
  await sayFarewells(1000);
  done();
  await sayFarewells(1000);
  expect(said).toEqual(['once']);
});

test('one that fails, or never comes to an end, keeps nobody', async () => {
  const done = [
    beforeLeaving(async () => Promise.reject(new Error('gone'))),
    beforeLeaving(() => new Promise(() => {})),
  ];
  await sayFarewells(1);
  for (const one of done) one();
});
