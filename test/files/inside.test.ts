import { posix, win32 } from 'node:path';
import { expect, it } from 'vitest';
import { isInside } from '../../src/files/inside.js';

it.each([
  ['D:\\资料\\标注', 'D:\\资料', true],
  ['D:\\资料', 'D:\\资料', true],
  ['D:\\标注', 'D:\\', true],
  ['d:\\资料\\标注', 'D:\\资料', true],
  ['D:\\资料二', 'D:\\资料', false],
  ['D:\\', 'D:\\资料', false],
  ['E:\\资料\\标注', 'D:\\资料', false],
  ['\\\\服务器\\共享\\资料\\标注', '\\\\服务器\\共享\\资料', true],
  ['D:\\资料\\..标注', 'D:\\资料', true],
])('on Windows %s is in %s: %s', (path, folder, inside) =>
  expect(isInside(path, folder, win32)).toBe(inside),
);

it.each([
  ['/资料/标注', '/资料', true],
  ['/标注', '/', true],
  ['/资料二', '/资料', false],
])('elsewhere %s is in %s: %s', (path, folder, inside) => expect(isInside(path, folder, posix)).toBe(inside));
