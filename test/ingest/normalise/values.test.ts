import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeReader } from '../../../src/ingest/normalise/code.js';
import { parseFigure, parseInteger } from '../../../src/ingest/normalise/number.js';
import { communityNamer } from '../../../src/keys/community.js';
import { nameKey, parseName, toSimplified } from '../../../src/keys/name.js';
import { pinyinKey } from '../../../src/keys/pinyin.js';
import {
  isBlank,
  isBlankOrNone,
  isTidy,
  limited,
  shortened,
  startsWithDigit,
  tidy,
} from '../../../src/keys/text.js';

describe('text', () => {
  it.each([
    ['  朝阳\n社区\t', '朝阳 社区'],
    ['ＡＢ１２（三）', 'AB12(三)'],
    ['a\u0000b\u200bc', 'a bc'],
    ['\u3000', ''],
    ['\uf92e', '冷'],
    ['葛\u{e0100}', '葛'],
    ['王\ue863', '王䶮'],
  ])('tidies %j to %j', (raw, text) => {
    expect(tidy(raw)).toBe(text);
  });

  it.each([
    ['!~', true],
    ['\u007f', false],
    ['\u4e00\u9fff', true],
    ['\u4dff', false],
    ['\ua000', false],
    ['王 芳', true],
    ['王  芳', false],
    [' 王', false],
    ['王 ', false],
    ['王\t芳', false],
    ['', false],
  ])('knows whether %j is tidy: %s', (raw, tidied) => {
    expect(isTidy(raw)).toBe(tidied);
  });

  it.each([
    ['/', false],
    ['0', true],
    ['9', true],
    [':', false],
    ['', false],
  ])('knows whether %j starts with a digit: %s', (text, starts) => {
    expect(startsWithDigit(text)).toBe(starts);
  });

  it('keeps so much of a long cell, and quotes less', () => {
    const long = `\u3000${'王'.repeat(9_000)}`;
    expect(tidy(long)).toHaveLength(8_191);
    expect(['王'.repeat(8_192), '王'.repeat(8_193)].map((text) => limited(text).length)).toEqual([
      8_192, 8_192,
    ]);
    expect(['王'.repeat(200), '王'.repeat(201)].map((text) => shortened(text).length)).toEqual([200, 200]);
  });

  it('tidies once and for all, and leaves no tab, line break or end blank', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const text = tidy(raw);
        expect(text).not.toMatch(/[\t\r\n\0]|^\s|\s$/);
        if (isTidy(raw)) expect(text).toBe(raw);
      }),
    );
  });

  it.each(['', '/', '-', '—', 'NULL', 'null', 'N/A', '(null)', 'nan', 'None', '\\N', '不详', '未知'])(
    '%j is blank',
    (text) => {
      expect(isBlank(text)).toBe(true);
    },
  );

  it('无 is blank only where it is no code', () => {
    expect([isBlank('无'), isBlankOrNone('无'), isBlankOrNone('0')]).toEqual([false, true, false]);
  });
});

describe('characters that GBK kept among its private ones', () => {
  const bytes = Array.from({ length: 0x51 }, (_, i) => 0x50 + i).filter((low) => low !== 0x7f);
  const decoded = bytes.map((low) => new TextDecoder('gb18030').decode(new Uint8Array([0xfe, low])));
  const named = bytes.map((_, i) => tidy(String.fromCharCode(0xe815 + i)));

  it('are those that decoders know by now, and six that GB18030 added in 2022', () => {
    const later = named.filter((character, i) => character !== decoded[i]);
    expect(later).toEqual(['𠂇', '𠂉', '𠃌', '𡗗', '𢦏', '𤇾']);
  });
});

describe('names', () => {
  it.each([
    ['王 芳', '王芳'],
    ['王　芳', '王芳'],
    ['买买提·吐尔逊', '买买提吐尔逊'],
    ['买买提•吐尔逊', '买买提吐尔逊'],
    ['买买提．吐尔逊', '买买提吐尔逊'],
    ['張偉', '张伟'],
    ['Mary Smith', 'MARYSMITH'],
  ])('the key of %s is %s', (raw, key) => {
    expect(nameKey(raw)).toBe(key);
  });

  it.each([
    '',
    '/',
    '不详',
    '无',
    '未取名',
    '未起名',
    '待取名',
    '暂未取名',
    '××之子',
    '王芳之女',
    '張芳之子',
  ])('%j is no name', (raw) => {
    expect([parseName(raw), nameKey(raw)]).toEqual([null, null]);
  });

  it.each(['扬名', '王子', '美女'])('%s is a name', (raw) => {
    expect(nameKey(raw)).toBe(raw);
  });

  it('a name with lost characters is kept and never compared', () => {
    expect([parseName('王\ufffd'), nameKey('王\ufffd')]).toEqual(['王\ufffd', null]);
  });

  const unit = fc.constantFrom(...'王張伟芳麗丽 　·•.aZ龍𠮷買');
  it('a key is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 8 }), (raw) => {
        const key = nameKey(raw);
        if (key !== null) expect(nameKey(key)).toBe(key);
      }),
    );
  });

  it('simplifies characters one by one', () => {
    expect(toSimplified('劉備與關羽')).toBe('刘备与关羽');
    expect(toSimplified('張㗲')).toBe('张𠵾');
    expect(toSimplified('張𡻕')).toBe('张岁');
    expect(toSimplified('𠮷田')).toBe('𠮷田');
  });

  it.each([
    ['张伟', '章玮', true],
    ['吕芳', '鲁芳', false],
    ['欧阳娜', '欧阳纳', true],
  ])('%s and %s sound alike: %s', (a, b, alike) => {
    expect(pinyinKey(a) === pinyinKey(b)).toBe(alike);
  });
});

describe('counts and figures', () => {
  it.each([
    ['2', 2],
    ['2.0', 2],
    ['1,234', 1234],
    ['3人', 3],
    ['一孩', 1],
    ['第二胎', 2],
    ['１', 1],
    [' 3 ', 3],
    [0, 0],
    ['2147483647', 2_147_483_647],
    [2_147_483_647, 2_147_483_647],
  ])('%s is %d', (raw, count) => {
    expect(parseInteger(raw)).toBe(count);
  });

  it.each(['-1', '1.5', '12,34', 'x', '多', '2147483648', '', -1, 1.5, 2_147_483_648])(
    '%s is no count',
    (raw) => {
      expect(parseInteger(raw)).toBeNull();
    },
  );

  it.each([
    ['5.70', '5.70'],
    ['956万', '956万'],
    ['-1.2‰', '-1.2‰'],
    ['1,234', '1,234'],
    [12.5, '12.5'],
    ['待定', null],
  ])('the figure %s is printed %s', (raw, printed) => {
    expect(parseFigure(raw)).toBe(printed);
  });
});

describe('codes', () => {
  const sex = codeReader('sex');
  const method = codeReader('method', { iud: ['带环'] });

  it.each([
    ['男', '男'],
    ['１', '男'],
    [2, '女'],
    ['f', '女'],
    ['FEMALE', '女'],
    ['0', null],
    [9, null],
    ['未说明的性别', null],
    ['男（户主）', '男'],
    ['02', '女'],
    ['2.0', '女'],
    ['2-女', '女'],
    ['女2', '女'],
    ['1女', undefined],
    ['2女1', undefined],
    ['不明', undefined],
  ])('sex %s is %s', (raw, code) => {
    expect(sex(raw)).toBe(code);
  });

  it.each([
    ['放 环', 'iud'],
    ['IUD', 'iud'],
    ['宮內節育器', 'iud'],
    ['带环', 'iud'],
    ['无', 'none'],
    ['上环（宫内节育器）', 'iud'],
    ['其它', 'other'],
    ['输精管绝育', 'male_sterilisation'],
    ['女性结扎', 'female_sterilisation'],
    ['服药', 'pill'],
  ])('method %s is %s', (raw, code) => {
    expect(method(raw)).toBe(code);
  });
});

describe('GB/T 2261.2', () => {
  const marital = codeReader('marital');

  it.each([
    ['10', '未婚'],
    ['20', '已婚'],
    ['21', '初婚'],
    ['22', '再婚'],
    ['23', '复婚'],
    ['30', '丧偶'],
    ['40', '离婚'],
    ['离异', '离婚'],
    ['事实婚姻', '事实婚姻'],
    [90, null],
    ['未说明的婚姻状况', null],
    ['50', undefined],
    ['20-已婚', '已婚'],
    ['[20]已婚', '已婚'],
    ['21 初婚', '初婚'],
    ['10|未婚', '未婚'],
    ['20初婚', undefined],
    ['初婚有配偶', '初婚'],
  ])('%s is %s', (raw, code) => {
    expect(marital(raw)).toBe(code);
  });
});

it('gives a community its one name', () => {
  const name = communityNamer([{ name: '朝阳社区', synonyms: ['朝阳居委会'] }]);
  expect(['朝阳 社区', '朝陽居委會', '红旗社区', '/'].map(name)).toEqual([
    '朝阳社区',
    '朝阳社区',
    '红旗社区',
    null,
  ]);
});
