import { describe, expect, test } from 'vitest';
import { makeMovedTest } from '../../../src/ingest/normalise/moved.js';
import { REGISTERS } from '../../../src/registers/index.js';

const NAMES = ['community', 'name', 'sex', 'id', 'birth_date', 'death_date', 'basis', 'registration_date'];
const columns = NAMES.map((name, index) => ({ name, index, heading: name }));
const isMoved = makeMovedTest(REGISTERS.deaths, columns, {
  codes: {},
  date1904: false,
  community: (text) => text,
});
const SOUND = '永安社区,王芳,女,230193195001011006,1950-01-01,2023-05-01,户籍,';

describe('cells that stand one place beside their columns', () => {
  test.each([
    [
      'one typed too many after the community',
      '永安社区,,王芳,女,230193195001011006,1950-01-01,2023-05-01,户籍',
    ],
    ['one typed too many after the name', '永安社区,王芳,,女,230193195001011006,1950-01-01,2023-05-01,户籍'],
    ['one typed too many, of text', '永安社区,王芳,(迁),女,230193195001011006,1950-01-01,2023-05-01,户籍'],
    ['one typed too many before two cells', '永安社区,王芳,一,女,,1950-01-01,,'],
    ['one left out before the sex', '永安社区,王芳,230193195001011006,1950-01-01,2023-05-01,户籍,,'],
  ])('%s', (_, line) => {
    expect(isMoved(line.split(','))).toBe(true);
  });

  test.each([
    ['a sound record', SOUND],
    ['one wrong cell', SOUND.replace('1950-01-01', '1950年')],
    ['two wrong cells that fit nowhere', SOUND.replace('1950-01-01', '不').replace('女', '不')],
    ['two cells exchanged', '永安社区,王芳,女,1950-01-01,230193195001011006,2023-05-01,户籍,'],
    ['two wrong cells, of which one would fit beside blanks', '永安社区,王芳,不,女,,,,'],
    ['a blank record', ',,,,,,,'],
  ])('not %s', (_, line) => {
    expect(isMoved(line.split(','))).toBe(false);
  });
});
