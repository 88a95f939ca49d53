import { type MessageKey, type MessageParams, say as sayIn } from '../../messages/index.js';
import type { Printing } from '../../report/terminal.js';
import { clean, grouped, wrap } from '../../report/text.js';
import { frameFile } from './draw.js';
import type { Verification } from './verify.js';

type Say = (key: MessageKey, params?: MessageParams) => string;

/** Names that a line lists; the counts are always full. */
const MOST_NAMES = 20;

/** Whether a draw holds, in one line; and where it does not, why. */
export function verificationText(
  verification: Verification,
  path: string,
  { lang, terminal }: Printing,
): string {
  const say: Say = (key, params) => sayIn(lang, key, params);
  const { holds, code, seed, frame, drawn } = verification;
  if (holds)
    return `${say('spot-draw.holds', { code, seed: clean(seed), units: grouped(frame.units), drawn })}\n`;
  const width = Math.min(Math.max(terminal.width, 60), 100);
  const bullets = reasons(say, verification, path).flatMap((text) =>
    wrap(clean(text), width - 4).map((part, i) => `  ${i === 0 ? '· ' : '  '}${part}`),
  );
  return `${[say('spot-draw.fails', { code }), ...bullets].join('\n')}\n`;
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
  const changed = say('spot-draw.frame-differs', {
    before: grouped(before.units),
    units: grouped(units),
    sha256,
  });
  const known = came && gone;
  return [
    changed,
    ...(known ? [] : [say('spot-draw.no-old-frame', { path: frameFile(path) })]),
    ...(came?.length ? [say('spot-draw.came', list(say, came))] : []),
    ...(gone?.length ? [say('spot-draw.gone', list(say, gone))] : []),
    ...(known && came.length + gone.length === 0 ? [say('spot-draw.moved')] : []),
    touched.length > 0 ? say('spot-draw.touched', list(say, touched)) : say('spot-draw.untouched'),
  ];
}

function list(say: Say, names: readonly string[]): { count: string; names: string } {
  const count = grouped(names.length);
  const shown = names.slice(0, MOST_NAMES).join(say('spot-draw.list-comma'));
  return { count, names: names.length > MOST_NAMES ? shown + say('spot-draw.more', { count }) : shown };
}
