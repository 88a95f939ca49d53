/**
 * Renews the pictures of the terminal in both READMEs from a real audit of the sample: run it when the report or the
 * sample has changed. `test/readme.test.ts` fails until then.
 *
 * Usage: npm run pictures
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const PAGES = [
  { page: 'README.md', lang: 'en', table: 'Three points in one line' },
  { page: 'README.zh-CN.md', lang: 'zh', table: '三点一线' },
];
/** The findings that are shown: an omission, and a mismatch whose cause can be guessed. */
const SHOWN = ['birth/omitted', 'contraception/mismatched'];
const TABLE_ROWS = 5;

/** The report in 80 columns. */
function report(lang) {
  const argv = ['bin/plumbline.js', 'check', 'samples/yunxi', '--lang', lang];
  return spawnSync(process.execPath, argv, { encoding: 'utf8' }).stdout.split('\n');
}

/** The head of the three-points table and what is written below it. */
function tablePicture(lines, title) {
  const start = lines.indexOf(title);
  const end = lines.indexOf('', start);
  const legend = lines.slice(start, end).findLastIndex((line) => / \d+$/.test(line)) + 1;
  return [...lines.slice(start, start + 3 + TABLE_ROWS), ...lines.slice(start + legend, end)];
}

/** The first finding by a rule, under the headings of its community and its workbook. */
function findingPicture(lines, rule) {
  const at = lines.findIndex((line) => line.includes(`${rule} · `));
  const after = lines.slice(at + 1);
  const first = after.findIndex((line) => line.startsWith('   1 '));
  const length = after.findIndex((line, i) => i > first && !line.startsWith('     '));
  const before = lines.slice(0, at);
  const community = before.findLast((line) => line.startsWith('■'));
  const workbook = before[before.lastIndexOf('') + 1];
  return [community, '', workbook, lines[at], ...after.slice(0, length)];
}

for (const { page, lang, table } of PAGES) {
  const lines = report(lang);
  const findings = SHOWN.map((rule) => findingPicture(lines, rule).join('\n'));
  const pictures = [tablePicture(lines, table).join('\n'), findings.join('\n\n  …\n\n')];
  const text = readFileSync(page, 'utf8').replace(
    /^```\n.*?^```/gms,
    () => `\`\`\`\n${pictures.shift()}\n\`\`\``,
  );
  writeFileSync(page, text);
}
