import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.js';
import { renderJson } from '../../src/report/json.js';
import { exampleResult, finding } from '../report/fixture.js';
import { run } from './fake.js';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-accept-'));
  file = join(folder, 'plumbline-accepted.json');
});

afterEach(() => rmSync(folder, { recursive: true }));

const [ONE, TWO, THREE] = ['0123456789abcdef', '1123456789abcdef', '2123456789abcdef'];

function result(): AuditResult {
  const findings = [
    finding(ONE, 'birth/omitted', { community: '甲' }),
    finding(TWO, 'birth/omitted', { community: '乙' }),
    finding(THREE, 'birth/mismatched', { community: '甲', causedBy: ONE }),
  ];
  return { ...exampleResult('zh'), findings };
}

const accept = (...argv: string[]) =>
  run(['accept', '--folder', folder, '--reason', '已入户核实', ...argv], async () => result());
const written = () => JSON.parse(readFileSync(file, 'utf8'));
const ids = () => written().accepted.map(({ id }: { id: string }) => id);

describe('plumbline accept', () => {
  it('writes what was decided, by whom and until when', async () => {
    const done = await accept(ONE, '--by', '王主任', '--until', '2024-06-30');
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toContain('plumbline-accepted.json');
    const on = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
    expect(written()).toEqual({
      schema: 'plumbline.accepted/1',
      accepted: [
        {
          id: ONE,
          reason: '已入户核实',
          by: '王主任',
          on,
          until: '2024-06-30',
          rule: 'birth/omitted',
          community: '甲',
        },
      ],
    });
  });

  it('keeps what was accepted before, the later decision in place of the earlier', async () => {
    await accept(TWO, ONE);
    await accept(TWO, '--until', '2024-06-30');
    expect(ids()).toEqual([ONE, TWO]);
    expect(written().accepted[1].until).toBe('2024-06-30');
  });

  it('accepts no number that an audit of the folder does not find', async () => {
    const unknown = await accept('f123456789abcdef', ONE);
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('f123456789abcdef') });
    expect(unknown.err).toContain('什么也没有认可');
    expect(existsSync(file)).toBe(false);
  });

  it('lies beside the configuration', async () => {
    const config = join(folder, 'p.yaml');
    writeFileSync(config, '');
    await run(['accept', ONE, '--reason', 'x', '--config', config], async () => result());
    expect(ids()).toEqual([ONE]);
  });

  it.each([
    [
      ['--rule', 'birth'],
      [ONE, TWO],
    ],
    [['--rule', '*/omitted', '--community', '乙'], [TWO]],
    [['--community', '甲'], [ONE]],
  ])('with %j takes the findings of an audit that follow from no other', async (argv, expected) => {
    expect(await accept(...argv)).toMatchObject({ code: 0 });
    expect(ids()).toEqual(expected);
    expect(written().accepted[0]).toMatchObject({ rule: 'birth/omitted' });
  });

  it('takes them from a report instead', async () => {
    const report = join(folder, 'report.json');
    writeFileSync(report, [...renderJson(result())].join(''));
    const done = await run([
      'accept',
      '--folder',
      folder,
      '--reason',
      'x',
      '--rule',
      'birth',
      '--from',
      report,
    ]);
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(ids()).toEqual([ONE, TWO]);
    const unknown = await run(['accept', 'f123456789abcdef', '--reason', 'x', '--from', report]);
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('f123456789abcdef') });
  });

  it.each([
    [[], '--rule'],
    [['nothing'], 'nothing'],
    [['--rule', 'brith'], 'birth'],
    [['--community', '丙'], '什么也没有写入'],
    [[ONE, '--until', '2024-02-30'], '--until'],
  ])('refuses %j', async (argv, words) => {
    expect(await accept(...argv)).toMatchObject({ code: 2, err: expect.stringContaining(words) });
    expect(() => readFileSync(file)).toThrow();
  });

  it('refuses a file that it did not write', async () => {
    writeFileSync(file, '{"accepted": []}');
    expect(await accept(ONE)).toMatchObject({ code: 2, err: expect.stringContaining('schema') });
    writeFileSync(file, '{');
    expect(await accept(ONE)).toMatchObject({
      code: 2,
      err: expect.stringContaining('plumbline-accepted.json'),
    });
  });

  it('findings count no longer towards the exit code, and are folded into one line of the table', async () => {
    const decided = { reason: '已核实', on: '2023-06-01' };
    const accepted = result().findings.map((one) => ({ ...one, accepted: decided }));
    const done = await run(['check', 'x'], async () => ({ ...result(), findings: accepted }));
    expect(done.code).toBe(0);
    expect(done.out).toContain('已认可的 2 项');
  });
});
