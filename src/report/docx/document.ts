import { Document, Packer, type Paragraph, type Table } from 'docx';
import type { AuditResult } from '../../model/result.js';
import { timeless, withPart } from '../../workbook/timeless.js';
import { partOf } from '../part.js';
import type { RenderOptions } from '../reporter.js';
import { brief } from './brief.js';
import { circularParts } from './circular.js';
import { noticeOf, notices } from './notice.js';
import { A4, pageNumber } from './parts.js';
import { filledTemplate, hasNotices } from './template.js';

/** Faces of official documents under their usual names, each with those that take its place where it is not installed. */
const FACES: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋,FangSong,FangSong_GB2312,STFangsong,Noto Serif CJK SC',
  方正小标宋简体: '方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,Noto Serif CJK SC',
  黑体: 'SimHei,STHeiti,Noto Sans CJK SC',
  宋体: 'SimSun,STSong,Noto Serif CJK SC',
  'Times New Roman': 'Liberation Serif',
};

/** The table of fonts of a document, by which programs choose another face (`w:altName`). */
export const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(FACES)
  .map(([name, others]) => `<w:font w:name="${name}"><w:altName w:val="${others}"/></w:font>`)
  .join('')}</w:fonts>`;

type Options = Pick<RenderOptions, 'office'>;

/**
 * The circular and one rectification notice for each community, for people to sign. No person is named, whatever the
 * run reveals; counts below 5 are suppressed in the circular, which goes to everybody, and not in the notice to whom
 * they concern. A bureau's own template takes the place of both.
 */
export function renderDocx(result: AuditResult, { office }: Options): Promise<Uint8Array> {
  if (office.template) return filledTemplate(office.template, result, office);
  return packed([...circularParts(result, office), ...notices(result, office)]);
}

/** The circular alone. */
export function renderCircular(result: AuditResult, { office }: Options): Promise<Uint8Array> {
  if (office.template) return filledTemplate(office.template, result, office);
  return packed(circularParts(result, office));
}

/** The notice to one community, in the bureau's own form where that has a place for it; undefined where it has nothing to mend. */
export async function renderNotice(
  community: string,
  result: AuditResult,
  { office }: Options,
): Promise<Uint8Array | undefined> {
  const children = noticeOf(community, result, office);
  if (!children) return undefined;
  const { template } = office;
  if (template && (await hasNotices(template)))
    return filledTemplate(template, partOf(community, result), office);
  return packed(children);
}

/** One page for the chief. */
export function renderBrief(result: AuditResult, { office }: Options): Promise<Uint8Array> {
  return packed(brief(result, office));
}

async function packed(children: (Paragraph | Table)[]): Promise<Uint8Array> {
  const footers = { default: pageNumber('right'), even: pageNumber('left') };
  const document = new Document({
    creator: 'Plumbline',
    lastModifiedBy: 'Plumbline',
    evenAndOddHeaderAndFooters: true,
    sections: [{ properties: { page: A4 }, footers, children }],
  });
  const bytes = new Uint8Array(await Packer.toBuffer(document));
  return timeless(await withPart(bytes, 'word/fontTable.xml', FONT_TABLE));
}
