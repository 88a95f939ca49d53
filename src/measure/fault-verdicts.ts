import { byText } from '../keys/order.js';
import type { Frame } from './block.js';
import { explainRate, explainValue } from './explain.js';
import type { FigureCell } from './figures.js';
import { cellsOf, IDENTITY_RULES, type Identity } from './identity.js';
import type { Repair } from './repair.js';
import type { FigureFault } from './search.js';
import type { Verdict } from './verdicts.js';
import { differenceText, equation, evidenceOf, middle, numberText, repairsText } from './words.js';

/** What judging goes by, and what it has found so far. */
export interface JudgedFrame {
  frame: Frame;
  /** Figure → anchor of the finding that says it is wrong. */
  suspected: Map<FigureCell, string>;
}

/** The finding of a fault, under the first rule that it breaks, and the other broken identities under it. */
export function faultVerdicts(
  { broken, repairs, following }: FigureFault,
  anchor: string,
  judging: JudgedFrame,
): Verdict[] {
  const ordered = [...broken].sort(
    (a, b) => rankOf(a) - rankOf(b) || cellsOf(a).length - cellsOf(b).length || byText(keyOf(a), keyOf(b)),
  );
  const [root, ...rest] = ordered;
  if (!root) return [];
  const suspects = [...new Set(repairs.flatMap((repair) => [...repair.keys()]))];
  const made = repairs.flatMap((repair) => following?.get(repair) ?? []);
  for (const cell of [...made, ...suspects]) judging.suspected.set(cell, anchor);
  return [
    rootVerdict(root, repairs, suspects, anchor, judging),
    ...rest.map((identity) => follower(identity, anchor)),
  ];
}

function rankOf({ rule }: Identity): number {
  return IDENTITY_RULES.indexOf(rule);
}

function keyOf(identity: Identity): string {
  return cellsOf(identity)
    .map(({ key }) => key)
    .join('|');
}

function rootVerdict(
  root: Identity,
  repairs: readonly Repair[],
  suspects: readonly FigureCell[],
  anchor: string,
  { frame }: JudgedFrame,
): Verdict {
  const cells = cellsOf(root);
  const base = suspects[0] ?? cells.at(-1);
  if (!base) throw new RangeError('an identity without figures');
  const [best] = repairs;
  const wanted = best?.get(base);
  const isSingle = repairs.length === 1 && best?.size === 1;
  const explained =
    root.kind === 'quotient' && suspects.includes(root.rate)
      ? explainRate(root, frame)
      : isSingle && wanted
        ? explainValue(base, wanted, frame.reported)
        : undefined;
  return {
    rule: root.rule,
    suspects,
    others: cells.filter((cell) => !suspects.includes(cell)),
    covers: [anchor],
    evidence: {
      ...evidenceOf(base),
      ...(wanted && {
        recomputed: numberText(wanted, base),
        difference: differenceText(base, middle(wanted)),
      }),
      equation: equation(root),
      repair: repairs.length > 0 ? repairsText(repairs, base) : '?',
      choices: String(repairs.length),
      ...explained,
    },
  };
}

function follower(identity: Identity, anchor: string): Verdict {
  const cells = cellsOf(identity);
  const [base] = identity.kind === 'quotient' ? [identity.rate] : cells.slice(-1);
  return {
    rule: identity.rule,
    suspects: [],
    others: base ? [base, ...cells.filter((cell) => cell !== base)] : cells,
    cause: [anchor],
    evidence: { ...(base && evidenceOf(base)), equation: equation(identity), repair: '', choices: '0' },
  };
}
