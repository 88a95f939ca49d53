import {
  type IPatch,
  type Paragraph,
  PatchType,
  patchDetector,
  patchDocument,
  type Table,
  TextRun,
} from 'docx';
import { UserError } from '../../messages/index.js';
import type { AuditResult } from '../../model/result.js';
import { timeless } from '../../workbook/timeless.js';
import { periodName } from '../labels.js';
import type { Office } from '../reporter.js';
import { isSpotted } from '../spot/spotted.js';
import { clean } from '../text.js';
import { counts, kindsTable, resultsTable, scope } from './circular.js';
import { notices } from './notice.js';
import { officeWords } from './parts.js';
import { spotPart } from './spot.js';

const NOTICES = ['整改通知', 'rectification'] as const;

/**
 * Whether a bureau's own document has a place for notices.
 * @throws UserError where the file is no document of Word
 */
export async function hasNotices(template: Uint8Array): Promise<boolean> {
  try {
    const names = await patchDetector({ data: template });
    return NOTICES.some((name) => names.includes(name));
  } catch (cause) {
    throw new UserError('circular.bad-template', {}, { cause });
  }
}

/**
 * A bureau's own document with its placeholders filled in: `{{期间}}`, `{{发文单位}}` and so on, or by their English
 * names. Those that are not known stay as they are, so that nobody overlooks them.
 * @throws UserError where the file is no document of Word
 */
export async function filledTemplate(
  template: Uint8Array,
  result: AuditResult,
  office: Office,
): Promise<Uint8Array> {
  const entries = [...wordsOf(result, office), ...blocksOf(result, office)];
  const named = entries.flatMap(({ names, patch }) => names.map((name) => [name, patch]));
  const patches = Object.fromEntries(named);
  const options = { outputType: 'uint8array', data: template, patches, keepOriginalStyles: true } as const;
  try {
    return await timeless(await patchDocument(options));
  } catch (cause) {
    throw new UserError('circular.bad-template', {}, { cause });
  }
}

/** What takes the place of a placeholder, by its Chinese and its English name. */
interface Placeholder {
  names: readonly [zh: string, en: string];
  patch: IPatch;
}

/** Words and numbers. */
function wordsOf(result: AuditResult, office: Office): Placeholder[] {
  const { lang, asOf } = result.run;
  const { communities = '', files = '', rows = '' } = scope(result);
  const { findings = '', errors = '', warnings = '', notices: few = '', caused = '' } = counts(result);
  const { name, number, date, deadline } = officeWords(office, lang);
  const words: [string, string, string][] = [
    ['期间', 'period', periodName(result.run)],
    ['截止日期', 'as_of', asOf],
    ['发文单位', 'office', name],
    ['文号', 'number', number],
    ['日期', 'date', date],
    ['期限', 'deadline', deadline],
    ['社区数', 'communities', communities],
    ['资料数', 'files', files],
    ['行数', 'rows', rows],
    ['问题数', 'findings', findings],
    ['错误数', 'errors', errors],
    ['警告数', 'warnings', warnings],
    ['提示数', 'notices', few],
    ['引起数', 'caused', caused],
  ];
  return words.map(([zh, en, text]) => ({
    names: [zh, en],
    patch: { type: PatchType.PARAGRAPH, children: [new TextRun({ text: clean(text) })] },
  }));
}

/** Tables and notices. */
function blocksOf(result: AuditResult, office: Office): Placeholder[] {
  const block = (names: Placeholder['names'], children: (Paragraph | Table)[]): Placeholder => ({
    names,
    patch: { type: PatchType.DOCUMENT, children },
  });
  return [
    block(['各社区结果', 'results'], isSpotted(result) ? spotPart(result) : [resultsTable(result)]),
    block(['问题类型', 'kinds'], [kindsTable(result)]),
    block(NOTICES, notices(result, office)),
  ];
}
