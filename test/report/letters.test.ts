import { Document, Packer, Paragraph } from 'docx';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { renderBrief, renderCircular, renderDocx, renderNotice } from '../../src/report/docx/document.js';
import { onPaper } from '../../src/report/docx/notice.js';
import { exampleResult, finding } from './fixture.js';

const OFFICE = {
  name: '云溪区统计办',
  number: '云统〔2024〕3号',
  date: '2024年1月15日',
  deadline: '2024年2月15日',
};
const result = exampleResult('zh');

async function part(bytes: Uint8Array, name = 'word/document.xml'): Promise<string> {
  return (await (await JSZip.loadAsync(bytes)).file(name)?.async('string')) ?? '';
}

async function textOf(bytes: Uint8Array): Promise<string> {
  return (await part(bytes)).replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
}

describe('the circular', () => {
  it('is laid out after GB/T 9704', async () => {
    const bytes = await renderCircular(result, { office: OFFICE });
    const xml = await part(bytes);
    expect(xml).toMatch(/<w:pgMar[^>]*w:top="2098"/);
    expect(xml).toContain('w:eastAsia="仿宋_GB2312"');
    expect(xml).toContain('<w:sz w:val="32"/>');
    expect(xml).toContain('<w:sz w:val="44"/>');
    expect(await part(bytes, 'word/fontTable.xml')).toContain('w:altName');
    for (const word of [
      OFFICE.name,
      OFFICE.number,
      OFFICE.date,
      OFFICE.deadline,
      '附件：1. 整改通知（2 份）',
    ])
      expect(await textOf(bytes)).toContain(word);
  });

  it('has a red head where the bureau prints one', async () => {
    const red = async (redHead: boolean) =>
      (await part(await renderCircular(result, { office: { ...OFFICE, redHead } }))).includes('FF0000');
    expect([await red(true), await red(false)]).toEqual([true, false]);
  });

  it('suppresses small counts', async () => {
    expect(await textOf(await renderCircular(result, { office: OFFICE }))).toContain(
      '<5'.replace('<', '&lt;'),
    );
  });

  it('takes the bureau’s own document, and leaves placeholders that nobody knows', async () => {
    const document = new Document({
      sections: [
        {
          children: ['{{发文单位}}关于{{期间}}', '{{findings}} 项', '{{各社区结果}}', '{{谁}}'].map(
            (text) => new Paragraph(text),
          ),
        },
      ],
    });
    const template = new Uint8Array(await Packer.toBuffer(document));
    const text = await textOf(await renderDocx(result, { office: { ...OFFICE, template } }));
    expect(text).toContain('云溪区统计办关于2023年');
    expect(text).toContain('5 项');
    expect(text).toContain('红旗社区');
    expect(text).toContain('{{谁}}');
  });

  it.each([
    ['{{整改通知}}', true],
    ['{{各社区结果}}', false],
  ])('with %s in it the notice to one community is in it too: %s', async (placeholder, filled) => {
    const sections = [{ children: ['本局文头', placeholder].map((text) => new Paragraph(text)) }];
    const template = new Uint8Array(await Packer.toBuffer(new Document({ sections })));
    const [{ community = '' } = {}] = result.findings;
    const notice = await renderNotice(community, result, { office: { ...OFFICE, template } });
    const text = await textOf(notice ?? new Uint8Array());
    expect(text.includes('本局文头')).toBe(filled);
    expect(text.match(/整改通知书?/g)?.length).toBeGreaterThan(0);
    expect(text).toContain(community);
  });

  it('says so of a template that is no document', async () => {
    const template = new TextEncoder().encode('not a zip');
    await expect(renderDocx(result, { office: { template } })).rejects.toMatchObject({
      key: 'circular.bad-template',
    });
  });
});

describe('a notice', () => {
  it('counts in full, since it goes to whom it concerns', async () => {
    const text = await textOf((await renderNotice('朝阳社区', result, { office: OFFICE })) as Uint8Array);
    expect(text).toContain('问题共 4 项');
    expect(text).not.toContain('&lt;5');
    expect(text).toContain('你社区');
  });

  it('does not call a district a community', async () => {
    const findings = [finding('d', 'totals/rate-differs', { community: '云溪区' })];
    const text = await textOf(
      (await renderNotice('云溪区', { ...result, findings }, { office: OFFICE })) as Uint8Array,
    );
    expect(text).toContain('云溪区的汇总数据');
    expect(text).not.toContain('你社区');
  });

  it('is none where nothing is to be mended', async () => {
    expect(await renderNotice('永安村', result, { office: OFFICE })).toBeUndefined();
  });

  it.each([
    ['改成该栏规定的选项；如果本地一直这样写，请把这个词加进配置文件的 codes。', '改成该栏规定的选项。'],
    ['更正日期；如果日期无误，请用 --as-of 指定。', '更正日期。'],
    ['核对后更正。', '核对后更正。'],
    ['请写进配置文件。', ''],
  ])('speaks no words of the command line: %s', (remedy, expected) => {
    expect(onPaper(remedy)).toBe(expected);
  });
});

it('the brief says what was found and where, in a page', async () => {
  const text = await textOf(await renderBrief(result, { office: OFFICE }));
  expect(text).toContain('简报');
  expect(text).toContain('发现问题 5 项，及其引起的 &lt;5 项');
  expect(text.split('\n').length).toBeLessThan(40);
});
