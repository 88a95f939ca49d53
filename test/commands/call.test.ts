import { expect, it } from 'vitest';
import { callOf } from '../../src/commands/context.js';
import { nextSteps } from '../../src/commands/next-steps.js';
import { silentContext } from '../cli/fake.js';

it.each([
  [{}, ['plumbline']],
  [{ npm_lifecycle_event: 'npx', npm_lifecycle_script: 'plumbline' }, ['npx', 'plumbline']],
  [{ npm_lifecycle_event: 'npx', npm_lifecycle_script: '"plumbline" check' }, ['npx', 'plumbline']],
  [{ npm_lifecycle_event: 'npx', npm_lifecycle_script: "'plumbline'" }, ['npx', 'plumbline']],
  [{ npm_lifecycle_event: 'npx', npm_lifecycle_script: 'vitest run' }, ['plumbline']],
  [{ npm_lifecycle_event: 'test', npm_lifecycle_script: 'plumbline' }, ['plumbline']],
  [{ PLUMBLINE_COMMAND: 'D:\\核对\\plumbline.cmd', npm_lifecycle_event: 'npx' }, ['D:\\核对\\plumbline.cmd']],
])('%j is called as %j', (env, call) => expect(callOf(env)).toEqual(call));

it('begins the commands to go on with', () => {
  const context = silentContext('zh');
  const call = ['C:\\核对 程序\\plumbline.cmd'];
  const steps = nextSteps(
    { ...context, argv: ['check', '资料'], terminal: { ...context.terminal, call } },
    [],
  );
  expect(steps[0]?.command).toBe('"C:\\核对 程序\\plumbline.cmd" check 资料 --report 问题.xlsx');
});
