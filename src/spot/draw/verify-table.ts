import type { Printing } from '../../report/terminal.js';
import { clean, grouped } from '../../report/text.js';
import { bullets, type Say, textPage } from '../page.js';
import { frameFile } from './draw.js';
import type { Verification } from './verify.js';

/** Names that a line lists; the counts are always full. */
const MOST_NAMES = 20;

/** Whether a draw holds, in one line; and where it does not, why. */
export function verificationText(verification: Verification, path: string, printing: Printing): string {
  const page = textPage(printing);
  const { say } = page;
  const { holds, code, seed, frame, drawn } = verification;
  if (holds)
    return `${say('spot-draw.holds', { code, seed: clean(seed), units: grouped(frame.units), drawn })}\n`;
  const why = bullets(page, reasons(say, verification, path));
  return `${[say('spot-draw.fails', { code }), ...why].join('\n')}\n`;
}

function reasons(say: Say, verification: Verification, path: string): string[] {
  const { seed, otherSeed, intact, frame, leftOut, differences } = verification;
  return [
    ...(otherSeed === undefined ? [] : [say('spot-draw.other-seed', { seed, otherSeed })]),
    ...(intact ? [] : [say('spot-draw.not-intact')]),
    ...(frame.same ? [] : frameReasons(say, frame, path)),
    ...(leftOut.wrong.length > 0 ? [say('spot-draw.wrongly-left-out', list(say, leftOut.wrong))] : []),
    ...(differences.length > 0 ? [say('spot-draw.differs', list(say, differences))] : []),
    ...(!frame.same && differences.length === 0
      ? [say(frame.came ? 'spot-draw.redrawn-then' : 'spot-draw.redrawn-now')]
      : []),
  ];
}

function frameReasons(say: Say, frame: Verification['frame'], path: string): string[] {
  const { came, gone, touched, before, units, sha256 } = frame;
  const numbers = { before: grouped(before.units), units: grouped(units) };
  const known = came && gone;
  return [
    say('spot-draw.frame-differs', { ...numbers, sha256 }),
    ...(known ? [] : [say('spot-draw.no-old-frame', { path: frameFile(path) })]),
    ...(came?.length ? [say('spot-draw.came', list(say, came))] : []),
    ...(gone?.length ? [say('spot-draw.gone', list(say, gone))] : []),
    ...(known && came.length + gone.length === 0 ? [say('spot-draw.moved')] : []),
    touched.length > 0 ? say('spot-draw.touched', list(say, touched)) : say('spot-draw.untouched'),
  ];
}

function list(say: Say, names: readonly string[]): { count: string; names: string } {
  const count = grouped(names.length);
  const shown = names.slice(0, MOST_NAMES).join(say('report.comma'));
  return { count, names: names.length > MOST_NAMES ? shown + say('spot-draw.more', { count }) : shown };
}
