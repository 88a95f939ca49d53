/**
 * Renews the pictures of the terminal in both READMEs from a real audit of the sample: run it when the report or the
 * sample has changed. `test/readme.test.ts` fails until then.
 *
 * Usage: npm run pictures
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const PAGES = [
  { page: 'README.md', lang: 'en' },
  { page: 'README.zh-CN.md', lang: 'zh' },
];
/** The findings that are shown whole: an omission, and a mismatch whose cause can be guessed. */
const SHOWN = ['birth/omitted', 'contraception/mismatched'];

/** The report in 80 columns: its first screen, or all of it. */
function report(lang, view) {
  const argv = ['bin/plumbline.js', 'check', 'samples/yunxi', '--lang', lang, view];
  return spawnSync(process.execPath, argv, { encoding: 'utf8' }).stdout.trimEnd().split('\n');
}

/** The first finding by a rule, under the headings of its community and its workbook. */
function findingPicture(lines, rule) {
  const at = lines.findIndex((line) => line.endsWith(` ${rule}`) && /^ +\d+ /.test(line));
  const length = lines.slice(at + 1).findIndex((line) => !line.startsWith('     '));
  const before = lines.slice(0, at);
  const community = before.findLast((line) => line.startsWith('■'));
  const workbook = before[before.lastIndexOf('') + 1];
  return [community, '', workbook, ...lines.slice(at, at + 1 + length)];
}

for (const { page, lang } of PAGES) {
  const lines = report(lang, '--all');
  const findings = SHOWN.map((rule) => findingPicture(lines, rule).join('\n'));
  const pictures = [report(lang, '--brief').join('\n'), findings.join('\n\n  …\n\n')];
  const text = readFileSync(page, 'utf8').replace(
    /^```\n.*?^```/gms,
    () => `\`\`\`\n${pictures.shift()}\n\`\`\``,
  );
  writeFileSync(page, text);
}
