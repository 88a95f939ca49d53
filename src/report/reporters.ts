import { withoutAccepted } from './accepted.js';
import { withoutKnown } from './known.js';
import type { Rendered, RenderOptions } from './reporter.js';
import type { AuditResult } from './result.js';

export const FORMATS = ['table', 'json', 'csv', 'md', 'junit', 'sarif', 'xlsx', 'html', 'docx'] as const;
export type Format = (typeof FORMATS)[number];

/** Formats that are no text: they go into a file, not on a terminal. */
export const BINARY: ReadonlySet<Format> = new Set(['xlsx', 'docx']);

/** Formats that show accepted findings, and say so; the others leave them out. */
const WHOLE: ReadonlySet<Format> = new Set(['table', 'json', 'sarif']);

type Renderer = (result: AuditResult, options: RenderOptions) => Promise<Rendered>;

const text = (chunks: Iterable<string>): Rendered => ({ kind: 'text', chunks });

/** Every format, loaded when it is asked for: charts and documents take longer to load than most commands to run. */
const RENDERERS: Record<Format, Renderer> = {
  table: async (result, options) => text([(await import('./table.js')).renderTable(result, options)]),
  json: async (result) => text((await import('./json.js')).renderJson(result)),
  csv: async (result) => text((await import('./csv.js')).renderCsv(result)),
  md: async (result) => text((await import('./markdown.js')).renderMarkdown(result)),
  junit: async (result, options) => text((await import('./junit.js')).renderJunit(result, options)),
  sarif: async (result) => text((await import('./sarif.js')).renderSarif(result)),
  xlsx: async (result, options) => ({
    kind: 'workbook',
    sheets: (await import('./xlsx/workbook.js')).reportSheets(result, options),
  }),
  html: async (result) => text((await import('./html/page.js')).renderHtml(result)),
  docx: async (result, options) => ({
    kind: 'bytes',
    bytes: await (await import('./docx/document.js')).renderDocx(result, options),
  }),
};

/** The result in one format. What an earlier result has already said stands in JSON alone, from which others are compared. */
export function render(format: Format, result: AuditResult, options: RenderOptions): Promise<Rendered> {
  const shown = format === 'json' ? result : withoutKnown(result);
  return RENDERERS[format](WHOLE.has(format) ? shown : withoutAccepted(shown), options);
}
