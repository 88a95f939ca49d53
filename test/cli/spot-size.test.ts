import { describe, expect, test } from 'vitest';
import { run } from './fake.js';

const size = (...options: string[]) => run(['--lang', 'en', 'spot', 'size', ...options]);
const json = async (...options: string[]) =>
  JSON.parse((await size(...options, '--format', 'json')).out).answer;

describe('plumbline spot size', () => {
  test('says how many, by which formula, in both languages', async () => {
    const options = ['spot', 'size', '--population', '2000'];
    const [zh, en] = [await run(options), await run(['--lang', 'en', ...options])];
    expect([zh.code, en.code]).toEqual([0, 0]);
    expect(zh.out).toMatch(/抽取\s+323/);
    expect(zh.out).toMatch(/不作有限总体校正\s+385/);
    expect(en.out).toMatch(/draw\s+323/);
    expect(en.out).toContain('Cochran (1977)');
  });

  test('by the other convention', async () => {
    expect(await json('--population', '2000', '--convention', 'krejcie-morgan')).toEqual({
      n: 322,
      uncorrected: 384,
      convention: 'krejcie-morgan',
    });
  });

  test('a share is written as a fraction, with a sign, or as a bare per cent', async () => {
    const of = (error: string) => json('--tolerable-error', error, '--population', '5000');
    expect(await of('3')).toEqual(await of('3%'));
    expect(await of('0.03')).toEqual(await of('3%'));
  });

  test('attribute sampling: the sample bears what is expected in it', async () => {
    const options = ['--plan', 'attribute', '--tolerable-error', '5%', '--confidence', '95%'];
    expect(await json(...options)).toMatchObject({ n: 59, accept: 0, convention: 'binomial' });
    expect(await json(...options, '--expected-rate', '1%')).toMatchObject({ n: 93, accept: 1, good: 0.01 });
    expect(await json(...options, '--population', '200')).toMatchObject({
      n: 51,
      convention: 'hypergeometric',
    });
  });

  test('LQAS: published rule, least risk, and the smallest sample that keeps both risks', async () => {
    const target = ['--plan', 'lqas', '--target', '80%'];
    expect(await json(...target, '--sample', '19')).toMatchObject({ accept: 6, convention: 'lqas-table' });
    expect(await json(...target, '--sample', '28', '--lower', '50%')).toMatchObject({
      accept: 9,
      convention: 'least-risk',
    });
    const lot = ['--plan', 'lqas', '--target', '0.9', '--lower', '0.7', '--population', '600'];
    const found = await json(...lot);
    expect(found).toMatchObject({ n: 25, accept: 4, reject: 5, convention: 'hypergeometric' });
    expect(found.risks.rejectGood).toBeCloseTo(0.0936, 3);
    expect((await size(...lot)).out).toMatch(/pass with 4 wrong or fewer, fail from 5 on\n.*to pass +21\n/);
  });

  test('the national standard, arrows said', async () => {
    const { out } = await size('--plan', 'iso2859', '--population', '90', '--aql', '2.5');
    expect(out).toContain('E; by the arrow F');
    expect(out).toMatch(/draw\s+20\n/);
    expect(
      await json('--plan', 'iso2859', '--population', '1200', '--aql', '4.0', '--inspection', 'tightened'),
    ).toMatchObject({ n: 80, accept: 5, letters: { lot: 'J', used: 'J' } });
  });

  test.each([
    [['--population', '0'], '--population cannot be “0”'],
    [['--tolerable-error', '100'], 'write a percentage (5%)'],
    [['--confidence', '100%'], '--confidence cannot be “100%”'],
    [['--aql', '4'], '--aql has no meaning for the plan estimate'],
    [['--plan', 'lqas'], 'The plan lqas needs --target'],
    [['--plan', 'lqas', '--target', '80%', '--lower', '90%'], 'must be below --target'],
    [
      ['--plan', 'lqas', '--target', '80%', '--sample', '19', '--population', '12'],
      'larger than --population',
    ],
    [['--plan', 'iso2859', '--aql', '4'], 'needs --population'],
    [['--plan', 'iso2859', '--aql', '3', '--population', '90'], '--aql'],
    [['--plan', 'attribute', '--expected-rate', '6%'], 'No sample shows this'],
    [['--plan', 'other'], '--plan'],
  ])('%j is refused with exit code 2', async (options, message) => {
    const { code, out, err } = await size(...options);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  test('the help names the whole command', async () => {
    expect((await size('--help')).out).toContain('plumbline spot size [options]');
  });
});
