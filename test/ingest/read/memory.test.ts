import v8 from 'node:v8';
import vm from 'node:vm';
import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../../src/config/defaults.js';
import { survey } from '../../../src/ingest/read/survey.js';
import { folderOf, surveyOf } from './folder.js';

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc') as () => void;

function heap(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

/** A ledger with texts of its own that are long enough to be slices of it. */
function ledger(number: number): string {
  const own = String(number).padStart(16, '零');
  const row = `朝阳社区,王芳,女,230192195207120951,2023-03-22,${'备注'.repeat(20)}\n`;
  return `关于${own}的名单\n社区,姓名,性别,身份证号,死亡日期,${own}\n${row.repeat(500)}`;
}

test('what is known of files holds nothing of their rows', async () => {
  const folder = folderOf(
    Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`死亡登记${i}.csv`, ledger(i)])),
  );
  await surveyOf({ '死亡登记.csv': ledger(1000) });
  const before = heap();
  const { sources } = await survey([folder], DEFAULT_CONFIG);
  const bytes = heap() - before;
  expect(sources).toHaveLength(300);
  // What is known takes 10,000 bytes a file; a slice of its rows would keep another 15,000.
  expect(bytes / sources.length).toBeLessThan(16_000);
});
