import { win32 } from 'node:path';
import { expect, it } from 'vitest';
import { linker } from '../../src/commands/links.js';
import { safeName } from '../../src/commands/split.js';

const place = { path: '台账/朝阳社区.xlsx', sheet: '出生登记', row: 7, cells: ['E7'] };

it.each([
  [
    'D:\\问题.xlsx',
    'D:\\2023 资料\\台账\\朝阳社区.xlsx',
    '2023%20%E8%B5%84%E6%96%99/%E5%8F%B0%E8%B4%A6/%E6%9C%9D',
  ],
  ['D:\\甲\\问题.xlsx', 'D:\\a\\b.xlsx', '../a/b.xlsx#'],
  ['D:\\问题.xlsx', 'E:\\a b\\c.xlsx', 'file:///E:/a%20b/c.xlsx#'],
  ['D:\\问题.xlsx', '\\\\server\\share\\c.xlsx', 'file://server/share/c.xlsx#'],
])('on Windows a link from %s to %s', (report, file, start) => {
  const link = linker(report, () => file, win32)(place as never);
  expect(link?.slice(0, start.length)).toBe(start);
  expect(link).toContain('!E7');
});

it.each([
  ['朝阳社区', '朝阳社区'],
  ['一/二\\三:四*五?六"七<八>九|十', '一_二_三_四_五_六_七_八_九_十'],
  ['..', '_'],
  ['东区. ', '东区'],
])('%j is a file called %j', (area, name) => {
  expect(safeName(area)).toBe(name);
  expect(win32.basename(`${name}.xlsx`)).toBe(`${name}.xlsx`);
});
