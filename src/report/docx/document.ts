import { Document, Packer, type Paragraph, type Table } from 'docx';
import type { AuditResult } from '../../model/result.js';
import { withPart } from '../../workbook/package.js';
import { timeless } from '../../workbook/timeless.js';
import { partOf } from '../part.js';
import type { RenderOptions } from '../reporter.js';
import { brief } from './brief.js';
import { circularParts } from './circular.js';
import { FONT_TABLE } from './fonts.js';
import { noticeOf, notices } from './notice.js';
import { A4, pageNumber } from './parts.js';
import { filledTemplate, hasNotices } from './template.js';

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
  return office.template
    ? filledTemplate(office.template, result, office)
    : packed(circularParts(result, office));
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
  const document = new Document({
    creator: 'Plumbline',
    lastModifiedBy: 'Plumbline',
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: A4 },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children,
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toBuffer(document));
  return timeless(await withPart(bytes, 'word/fontTable.xml', FONT_TABLE));
}
