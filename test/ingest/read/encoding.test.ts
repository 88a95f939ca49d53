import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../../src/ingest/read/encoding.js';
import { columnOf, encoded, folderOf, readingOf, surveyOf } from './folder.js';

const DEATHS = '社区,姓名,性别,身份证号,死亡日期\n朝阳社区,王芳,女,230192195207120951,2023-03-22\n';
const LONG = DEATHS + '朝阳社区,李伟,男,230192195207120951,2023-03-22\n'.repeat(200);

async function encodingOf(content: Uint8Array): Promise<string | undefined> {
  const folder = folderOf({ 'a.csv': content });
  return (await fingerprint(path.join(folder, 'a.csv'))).encoding;
}

function swapped(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('fingerprint', () => {
  test.each<[string, Uint8Array, string | undefined]>([
    ['UTF-8', Buffer.from(DEATHS), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${DEATHS}`), 'utf-8'],
    ['UTF-8 with one bad byte in many', Buffer.concat([Buffer.from(LONG), Buffer.of(0xff)]), 'utf-8'],
    ['GB18030', encoded(DEATHS, 'gb18030'), 'gb18030'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${DEATHS}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark', Buffer.from(DEATHS, 'utf16le'), 'utf-16le'],
    ['big-endian UTF-16 with a mark', swapped(`\ufeff${DEATHS}`), 'utf-16be'],
    ['big-endian UTF-16 without a mark', swapped(DEATHS), 'utf-16be'],
    ['bytes that nothing explains', Buffer.from(Array.from({ length: 400 }, () => 0xff)), undefined],
  ])('%s', async (_, bytes, expected) => {
    expect(await encodingOf(bytes)).toBe(expected);
  });

  test('looks at the whole file: ASCII for a megabyte, GB18030 after', async () => {
    const ascii = Buffer.from(`${'a,b,c,1234567890\n'.repeat(70_000)}`);
    const tail = encoded('朝阳社区,王芳\n'.repeat(600), 'gb18030');
    expect(await encodingOf(Buffer.concat([ascii, tail]))).toBe('gb18030');
  });

  test('is not misled by characters that a block cuts in two', async () => {
    const text = `a${'社区,姓名\n'.repeat(160_000)}`;
    expect(await encodingOf(Buffer.from(text))).toBe('utf-8');
  });
});

describe('reading in an encoding', () => {
  test.each(['gb18030', 'utf-16be'])('%s gives the same cells', async (encoding) => {
    const bytes = encoding === 'gb18030' ? encoded(DEATHS, encoding) : swapped(DEATHS);
    const reading = await readingOf('死亡登记.csv', bytes);
    expect(reading.source.encoding).toBe(encoding);
    expect(columnOf(reading, 'name')).toEqual(['王芳']);
  });

  test('a bad byte stays in its cell as a replacement character', async () => {
    const [head, tail] = LONG.split('李伟');
    const bytes = Buffer.concat([Buffer.from(`${head}李`), Buffer.of(0xff), Buffer.from(`${tail}${LONG}`)]);
    const reading = await readingOf('死亡登记.csv', bytes);
    expect(columnOf(reading, 'name')[1]).toBe('李\ufffd');
  });

  test('Big5 is refused by name', async () => {
    const { refused } = await surveyOf({ '死亡.csv': encoded('社區,姓名,性別,身份證號,死亡日期\n', 'big5') });
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toContain('BIG5');
  });
});

describe('which encoding where two nearly fit', () => {
  const people = '朝阳社区,王芳,女\n红旗社区,李伟,男\n'.repeat(40);
  /** So many bytes that no encoding explains, each in a cell of its own. */
  const spoiled = (text: Buffer, bad: number) =>
    Buffer.concat([text, ...Array(bad).fill(Buffer.of(0xff, 0x0a))]);
  const foreign = [...people].filter((one) => one > '\x7f').length;
  const most = Math.ceil((foreign - 100) / 99) - 1;

  test.each<[string, Buffer, string | undefined]>([
    [
      '100 KiB of ASCII, then GB18030',
      Buffer.concat([Buffer.alloc(102_400, 'a,1\n'), encoded(people, 'gb18030')]),
      'gb18030',
    ],
    [
      '100 KiB of ASCII, then a few characters of GB18030',
      Buffer.concat([Buffer.alloc(102_400, 'a,1\n'), encoded('王芳', 'gb18030')]),
      'gb18030',
    ],
    [
      '100 KiB of UTF-8, then GB18030 of the same length',
      Buffer.concat([Buffer.from(people.repeat(60)), encoded(people.repeat(60), 'gb18030')]),
      undefined,
    ],
    ['UTF-8 with a bad byte', spoiled(Buffer.from(people), 1), 'utf-8'],
    ['GB18030 with a bad byte', spoiled(encoded(people, 'gb18030'), 1), 'gb18030'],
    ['UTF-8, fewer than 1 in 100 bad', spoiled(Buffer.from(people), most), 'utf-8'],
    ['GB18030, fewer than 1 in 100 bad', spoiled(encoded(people, 'gb18030'), most), 'gb18030'],
    ['UTF-8, too many bad', spoiled(Buffer.from(people), most + 4), undefined],
    ['GB18030, too many bad', spoiled(encoded(people, 'gb18030'), most + 4), undefined],
  ])('%s', async (_, bytes, expected) => expect(await encodingOf(bytes)).toBe(expected));

  test('one bad byte spoils its cell and no other', async () => {
    const at = LONG.indexOf('李伟') + 1;
    const pieces = [LONG.slice(0, at), LONG.slice(at + 1)].map((text) => encoded(text, 'gb18030'));
    const bytes = Buffer.concat([pieces[0] as Buffer, Buffer.of(0xff), pieces[1] as Buffer]);
    const reading = await readingOf('死亡登记.csv', bytes);
    expect(columnOf(reading, 'name').filter((name) => String(name).includes('\ufffd'))).toEqual(['李\ufffd']);
    expect(reading.account.refused).toBe(0);
  });
});
