import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../../src/config/defaults.js';
import { survey } from '../../../src/ingest/read/survey.js';
import { UserError } from '../../../src/messages/index.js';
import type { Source } from '../../../src/model/source.js';
import { folderOf, readingOf, surveyOf } from './folder.js';

const DEATHS = '社区,姓名,性别,身份证号,死亡日期\n朝阳社区,王芳,女,230192195207120951,2023-03-22\n';
const NAMELESS = '姓名,性别,身份证号,死亡日期\n王芳,女,230192195207120951,2023-03-22\n';

async function sourceOf(name: string, content = DEATHS): Promise<Source> {
  const { sources, refused } = await surveyOf({ [name]: content });
  expect(refused).toEqual([]);
  return sources[0] as Source;
}

const OLE = Buffer.from('d0cf11e0a1b11ae1000000', 'hex');

describe('which files', () => {
  test('litter and other types are passed over and counted', async () => {
    const { sources, notes } = await surveyOf({
      ...{ 'a.csv': DEATHS, 'b.jpg': 'x', '.hidden.csv': DEATHS, '~$c.xlsx': 'x', 'Thumbs.db': 'x' },
      '说明.txt': '请各社区于月底前上报。\n逾期,不候。\n谢谢,合作\n',
      '核查报告.txt': 'Plumbline 0.1.0 统计核查,a,b\nc,d,e\n',
    });
    expect(sources.map((source) => source.path)).toEqual(['a.csv']);
    expect(notes).toMatchObject([{ code: 'files-passed-over', count: 6 }]);
  });

  test.each([
    ['登记.xls', 'x', '另存为'],
    ['登记.et', 'x', '另存为'],
    ['登记.dbf', 'x', '另存为'],
    ['登记.xlsx', 'no zip', '.csv'],
    ['登记.xlsx', '', '空'],
    ['登记.xlsx', '<html><table><tr><td>姓名</td></tr></table></html>', 'HTML'],
    ['登记.csv', '<table><tr><td>姓名</td></tr></table>', 'HTML'],
    ['登记.csv', 'PK\u0003\u0004', '.xlsx'],
    ['登记.csv', OLE, 'OLE'],
    ['登记.txt', OLE, 'OLE'],
    ['登记.xlsx', OLE, 'OLE'],
    ['登记.fods', 'x', '另存为'],
  ])('%s that holds %j is refused with what to do', async (name, content, words) => {
    const { refused } = await surveyOf({ [name]: content, 'b.csv': DEATHS });
    expect(refused).toMatchObject([{ path: name }]);
    expect(refused[0]?.reason).toContain(words);
  });

  test('all bad files are named at once', async () => {
    const { refused, sources } = await surveyOf({ 'a.xls': 'x', 'b.csv': '甲,乙\n1,2\n', 'c.csv': DEATHS });
    expect(refused.map((one) => one.path)).toEqual(['a.xls', 'b.csv']);
    expect(sources).toHaveLength(1);
  });

  test.each([
    ['nothing', {}],
    ['pictures', { 'a.jpg': 'x', 'b/c.png': 'y' }],
  ])('a folder of %s is a mistake of the user', async (_, files) => {
    await expect(surveyOf(files)).rejects.toThrow(UserError);
  });

  test('a PATH that is not there is a mistake of the user', async () => {
    const missing = path.join(folderOf({}), '台账');
    await expect(survey([missing], DEFAULT_CONFIG)).rejects.toMatchObject({ key: 'read.missing-path' });
  });

  test('a file that is named must be a ledger', async () => {
    const folder = folderOf({ 'a.pdf': 'x', 'b.txt': '没有表格' });
    const { refused } = await survey(
      [path.join(folder, 'a.pdf'), path.join(folder, 'b.txt')],
      DEFAULT_CONFIG,
    );
    expect(refused.map((one) => one.path)).toEqual(['a.pdf', 'b.txt']);
  });

  test('links are followed once', async () => {
    const folder = folderOf({ 'x/a.csv': DEATHS });
    symlinkSync(folder, path.join(folder, 'x', 'loop'));
    symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'dangling.csv'));
    const { sources } = await survey([folder], DEFAULT_CONFIG);
    expect(sources.map((source) => source.path)).toEqual(['x/a.csv']);
  });

  test('with several arguments, paths begin with the base name of theirs', async () => {
    const folder = folderOf({ '一/a.csv': DEATHS, '二/a.csv': DEATHS.replace('王', '李') });
    const { sources } = await survey([path.join(folder, '一'), path.join(folder, '二')], DEFAULT_CONFIG);
    expect(sources.map((source) => source.path).sort()).toEqual(['一/a.csv', '二/a.csv']);
  });

  test('numbers do not depend on names', async () => {
    const other = DEATHS.replace('王芳', '李伟');
    const numbers = async (one: string, two: string) => {
      const { sources } = await surveyOf({ [one]: DEATHS, [two]: other });
      return sources.map((source) => [source.source, source.sha256]);
    };
    expect(await numbers('a.csv', 'b.csv')).toEqual(await numbers('z.csv', 'b/c.csv'));
  });
});

describe('point', () => {
  test.each([
    ['登记.csv', 'ledger'],
    ['信息系统/死亡登记.csv', 'system'],
    ['台账/系统导出死亡.csv', 'system'],
    ['信息系统/台帐/死亡登记.csv', 'ledger'],
    ['信息系统/2023/死亡登记.csv', 'system'],
    ['card/deaths.csv', 'card'],
    ['discards/deaths.csv', 'ledger'],
    ['WIS卡.csv', 'card'],
    ['派出所/死亡登记.csv', 'police'],
    ['信息系统/公安社区.csv', 'system'],
  ])('%s is %s', async (name, point) => expect((await sourceOf(name)).point).toBe(point));

  test('a community that is called like a point is no point', async () => {
    const communities = [{ name: '平台里', synonyms: [] }];
    const { sources } = await surveyOf({ '平台里.csv': DEATHS }, { communities });
    expect(sources[0]?.point).toBe('ledger');
  });

  test('a hospital in the column 单位 is no community', async () => {
    const content = '单位,母亲姓名,出生日期\n市第一医院,王芳,2023-01-01\n';
    expect((await sourceOf('市第一医院/名单.csv', content)).point).toBe('hospital');
  });

  test('globs come first, the last one wins', async () => {
    const folder = folderOf({ '信息系统/a.csv': DEATHS });
    const config = { ...DEFAULT_CONFIG, files: [{ glob: '**/*.csv', point: 'card' }] };
    const pointWith = async (points: { glob: string; point: string }[]) =>
      (await survey([folder], config, { points })).sources[0]?.point;
    expect(await pointWith([])).toBe('card');
    expect(await pointWith([{ glob: '*.csv', point: 'police' }])).toBe('police');
    expect(await pointWith([{ glob: '别处/*', point: 'police' }])).toBe('card');
  });
});

describe('community, months and direction', () => {
  test.each([
    ['朝阳社区.csv', '朝阳社区'],
    ['2023年朝阳社区死亡登记.csv', '朝阳社区'],
    ['临江区新华社区/死亡登记.csv', '新华社区'],
    ['死亡登记（红旗村）.csv', '红旗村'],
    ['死亡登记.csv', undefined],
  ])('%s belongs to %s', async (name, community) => {
    expect((await sourceOf(name, NAMELESS)).community).toBe(community);
  });

  test('a table below pages of notes is found', async () => {
    const notes = Array.from({ length: 20 }, (_, n) => `${'说明：请如实填写。'.repeat(100)}${n}`);
    const rows = ['姓名,性别,身份证号,死亡日期', '王芳,女,23019319900307122X,2023-05-03'];
    const { source, rows: read } = await readingOf('死亡台账.csv', [...notes, ...rows].join('\n'));
    expect(source).toMatchObject({ register: 'deaths', delimiter: ',', header: { from: 21, to: 21 } });
    expect(read).toHaveLength(1);
  });

  test('a title line names the community', async () => {
    const source = await sourceOf('死亡登记.csv', `填报单位：朝阳社区,,填报人：张某,\n${NAMELESS}`);
    expect(source.community).toBe('朝阳社区');
    expect(source.problems).toEqual([]);
  });

  test('without any, the community column is missing', async () => {
    const { problems } = await sourceOf('死亡登记.csv', NAMELESS);
    expect(problems).toMatchObject([{ code: 'missing-column', column: 'community' }]);
  });

  test('a name is given as the rows write it', async () => {
    const { sources } = await surveyOf({ 'Ａ区.csv': NAMELESS, 'b.csv': DEATHS.replace('朝阳社区', 'A区') });
    expect(sources.find((source) => source.path !== 'b.csv')?.community).toBe('A区');
  });

  test('synonyms of the configuration give the one name', async () => {
    const communities = [{ name: '朝阳社区', synonyms: ['朝阳居'] }];
    const { sources } = await surveyOf({ '朝阳居.csv': NAMELESS }, { communities });
    expect(sources[0]?.community).toBe('朝阳社区');
  });

  test('a period in file name or title, but no date of signing', async () => {
    expect((await sourceOf('死亡登记2023年5月.csv')).months).toEqual({ from: '2023-05', to: '2023-05' });
    const titled = await sourceOf(
      '死亡登记.csv',
      `2023年上半年死亡登记,,,,\n填报日期：2024年1月,,,,\n${DEATHS}`,
    );
    expect(titled.months).toEqual({ from: '2023-01', to: '2023-06' });
    expect((await sourceOf('死亡登记.csv', `填报日期：2024年1月,,,,\n${DEATHS}`)).months).toBeUndefined();
  });

  test.each([
    ['流入人口登记.csv', '流入'],
    ['流出人口.csv', '流出'],
    ['流动人口登记.csv', undefined],
    ['流入流出.csv', undefined],
  ])('%s: %s', async (name, named) => {
    const header = '社区,流向,姓名,性别,身份证号,流动日期';
    expect((await sourceOf(name, `${header}\n朝阳社区,流入,a,男,b,c\n`)).named).toBe(named);
  });
});

describe('register', () => {
  test('a witness needs only what identifies the event', async () => {
    const { sources } = await surveyOf({
      '医院/名单.csv': '母亲姓名,出生日期,婴儿性别\n王芳,2023-01-01,女\n',
    });
    expect(sources).toMatchObject([{ register: 'births', point: 'hospital', witness: true, problems: [] }]);
  });

  test('the name decides if the headings bear it out', async () => {
    const header = '社区,姓名,性别,身份证号,流动日期';
    expect(await sourceOf('流出人口登记.csv', `${header}\na,b,男,c,d\n`)).toMatchObject({
      register: 'migrants',
    });
    expect(await sourceOf('婚姻登记.csv')).toMatchObject({ register: 'deaths' });
  });

  test('the configuration decides above all', async () => {
    const files = [{ glob: '*', register: 'women' as const }];
    const { sources } = await surveyOf({ 'a.csv': DEATHS }, { files });
    expect(sources).toMatchObject([{ register: 'women' }]);
  });

  test('what comes nearest is named, with the headings that it lacks', async () => {
    const { refused } = await surveyOf({ '名单.csv': '母亲姓名,母亲身份证号,孩次\n王芳,1,1\n' });
    expect(refused[0]?.reason).toContain('出生登记');
    expect(refused[0]?.reason).toContain('出生日期');
  });

  test('one required column may be missing where the lead over the second best is clear', async () => {
    const header = '男方姓名,男方身份证号,女方姓名,女方身份证号,婴儿性别,出生地点,政策属性,备注';
    const clear = await surveyOf({ '表.csv': `${header}\na,b,c,d,男,e,f,g\n` });
    expect(clear.sources).toMatchObject([{ register: 'marriages' }]);
    const unclear = await surveyOf({ '表.csv': `${header},孩子姓名\na,b,c,d,男,e,f,g,h\n` });
    expect(unclear.refused).toHaveLength(1);
  });

  test('a lone line of another sign does not decide by what cells are divided', async () => {
    const note = '说明：甲;乙;丙;丁;戊;己;庚;辛;壬;癸';
    const [, ...rows] = DEATHS.split('\n');
    expect(await sourceOf('死亡登记.csv', `${note}\n${DEATHS}${rows.join('\n')}`)).toMatchObject({
      register: 'deaths',
    });
  });

  test('a list of staff is no register', async () => {
    const { refused } = await surveyOf({ '人员.csv': '姓名,性别,身份证号,出生日期,单位\na,男,b,c,d\n' });
    expect(refused).toHaveLength(1);
  });
});
