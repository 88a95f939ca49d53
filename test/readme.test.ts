import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { auditOnce } from './audit-once.js';
import { run } from './cli/fake.js';

/** What the sample's audit prints in 80 columns; it ends with code 1, for its planted faults. */
async function report(lang: string, view: string): Promise<string> {
  const { code, out } = await run(['check', 'samples/yunxi', '--lang', lang, view], auditOnce);
  expect(code).toBe(1);
  return out;
}

/** Lines of the pictures, without the counts in headings, which grow with the catalogue of rules. */
function pictured(page: string): string[] {
  const pictures = [...page.matchAll(/^```\n(.*?)^```/gms)].flatMap(([, text]) => (text ?? '').split('\n'));
  return pictures.filter((line) => line.trim() !== '' && line.trim() !== '…' && !/^(■| {2}\S)/.test(line));
}

/** Every file that a page links to. */
function links(page: string): string[] {
  return [...page.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target]) => target ?? '');
}

const PAGES = [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
] as const;

describe.each(PAGES)('%s', (name, lang) => {
  const page = readFileSync(name, 'utf8');

  test('begins with the two commands', () => {
    const commands = [...page.matchAll(/^ {4}(npm ci .*)$/gm)].map(([, command]) => command);
    expect(commands).toEqual(['npm ci && npx plumbline check samples/yunxi', 'npm ci && npm test']);
  });

  test('shows what the sample really gives', async () => {
    const views = await Promise.all([report(lang, '--brief'), report(lang, '--all')]);
    const lines = views.join('\n').split('\n');
    expect(pictured(page).length).toBeGreaterThan(20);
    expect(pictured(page).filter((line) => !lines.includes(line))).toEqual([]);
  });

  test('links to files that exist', () => {
    for (const target of links(page)) expect(() => readFileSync(target), target).not.toThrow();
  });
});

test('both pages have the same sections and links', () => {
  const [english = '', chinese = ''] = PAGES.map(([name]) => readFileSync(name, 'utf8'));
  const shape = (page: string): string[] => [...page.matchAll(/^(#+) /gm)].map(([, level]) => level ?? '');
  const plain = (page: string): string[] => links(page).map((link) => link.replace('.zh-CN.md', '.md'));
  expect(shape(chinese)).toEqual(shape(english));
  expect(plain(chinese)).toEqual(plain(english));
});
