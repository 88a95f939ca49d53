import { Document, Packer } from 'docx';
import type { AuditResult } from '../../model/result.js';
import { timeless } from '../../workbook/timeless.js';
import type { RenderOptions } from '../reporter.js';
import { circular } from './circular.js';
import { notices } from './notice.js';
import { pageNumbers } from './parts.js';

/** A4 and its margins in twentieths of a point. */
const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1700, bottom: 1500, left: 1418, right: 1418 },
};

/**
 * The circular and one rectification notice for each community, for people to sign. No person is named, whatever the
 * run reveals, and counts below 5 are suppressed.
 */
export async function renderDocx(
  result: AuditResult,
  { office }: Pick<RenderOptions, 'office'>,
): Promise<Uint8Array> {
  const document = new Document({
    creator: 'Plumbline',
    lastModifiedBy: 'Plumbline',
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: pageNumbers() },
        children: [...circular(result, office), ...notices(result, office)],
      },
    ],
  });
  return timeless(await Packer.toBuffer(document));
}
