import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../src/match/events/kinds/index.js';
import { say } from '../../src/messages/index.js';
import type { Lang } from '../../src/model/language.js';
import { CODES, isCodeName } from '../../src/registers/codes.js';
import { REGISTERS } from '../../src/registers/index.js';
import type { Column, Register } from '../../src/registers/types.js';
import { markdownTable } from '../../src/report/rule-page.js';

const PAGES = [
  ['docs/domain.md', 'en'],
  ['docs/domain.zh-CN.md', 'zh'],
] as const;

const WORDS = {
  kinds: {
    en: ['event', 'primary register', 'also claimed by'],
    zh: ['事件', '本册', '还有哪些登记册会声明'],
  },
  columns: {
    en: ['column', 'heading', 'also read', 'type', 'R'],
    zh: ['规范名', '表头', '别名', '类型', '必填'],
  },
  codes: { en: ['code', 'words'], zh: ['代码', '认得的词'] },
} as const;

const TYPES: Readonly<Record<Exclude<Column['type'], keyof typeof CODES>, Record<Lang, string>>> = {
  text: { en: 'text', zh: '文本' },
  name: { en: 'name', zh: '姓名' },
  id: { en: 'ID', zh: '身份证号' },
  date: { en: 'date', zh: '日期' },
  integer: { en: 'integer', zh: '整数' },
  number: { en: 'number', zh: '数值' },
};

/** Everything on the page that comes from the program, by the name of its part. */
const PARTS: Readonly<Record<string, (lang: Lang) => string>> = { kinds, registers, codes };

function kinds(lang: Lang): string {
  const named = (register: Register) => (lang === 'zh' ? register.heading : `\`${register.name}\``);
  const rows = KINDS.map(({ name, primary, claims }) => {
    const others = [...new Set(claims.map(({ register }) => register))].filter((other) => other !== primary);
    const also = others.map((other) => named(REGISTERS[other])).join(say(lang, 'report.comma')) || '–';
    return [say(lang, `report.event-${name}`), named(REGISTERS[primary]), also];
  });
  return markdownTable(WORDS.kinds[lang], rows);
}

function registers(lang: Lang): string {
  return Object.values(REGISTERS)
    .map(({ name, heading, synonyms, columns }) => {
      const also = synonyms.length > 0 ? `${synonyms.join('、')}\n\n` : '';
      const rows = columns.map((column) => [
        `\`${column.name}\``,
        column.heading,
        column.synonyms.join('、'),
        typeOf(column, lang),
        column.required ? 'R' : '',
      ]);
      return `### ${name} ${heading}\n\n${also}${markdownTable(WORDS.columns[lang], rows)}`;
    })
    .join('\n\n');
}

function typeOf({ type }: Column, lang: Lang): string {
  return isCodeName(type) ? `\`${type}\`` : TYPES[type][lang];
}

function codes(lang: Lang): string {
  return Object.entries(CODES)
    .map(([list, entries]) => {
      const rows = entries.map(({ canonical, words }) => [`\`${canonical}\``, words.join('、')]);
      return `### ${list}\n\n${markdownTable(WORDS.codes[lang], rows)}`;
    })
    .join('\n\n');
}

describe.each(PAGES)('%s', (page, lang) => {
  it('has the current tables', async () => {
    const text = readFileSync(page, 'utf8');
    let current = text;
    for (const [part, drawn] of Object.entries(PARTS)) {
      const marks = new RegExp(`(<!-- ${part} -->\n).*?(<!-- /${part} -->)`, 's');
      expect(text).toMatch(marks);
      current = current.replace(marks, (_, before, after) => `${before}\n${drawn(lang)}\n\n${after}`);
    }
    await expect(current).toMatchFileSnapshot(`../../${page}`);
  });
});

it('both pages have the same sections', () => {
  const [english, chinese] = PAGES.map(([page]) => headings(page).length);
  expect(chinese).toBe(english);
});

describe('comments in src', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.ts$/.test(file),
  );
  const texts = files.map((file) => ({ file, text: readFileSync(`src/${file}`, 'utf8') }));

  it('cite headings of docs/domain.md that are there', () => {
    const anchors = headings('docs/domain.md').map(anchorOf);
    const cited = texts.flatMap(({ file, text }) =>
      [...text.matchAll(/docs\/domain\.md#([\w-]+)/g)].map(([, anchor = '']) => ({ file, anchor })),
    );
    expect(cited.length).toBeGreaterThan(0);
    expect(cited.filter(({ anchor }) => !anchors.includes(anchor))).toEqual([]);
  });

  it('cite nothing that this repository does not hold', () => {
    const elsewhere = /\bdomain(\.md`?)? (section )?\d|\bsection \d|\([2-9]\.\d\)|\bthe specification\b/;
    expect(texts.filter(({ text }) => elsewhere.test(text)).map(({ file }) => file)).toEqual([]);
  });
});

/** Titles of a page, as its anchors are made of them. */
function headings(page: string): string[] {
  return [...readFileSync(page, 'utf8').matchAll(/^#{2,3} (.*)$/gm)].map(([, heading]) => heading ?? '');
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-');
}
