import { describe, expect, it } from 'vitest';
import { buildProgram } from '../../src/commands/program.js';
import { silentContext } from '../cli/fake.js';
import { manualPage } from './manual-page.js';

/** `docs/plumbline.1` and its Chinese twin are written by `npm run docs`, from the commands themselves. */
describe.each([
  ['zh', 'plumbline.zh-CN.1'],
  ['en', 'plumbline.1'],
] as const)('the manual page in %s', (lang, file) => {
  const program = buildProgram(silentContext(lang));
  const page = manualPage(program, lang);

  it('is current', () => expect(page).toMatchFileSnapshot(`../../docs/${file}`));

  it('has every command and option', () => {
    const plain = page.replaceAll('\\-', '-');
    const commands = program.commands.flatMap((one) => (one.commands.length > 0 ? one.commands : [one]));
    for (const command of commands) expect(plain).toContain(` ${command.name()}`);
    for (const { flags } of commands.flatMap((one) => one.options)) expect(plain).toContain(`.B ${flags}\n`);
  });

  it('has no line that roff would take for a request of its own', () => {
    const requests = page.split('\n').filter((line) => /^[.']/.test(line));
    expect(requests.filter((line) => !/^\.(TH|SH|SS|TP|B)( |$)/.test(line))).toEqual([]);
  });
});
