import { expect, it } from 'vitest';
import { openProgress } from '../../src/commands/progress.js';

function linesOf(
  live: boolean,
  act: (progress: ReturnType<typeof openProgress>, wait: (ms: number) => void) => void,
) {
  const lines: string[] = [];
  let clock = 0;
  const terminal = {
    out: async () => {},
    err: (text: string) => void lines.push(text.replace('\r\u001b[2K', '')),
    ...{ live, screen: live, asks: live, width: 60, color: false, call: ['plumbline'] },
  };
  act(
    openProgress(terminal, 'zh', false, () => clock),
    (ms) => {
      clock += ms;
    },
  );
  return lines;
}

it('names the file, and after a while the time left', () => {
  const lines = linesOf(true, (progress, wait) => {
    progress.onProgress('load', 0, 100, '台账/永安.xlsx');
    wait(4_999);
    progress.onProgress('load', 10, 100, '台账/永安.xlsx');
    wait(5_001);
    progress.onProgress('load', 50, 100, '台账/和平.xlsx');
    wait(290_000);
    progress.onProgress('load', 60, 100);
    progress.onProgress('match', 0, 0);
    progress.clear();
  });
  expect(lines).toEqual([
    '读取 0% … 台账/永安.xlsx',
    '读取 10% … 台账/永安.xlsx',
    '读取 50% … 约剩 10 秒 · 台账/和平.xlsx',
    '读取 60% … 约剩 3 分钟',
    '比对 …',
    '',
  ]);
});

it('fits the terminal, and is silent where nobody watches', () => {
  const show = (progress: ReturnType<typeof openProgress>) =>
    progress.onProgress('load', 1, 2, '很长的名字'.repeat(20));
  expect(linesOf(true, show)[0]).toMatch(/…$/);
  expect(linesOf(false, show)).toEqual([]);
});
