import type { AuditResult } from '../model/result.js';
import { withoutAccepted, withoutKnown } from './faults.js';
import type { Rendered, RenderOptions } from './reporter.js';

export const FORMATS = ['table', 'json', 'csv', 'md', 'junit', 'sarif', 'xlsx', 'html', 'docx'] as const;
export type Format = (typeof FORMATS)[number];

/** Formats that are no text: they go into a file, not on a terminal. */
export const BINARY: ReadonlySet<Format> = new Set(['xlsx', 'docx']);

/** What a file of each format is called: the ending says the format. A table ends in .txt. */
export const ENDINGS: Readonly<Record<string, Format>> = {
  ...{ txt: 'table', json: 'json', csv: 'csv', md: 'md', xml: 'junit', sarif: 'sarif' },
  ...{ xlsx: 'xlsx', html: 'html', htm: 'html', docx: 'docx' },
};

/** Formats that show accepted findings, and say so; the others leave them out. */
const WHOLE: ReadonlySet<Format> = new Set(['table', 'json', 'sarif']);

type Renderer = (result: AuditResult, options: RenderOptions) => Promise<Rendered>;

const text = (chunks: Iterable<string>): Rendered => ({ kind: 'text', chunks });

/** Every format's module, loaded when it is asked for: charts and documents take longer to load than most commands to run. */
const MODULES = {
  table: () => import('./table.js'),
  json: () => import('./json.js'),
  csv: () => import('./csv.js'),
  md: () => import('./markdown.js'),
  junit: () => import('./junit.js'),
  sarif: () => import('./sarif.js'),
  xlsx: () => import('./xlsx/workbook.js'),
  html: () => import('./html/page.js'),
  docx: () => import('./docx/document.js'),
} satisfies Record<Format, () => Promise<unknown>>;

const RENDERERS: Record<Format, Renderer> = {
  table: async (result, options) => {
    const { next } = options;
    if (next) return text([(await import('./screen.js')).renderScreen(result, { ...options, next })]);
    return text([(await MODULES.table()).renderTable(result, options)]);
  },
  json: async (result) => text((await MODULES.json()).renderJson(result)),
  csv: async (result) => text((await MODULES.csv()).renderCsv(result)),
  md: async (result) => text((await MODULES.md()).renderMarkdown(result)),
  junit: async (result, options) => text((await MODULES.junit()).renderJunit(result, options)),
  sarif: async (result) => text((await MODULES.sarif()).renderSarif(result)),
  xlsx: async (result, options) => ({
    kind: 'workbook',
    sheets: (await MODULES.xlsx()).reportSheets(result, options),
  }),
  html: async (result) => text((await MODULES.html()).renderHtml(result)),
  docx: async (result, options) => ({
    kind: 'bytes',
    bytes: await (await MODULES.docx()).renderDocx(result, options),
  }),
};

/** Loads what formats need before there is a result to render. */
export async function prepare(formats: readonly Format[]): Promise<void> {
  await Promise.all(formats.map((format) => MODULES[format]()));
}

/** The result in one format. What an earlier result has already said stands in JSON alone, from which others are compared. */
export function render(format: Format, result: AuditResult, options: RenderOptions): Promise<Rendered> {
  const shown = format === 'json' ? result : withoutKnown(result);
  return RENDERERS[format](WHOLE.has(format) ? shown : withoutAccepted(shown), options);
}
