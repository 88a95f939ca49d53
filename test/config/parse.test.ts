import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/config/defaults.js';
import { parseConfig } from '../../src/config/parse.js';
import { UserError } from '../../src/messages/index.js';

const parse = (text: string) => parseConfig(text, 'p.yaml');

it.each(['', '# nothing\n', 'communities:\nfiles:\nheadings:\n  births:\n'])(
  'takes %j as the defaults',
  (text) => {
    expect(parse(text)).toEqual({ ...DEFAULT_CONFIG, path: 'p.yaml' });
  },
);

it('reads every key', () => {
  const config = parse(`
communities:
  - 和平社区
  - 301
  - { name: 永安村, synonyms: [永安], street: 云溪街道, district: 云溪区 }
points:
  ledger: [本子]
  tax: { words: [税务], witness: true }
files:
  - { glob: '*.csv', point: tax, register: births, community: 永安村 }
  - { glob: 'old/**', ignore: true }
headings:
  births: { mother_name: 妈妈姓名 }
codes:
  method: { iud: [带环] }
year_start: 10
population: present
marriage_at: both
fingerprint_key: secret
`);
  expect(config).toMatchObject({
    communities: [
      { name: '和平社区', synonyms: [] },
      { name: '301', synonyms: [] },
      { name: '永安村', synonyms: ['永安'], street: '云溪街道', district: '云溪区' },
    ],
    files: [
      { glob: '*.csv', point: 'tax', register: 'births', community: '永安村' },
      { glob: 'old/**', ignore: true },
    ],
    headings: { births: { mother_name: ['妈妈姓名'] } },
    codes: { method: { iud: ['带环'] } },
    yearStart: 10,
    population: 'present',
    marriageAt: 'both',
    fingerprintKey: 'secret',
  });
  const ledger = config.points.find((point) => point.name === 'ledger');
  expect(ledger).toEqual({
    name: 'ledger',
    words: ['台账', '台帐', '登记册', '花名册', 'ledger', '本子'],
    witness: false,
  });
  expect(config.points.at(-1)).toEqual({ name: 'tax', words: ['税务'], witness: true });
});

it('reads what is changed in rules', () => {
  const { rules, rulesFolder } = parse(`
rules_folder: own
rules:
  birth/omitted:
  logic/mother-age: { severity: notice, min: 16 }
  pattern/outlier:
    off: true
    communities:
      和平社区: { off: false, z: 5 }
`);
  expect(rulesFolder).toBe('own');
  expect(rules).toEqual({
    'logic/mother-age': { severity: 'notice', options: { min: 16 }, communities: {} },
    'pattern/outlier': {
      off: true,
      options: {},
      communities: { 和平社区: { off: false, options: { z: 5 } } },
    },
  });
});

describe('a mistake names its line', () => {
  it.each([
    ['a: 1\nb: "x', 'config.no-yaml', { line: 2 }],
    ['population: present\npopulation: present', 'config.no-yaml', { line: 2 }],
    ['# head\ncomunities: []', 'config.unknown', { line: 2, name: 'comunities', nearest: 'communities' }],
    ['files:\n  - glob: a\n    poit: card', 'config.unknown', { line: 3, name: 'poit', nearest: 'point' }],
    ['files:\n  - glob: a\n    point: crad', 'config.unknown', { line: 3, name: 'crad', nearest: 'card' }],
    ['files:\n  - glob: a\n    register: birth', 'config.unknown', { line: 3, nearest: 'births' }],
    ['files:\n  - point: card', 'config.missing', { line: 2, name: 'glob' }],
    ['headings:\n  birth: {}', 'config.unknown', { line: 2, nearest: 'births' }],
    ['headings:\n  births:\n    mother: [妈妈]', 'config.unknown', { line: 3, nearest: 'mother_id' }],
    ['codes:\n  method:\n    iudd: [带环]', 'config.unknown', { line: 3, nearest: 'iud' }],
    ['codes:\n  method:\n    pill: [上环]', 'config.twice', { line: 3, name: '上环' }],
    ['communities:\n  - 和平\n  - {name: 永安, synonyms: [和平]}', 'config.twice', { line: 3, name: '和平' }],
    ['communities: 和平', 'config.expected-list', { line: 1, name: 'communities' }],
    ['population: 3', 'config.unknown', { line: 1, name: '3', nearest: 'present' }],
    ['year_start: 9', 'config.unknown', { line: 1, name: '9', nearest: '1', valid: '1, 10' }],
    ['points:\n  tax: {witness: maybe}', 'config.expected-flag', { line: 2, name: 'witness' }],
    ['files:\n  - glob: ""', 'config.expected-text', { line: 2, name: 'glob' }],
    ['- a', 'config.expected-map', { line: 1 }],
    ['rules:\n  birth/omited: {off: true}', 'config.unknown', { line: 2, nearest: 'birth/omitted' }],
    ['rules:\n  birth/omitted:\n    of: true', 'config.unknown', { line: 3, nearest: 'off' }],
    [
      'rules:\n  birth/omitted: {severity: bad}',
      'config.unknown',
      { line: 2, valid: 'error, warning, notice' },
    ],
    ['rules:\n  logic/mother-age:\n    mim: 16', 'config.unknown', { line: 3, nearest: 'min' }],
    ['rules:\n  logic/mother-age:\n    min: young', 'config.expected-number', { line: 3, name: 'min' }],
    ['rules:\n  pattern/sex-ratio:\n    p: 2', 'config.range', { line: 3, name: 'p', limit: '≤ 1' }],
    [
      'communities: [和平社区]\nrules:\n  birth/omitted:\n    communities:\n      和平: {off: true}',
      'config.unknown',
      { line: 5, nearest: '和平社区' },
    ],
    ['population: 3\nfiles: 4', 'config.unknown', { line: 1 }],
  ])('%j', (text, key, params) => {
    const error = catchError(() => parse(text));
    expect(error.key).toBe(key);
    expect(error.params).toMatchObject({ path: 'p.yaml', ...params });
    expect(error.message).toContain('p.yaml');
  });
});

function catchError(run: () => unknown): UserError {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('no error was thrown');
}
