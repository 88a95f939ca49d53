import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Draw } from '../../src/model/draw.js';
import { run } from './fake.js';

const BIN = new URL('../../bin/plumbline.js', import.meta.url).pathname;
const SAMPLE = new URL('../../samples/yunxi/data', import.meta.url).pathname;
/** One point of the sample: CSV alone, which is read in no time. */
const SYSTEM = join(SAMPLE, '信息系统');
const SEED = 'dice 3 1 4 1 5 9';

let folder = '';
let work = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-test-draw-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  work = await mkdtemp(join(folder, 'work-'));
});

const at = (name: string) => join(work, name);
const spotDraw = (...argv: string[]) => run(['spot', 'draw', ...argv, '--lang', 'en']);
const readDraw = async (name: string): Promise<Draw> => JSON.parse(await readFile(at(name), 'utf8'));
const drawnOf = ({ areas }: Draw) =>
  areas.flatMap(({ community, units }) =>
    units.filter(({ role }) => role === 'drawn').map(({ unit }) => community + unit),
  );

/** Cards of three communities as CSV: household number, community, building, street; two members each. */
const HEADER = '户卡编号,社区,街道,楼院,姓名,性别,身份证号,出生日期';
const STREETS: Record<string, string> = { 朝阳社区: '东街道', 红旗社区: '东街道', 新华社区: '西街道' };

function member(community: string, household: string, n: number): string {
  return `${household},${community},${STREETS[community]},${1 + (n % 3)}号楼,张${n},男,,1980-01-0${1 + (n % 9)}`;
}

function cardsOf(community: string, households: number): string[] {
  return Array.from({ length: 2 * households }, (_, i) => member(community, `H${Math.floor(i / 2) + 1}`, i));
}

async function writeCards(name: string, rows: readonly string[]): Promise<void> {
  await mkdir(join(work, 'data', '户卡'), { recursive: true });
  await writeFile(join(work, 'data', '户卡', name), `${[HEADER, ...rows].join('\n')}\n`);
}

describe('a draw through the program itself', () => {
  const plumbline = (...argv: string[]) =>
    spawnSync(process.execPath, [BIN, 'spot', 'draw', at('data'), '--lang', 'en', ...argv], {
      encoding: 'utf8',
    });

  it('is written with its frame, and holds when it is repeated', async () => {
    for (const community of Object.keys(STREETS))
      await writeCards(`${community}.csv`, cardsOf(community, 12));
    const first = plumbline('--seed', SEED, '--areas', '2', '--households', '5', '--out', at('draw.json'));
    expect(first).toMatchObject({ status: 0, stderr: expect.stringContaining('draw.frame') });
    expect(first.stdout).toContain(SEED);
    const again = plumbline('--verify', at('draw.json'), '--seed', SEED);
    expect(again).toMatchObject({ status: 0, stdout: expect.stringContaining('It holds') });
    expect(plumbline('--verify', at('draw.json'), '--seed', 'other').status).toBe(1);
  });
});

describe('the files of a draw', () => {
  it('bear the same hash, which sha256sum gives of the frame', async () => {
    await writeCards('户卡.csv', cardsOf('朝阳社区', 30));
    await spotDraw(at('data'), '--seed', SEED, '--households', '2', '--out', at('draw.json'));
    const frame = await readFile(at('draw.frame'));
    const draw = await readDraw('draw.json');
    expect(createHash('sha256').update(frame).digest('hex')).toBe(draw.frame.sha256);
    expect(frame.toString().trimEnd().split('\n')).toHaveLength(draw.frame.units);
  });

  it('hold no name and no ID', async () => {
    await spotDraw(SYSTEM, '--seed', SEED, '--records', '5', '--register', 'women', '--out', at('draw.json'));
    const text = (await readFile(at('draw.json'), 'utf8')) + (await readFile(at('draw.frame'), 'utf8'));
    expect(text).not.toMatch(/23019\d{11}/);
    const women = await readFile(join(SAMPLE, '信息系统', '育龄妇女登记.csv'));
    const decoded = new TextDecoder('gb18030').decode(women).split(/\r?\n/).slice(3, 30);
    const names = decoded.flatMap((line) => line.match(/(?<=,)[\u4e00-\u9fff]{2,3}(?=,)/g) ?? []).slice(0, 1);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(text).not.toContain(name);
  });

  it('are never overwritten', async () => {
    await writeCards('户卡.csv', cardsOf('朝阳社区', 3));
    await spotDraw(at('data'), '--seed', SEED, '--out', at('draw.json'));
    const again = await spotDraw(at('data'), '--seed', 'better', '--out', at('draw.json'));
    expect(again).toMatchObject({ code: 2, out: '', err: expect.stringContaining('never overwritten') });
  });

  it('are the same, byte for byte, from renamed and re-sorted files', async () => {
    const rows = [...cardsOf('朝阳社区', 9), ...cardsOf('红旗社区', 7)];
    const argv = ['--seed', SEED, '--households', '3', '--format', 'json'];
    await writeCards('a.csv', rows);
    const one = JSON.parse((await spotDraw(at('data'), ...argv)).out);
    await rm(at('data'), { recursive: true });
    await writeCards('z.csv', [...rows].reverse());
    const other = JSON.parse((await spotDraw(at('data'), ...argv)).out);
    expect([other.areas, other.frame.sha256]).toEqual([one.areas, one.frame.sha256]);
  });
});

describe('the frame', () => {
  it('holds a household that one point lacks, once', async () => {
    await writeCards('朝阳社区.csv', cardsOf('朝阳社区', 4));
    await mkdir(join(work, 'data', '台账'), { recursive: true });
    await writeFile(
      join(work, 'data', '台账', '家庭户卡.csv'),
      `${[HEADER, ...cardsOf('朝阳社区', 6).slice(2)].join('\n')}\n`,
    );
    const { out } = await spotDraw(at('data'), '--seed', SEED, '--format', 'json');
    expect(drawnOf(JSON.parse(out)).sort()).toEqual(
      ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'].map((h) => `朝阳社区${h}`),
    );
  });

  it('leaves out what inspectors found', async () => {
    await writeCards('朝阳社区.csv', cardsOf('朝阳社区', 4));
    await mkdir(join(work, 'data', '入户'), { recursive: true });
    await writeFile(
      join(work, 'data', '入户', '名单.csv'),
      `${[HEADER, ...cardsOf('朝阳社区', 9)].join('\n')}\n`,
    );
    const { out } = await spotDraw(at('data'), '--seed', SEED, '--format', 'json');
    expect(JSON.parse(out).frame.units).toBe(4);
  });

  it('puts a household into the building that most of its rows name', async () => {
    const row = (household: string, building: string) =>
      `${household},朝阳社区,,${building},张一,男,,1980-01-01`;
    await writeCards('户卡.csv', [
      row('H1', '2号楼'),
      row('H1', '1号楼'),
      row('H1', '2号楼'),
      row('H2', '1号楼'),
      row('H3', ''),
    ]);
    const { out } = await spotDraw(at('data'), '--seed', SEED, '--area-unit', 'building', '--format', 'json');
    const draw: Draw = JSON.parse(out);
    const homes = draw.areas.map(({ area, units }) => `${area} ${units.map(({ unit }) => unit)}`);
    expect(homes.sort()).toEqual(['朝阳社区/1号楼 H2', '朝阳社区/2号楼 H1']);
    expect(draw.frame.unplaced).toBe(1);
  });

  it('says how many rows have no number, and which communities have nothing to draw', async () => {
    await writeCards('户卡.csv', [
      member('朝阳社区', '', 1),
      ...cardsOf('朝阳社区', 4),
      member('新华社区', '', 2),
    ]);
    const { out, code } = await spotDraw(at('data'), '--seed', SEED);
    expect(code).toBe(0);
    expect(out).toContain('2 more rows have no number or community');
    expect(out).toContain('新华社区');
  });

  it('of records: one register at one point, in a period', async () => {
    const births = async (...period: string[]): Promise<Draw> => {
      const argv = ['--records', '9999', '--register', '出生登记', ...period, '--format', 'json'];
      return JSON.parse((await spotDraw(SYSTEM, '--seed', SEED, ...argv)).out);
    };
    const [all, year, month] = [
      await births(),
      await births('--period', '2023'),
      await births('--period', '2023-05'),
    ];
    expect(all.parameters).toMatchObject({ register: 'births', point: 'system' });
    expect(all.frame.units).toBeGreaterThan(year.frame.units);
    expect(year.frame.units).toBeGreaterThan(month.frame.units);
    expect(month.frame.units).toBeGreaterThan(0);
  });
});

describe('strata, history, extension', () => {
  beforeEach(async () => {
    await writeCards(
      '户卡.csv',
      Object.keys(STREETS).flatMap((community, i) => cardsOf(community, 10 + 5 * i)),
    );
  });

  it('draws from every street', async () => {
    await spotDraw(
      at('data'),
      '--seed',
      SEED,
      '--areas',
      '2',
      '--stratify',
      'street',
      '--households',
      '2',
      '--out',
      at('d.json'),
    );
    const draw = await readDraw('d.json');
    expect(draw.strata.map(({ stratum, drawnAreas }) => [stratum, drawnAreas])).toEqual([
      ['东街道', 1],
      ['西街道', 1],
    ]);
  });

  it('leaves out the last round, records this one, and draws it again alike', async () => {
    const round = (label: string, file: string) =>
      spotDraw(
        at('data'),
        '--seed',
        SEED,
        '--areas',
        '1',
        '--history',
        at('h.json'),
        '--rounds',
        '2',
        '--round',
        label,
        '--out',
        at(file),
      );
    for (const label of ['Q1', 'Q2', 'Q3'])
      expect(await round(label, `${label}.json`)).toMatchObject({ code: 0 });
    const areas = await Promise.all(
      ['Q1', 'Q2', 'Q3'].map(async (label) => (await readDraw(`${label}.json`)).areas[0]?.area),
    );
    expect(new Set(areas).size).toBe(3);
    await round('Q2', 'again.json');
    expect(await readDraw('again.json')).toEqual(await readDraw('Q2.json'));
    expect(await spotDraw(at('data'), '--verify', at('Q3.json'))).toMatchObject({ code: 0 });
    const history = JSON.parse(await readFile(at('h.json'), 'utf8'));
    expect(history.rounds).toHaveLength(3);
    const again = () => spotDraw(at('data'), '--verify', at('Q3.json'), '--history', at('h.json'));
    expect(await again()).toMatchObject({ code: 0 });
    await writeFile(at('h.json'), JSON.stringify({ ...history, rounds: history.rounds.slice(1) }));
    expect(await again()).toMatchObject({ code: 1, out: expect.stringContaining(areas[0] ?? '') });
  });

  it('extends to a larger draw that contains the smaller, and holds', async () => {
    await spotDraw(
      at('data'),
      '--seed',
      SEED,
      '--areas',
      '1',
      '--households',
      '3',
      '--reserves',
      '2',
      '--out',
      at('small.json'),
    );
    const done = await spotDraw(
      at('data'),
      '--extend',
      at('small.json'),
      '--areas',
      '2',
      '--households',
      '6',
      '--out',
      at('large.json'),
    );
    expect(done).toMatchObject({ code: 0 });
    const [small, large] = [await readDraw('small.json'), await readDraw('large.json')];
    expect(large).toMatchObject({ extends: small.code, seed: SEED });
    expect(drawnOf(large)).toEqual(expect.arrayContaining(drawnOf(small)));
    expect(await spotDraw(at('data'), '--verify', at('large.json'))).toMatchObject({ code: 0 });
  });
});

describe('a draw that does not hold', () => {
  beforeEach(async () => {
    await writeCards('户卡.csv', cardsOf('朝阳社区', 12));
    await spotDraw(at('data'), '--seed', SEED, '--households', '3', '--out', at('d.json'));
  });

  it('names who came and went, and that nobody drawn is touched', async () => {
    const drawn = drawnOf(await readDraw('d.json'));
    const gone = Array.from({ length: 12 }, (_, i) => `H${i + 1}`).find(
      (h) => !drawn.includes(`朝阳社区${h}`),
    );
    const rest = cardsOf('朝阳社区', 12).filter((row) => !row.startsWith(`${gone},`));
    await writeCards('户卡.csv', [...rest, member('朝阳社区', 'H99', 1)]);
    const { code, out } = await spotDraw(at('data'), '--verify', at('d.json'));
    expect(code).toBe(1);
    expect(out).toContain('1 came: 朝阳社区#H99');
    expect(out).toContain(`1 went: 朝阳社区#${gone}`);
    expect(out).toContain('still in the frame');
    expect(out).toContain('the draw was right then');
    const refused = await spotDraw(at('data'), '--extend', at('d.json'), '--households', '5');
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('not those of') });
  });

  it('cannot name them without the frame file, but knows the drawn ones that went', async () => {
    await rm(at('d.frame'));
    const [drawn = ''] = drawnOf(await readDraw('d.json'));
    const rest = cardsOf('朝阳社区', 12).filter((row) => !row.startsWith(`${drawn.slice(4)},`));
    await writeCards('户卡.csv', rest);
    const { code, out } = await spotDraw(at('data'), '--verify', at('d.json'));
    expect(code).toBe(1);
    expect(out).toContain(`朝阳社区#${drawn.slice(4)}`);
    expect(out).toContain('d.frame is absent');
  });

  it('was changed by hand', async () => {
    const text = await readFile(at('d.json'), 'utf8');
    await writeFile(at('d.json'), text.replace(/"unit": "H\d+"/, '"unit": "H100"'));
    const { code, out } = await spotDraw(at('data'), '--verify', at('d.json'));
    expect(code).toBe(1);
    expect(out).toContain('changed after it was written');
    expect(out).toContain('朝阳社区#H100');
    expect(await spotDraw(at('data'), '--extend', at('d.json'), '--households', '5')).toMatchObject({
      code: 2,
    });
  });

  it('says all of it as JSON as well', async () => {
    const { out } = await spotDraw(at('data'), '--verify', at('d.json'), '--seed', 'x', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({
      schema: 'plumbline.verification/1',
      holds: false,
      otherSeed: 'x',
    });
  });
});

describe('what cannot be drawn is one sentence and exit code 2', () => {
  beforeEach(() => writeCards('户卡.csv', cardsOf('朝阳社区', 3)));

  it.each([
    ['no seed', [], 'needs a seed'],
    ['a blank seed', ['--seed', '  '], 'needs a seed'],
    ['an invisible character', ['--seed', '12\u200b3'], 'cannot be seen'],
    ['no number', ['--seed', '1', '--areas', 'many'], '--areas'],
    ['both', ['--seed', '1', '--households', '3', '--records', '3', '--register', 'births'], '--records'],
    ['both chances', ['--seed', '1', '--equal', '--pps'], '--pps'],
    ['records of nothing', ['--seed', '1', '--records', '3'], '--register'],
    ['an unknown register', ['--seed', '1', '--records', '3', '--register', 'birth'], 'births'],
    ['a register that is not there', ['--seed', '1', '--records', '3', '--register', 'deaths'], 'deaths'],
    [
      'a point that has none',
      ['--seed', '1', '--records', '3', '--register', 'households', '--point', 'x'],
      'card',
    ],
    [
      'a period without event',
      ['--seed', '1', '--records', '3', '--register', 'women', '--period', '2023'],
      '--period',
    ],
    ['rounds without history', ['--seed', '1', '--rounds', '3'], '--history'],
    ['history without round', ['--seed', '1', '--history', 'h.json', '--out', 'd.json'], '--round'],
    ['an option that verifying has no use for', ['--verify', 'd.json', '--areas', '3'], '--areas'],
    ['a draw that is not there', ['--verify', 'absent.json'], 'absent.json'],
    ['an extension by nothing', ['--extend', 'd.json'], 'larger'],
  ])('%s', async (_, argv, word) => {
    const { code, out, err } = await spotDraw(at('data'), ...argv);
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
    expect(err).toContain(word);
  });

  it('fewer areas than streets', async () => {
    await writeCards('户卡.csv', [...cardsOf('朝阳社区', 3), ...cardsOf('新华社区', 3)]);
    const { code, err } = await spotDraw(at('data'), '--seed', '1', '--areas', '1', '--stratify', 'street');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('2 strata') });
  });

  it('no street, no building, no number, no cards', async () => {
    const bare = ['户卡编号,社区,姓名,性别,身份证号,出生日期', 'H1,朝阳社区,张一,男,,1980-01-01'];
    await writeFile(join(work, 'data', '户卡', '户卡.csv'), `${bare.join('\n')}\n`);
    expect((await spotDraw(at('data'), '--seed', '1', '--areas', '1', '--stratify', 'street')).err).toContain(
      'street',
    );
    expect((await spotDraw(at('data'), '--seed', '1', '--area-unit', 'building')).err).toContain(
      'None of the 1',
    );
    await writeFile(join(work, 'data', '户卡', '户卡.csv'), `${bare.join('\n').replace('H1', '')}\n`);
    expect((await spotDraw(at('data'), '--seed', '1')).err).toContain('nothing to draw');
    const births = await readdir(join(SAMPLE, '医院'));
    await cp(join(SAMPLE, '医院', births[0] ?? ''), at('医院.csv'));
    expect((await spotDraw(at('医院.csv'), '--seed', '1')).err).toContain('household cards');
  });

  it('ledgers that cannot be read, unless told to go on; then the draw says so, with exit code 3', async () => {
    await writeFile(at('data/台账.xls'), 'x');
    expect(await spotDraw(at('data'), '--seed', '1')).toMatchObject({ code: 2, out: '' });
    const { code, out } = await spotDraw(at('data'), '--seed', '1', '--keep-going');
    expect(code).toBe(3);
    expect(out).toContain('台账.xls');
    await rename(at('data/台账.xls'), at('x'));
  });
});
