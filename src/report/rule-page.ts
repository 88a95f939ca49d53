import { say } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import { REGISTERS } from '../registers/index.js';
import type { Rule } from '../rules/rule.js';

/** One rule as people read about it. */
export interface RuleFacts
  extends Pick<Rule, 'name' | 'severity' | 'title' | 'why' | 'remedy' | 'message'>,
    Required<Pick<Rule, 'needs'>> {
  options: OptionFacts[];
  /** The SELECT with these options. */
  select: string;
}

export interface OptionFacts {
  name: string;
  /** The value in force. */
  value: string | number | boolean;
  /** What it may be, in signs that need no translation. */
  allowed: string;
}

/** What a page says in one language, without the SELECT. */
export function rulePart(facts: RuleFacts, lang: Lang, example: string): string {
  const { name, severity, title, why, remedy, message } = facts;
  const parts = [
    `# ${name}${lang === 'zh' ? ' ' : ': '}${title[lang]}`,
    `${say(lang, 'catalogue.severity')}${colon(lang)}${say(lang, `report.${severity}`)}`,
    ...needsPart(facts, lang),
    section(lang, 'why', why[lang]),
    section(lang, 'remedy', remedy[lang]),
    section(lang, 'message', `> ${message[lang]}`),
    ...optionsPart(facts, lang),
    ...(example ? [section(lang, 'example', example)] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The SELECT of a rule as Markdown. */
export function selectPart({ select }: RuleFacts): string {
  return `## SELECT\n\n\`\`\`sql\n${outdented(select)}\n\`\`\`\n`;
}

/** The example of a page in one language; empty where there is none. */
export function exampleOf(page: string, lang: Lang): string {
  const [, text = ''] = page.split(`\n## ${say(lang, 'catalogue.example')}\n`);
  return (text.split(/\n(?:## |---\n)/)[0] ?? '').trim();
}

function needsPart({ needs }: RuleFacts, lang: Lang): string[] {
  const words = (['all', 'any'] as const).flatMap((kind) => {
    const registers = needs[kind]?.map((name) => (lang === 'zh' ? REGISTERS[name].heading : name));
    if (!registers) return [];
    const listed = registers.join(say(lang, 'report.comma'));
    return registers.length === 1 ? [listed] : [say(lang, `catalogue.needs-${kind}`, { registers: listed })];
  });
  if (needs.sheets) return [say(lang, 'catalogue.needs-sheets')];
  if (words.length === 0) return [];
  return [`${say(lang, 'catalogue.needs')}${colon(lang)}${words.join(say(lang, 'report.semicolon'))}`];
}

function optionsPart({ name, options }: RuleFacts, lang: Lang): string[] {
  if (options.length === 0) return [];
  const head = (['option', 'value', 'allowed'] as const).map((key) => say(lang, `catalogue.${key}`));
  const rows = options.map((option) => [`\`${option.name}\``, String(option.value), option.allowed]);
  const example = options.map((option) => `    ${option.name}: ${option.value}`);
  const yaml = ['```yaml', 'rules:', `  ${name}:`, ...example, '```'].join('\n');
  return [section(lang, 'options', markdownTable(head, rows)), say(lang, 'catalogue.tuning'), yaml];
}

type Heading = 'why' | 'remedy' | 'message' | 'options' | 'example';

function section(lang: Lang, key: Heading, text: string): string {
  return `## ${say(lang, `catalogue.${key}`)}\n\n${text}`;
}

/** A table in Markdown. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const escaped = (cell: string) => cell.replaceAll('|', '\\|');
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

function colon(lang: Lang): string {
  return say(lang, 'report.colon');
}

/** Without the indent that all lines share: SELECTs stand inside TypeScript. */
function outdented(sql: string): string {
  const lines = sql.split('\n').filter((line, i, all) => line.trim() || (i > 0 && i < all.length - 1));
  const indents = lines.slice(sql.startsWith('\n') ? 0 : 1).filter((line) => line.trim());
  const shared = Math.min(...indents.map((line) => line.length - line.trimStart().length), 40);
  return lines
    .map((line) => (line.slice(0, shared).trim() ? line : line.slice(shared)).trimEnd())
    .join('\n')
    .trim();
}
