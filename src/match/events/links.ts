import type { Step } from '../../store/steps.js';
import { anyOf } from '../../store/vocabulary.js';
import { KINDS } from './kinds/index.js';
import { CLAIM_PERSONS, type ClaimColumn, type EventKind, type Likeness } from './kinds/kind.js';

/** Values by which claims find each other, and the kinds whose claims do. */
interface Finder {
  columns: readonly ClaimColumn[];
  only?: string;
  unless: readonly string[];
  kinds: string[];
}

/** The column of either claim. */
function sides(term: Likeness['by'][number]): readonly [ofS: ClaimColumn, ofC: ClaimColumn] {
  return typeof term === 'string' ? [term, term] : term;
}

/** Whether claims that are alike in `other` are alike in `one` as well, whichever comes first, so far as equal values go. */
function covers(one: Likeness, other: Likeness): boolean {
  if (one.only !== undefined && one.only !== other.only) return false;
  if (one.unless !== undefined && one.unless.join() !== other.unless?.join()) return false;
  const terms = other.by.map((term) => sides(term).join());
  const within = (swap: boolean) =>
    one.by.every((term) => terms.includes((swap ? sides(term).toReversed() : sides(term)).join()));
  return within(false) || within(true);
}

/** What claims of a kind need to find each other by: who finds those of one person need not look for those of one person and day. */
function finding({ same, shown, keys }: EventKind): Likeness[] {
  return [...same, ...shown, ...keys].reduce<Likeness[]>(
    (kept, one) =>
      kept.some((other) => covers(other, one)) ? kept : [...kept.filter((other) => !covers(one, other)), one],
    [],
  );
}

function finders(): Finder[] {
  const found = new Map<string, Finder>();
  for (const kind of KINDS) {
    for (const { by, only, unless = [] } of finding(kind)) {
      for (const side of [0, 1] as const) {
        const columns = by.map((term) => sides(term)[side]);
        const id = JSON.stringify([columns, only, unless]);
        const finder = found.get(id) ?? { columns, ...(only ? { only } : {}), unless, kinds: [] };
        found.set(id, { ...finder, kinds: [...new Set([...finder.kinds, kind.name])] });
      }
    }
  }
  return [...found.values()];
}

/** What kind of values a column holds: persons are compared with persons, whatever part they have. */
function domain(column: ClaimColumn): string {
  return CLAIM_PERSONS[column as keyof typeof CLAIM_PERSONS] === 'BIGINT' || column === 'household_mother'
    ? 'person'
    : column;
}

/** The rows of `claim_keys` that one finder makes: of claims that bear all flags, those that may find one that does not. */
function keysSelect({ columns, only, unless, kinds }: Finder): string {
  const filled = columns.map((column) => `s.${column} IS NOT NULL`);
  const domains = columns.map(domain).join(' ');
  const ofKinds = `kind IN ${anyOf(kinds)}`;
  const bare = unless.length > 0 ? `NOT (${unless.join(' AND ')})` : '';
  const sought = `(${bare} OR s.${columns[0]} IN (SELECT ${columns[0]} FROM claims WHERE ${ofKinds} AND ${bare}))`;
  const where = [...filled, `s.${ofKinds}`, ...(only ? [only] : []), ...(bare ? [sought] : [])];
  return `SELECT s.claim, s.turn, hash_of('${domains}', s.kind, ${columns.map((column) => `s.${column}`).join(', ')}) AS key
    FROM claims s WHERE ${where.join(' AND ')}`;
}

/** Whether claims `s` and `c` are alike. */
function alike({ by, only, unless, and }: Likeness): string {
  const terms = by.map((term) => {
    const [ofS, ofC] = sides(term);
    return `s.${ofS} = c.${ofC}`;
  });
  const flags = (unless ?? []).flatMap((flag) => [`s.${flag}`, `c.${flag}`]);
  const firm = flags.length > 0 ? [`NOT (${flags.join(' AND ')})`] : [];
  return [...terms, ...(only ? [only] : []), ...firm, ...(and ? [and] : [])].join(' AND ');
}

/** The points of agreement of two claims. */
function scoreOf({ score }: EventKind): string {
  const points = Object.entries(score).map(
    ([column, [agrees, differs]]) =>
      `CASE WHEN s.${column} = c.${column} THEN ${agrees} WHEN s.${column} <> c.${column} THEN -${differs} ELSE 0 END`,
  );
  return points.join(' + ');
}

/** The strongest key that shows two claims of different claimants to be of one event; null where none does. */
function rankOf({ keys }: EventKind): string {
  return `CASE ${keys.map((key, rank) => `WHEN ${alike(key)} THEN ${rank}`).join(' ')} END`;
}

/** Whether two claims of one claimant are of one event. */
function repeatsOf({ same, shown }: EventKind): string {
  const any = (likenesses: readonly Likeness[]) =>
    likenesses.length > 0 ? likenesses.map((one) => `(${alike(one)})`).join(' OR ') : 'FALSE';
  return `CASE WHEN s.is_primary THEN ${any(same)} ELSE ${any(shown)} END`;
}

const DAYS = 'COALESCE(ABS(days_between(s.date, c.date)), 0)';

/** A rank is worth this much: more than all agreement and nearness. */
const RANK_COST = 1_000_000_000;

/** The least cost is the best: strong keys before weak, then agreement, then nearness in days. */
const COST = `CAST(rank AS BIGINT) * ${RANK_COST} + (500 - score) * 100000 + LEAST(apart, 99999)`;

/** The links of one kind: compared by itself, so that a pair brings only what its kind compares. */
function linksSelect(kind: EventKind): string {
  return `SELECT turn, claim, other, rank < 0 AS repeats, ${COST} AS cost, fp, other_fp FROM (
      SELECT s.turn, s.claim, c.claim AS other, CASE WHEN s.turn > c.turn THEN ${rankOf(kind)} WHEN ${repeatsOf(kind)} THEN -1 END AS rank,
        ${scoreOf(kind)} AS score, ${DAYS} AS apart, s.fp, c.fp AS other_fp
      FROM claim_pairs p JOIN claims s ON s.claim = p.claim AND s.kind = '${kind.name}'
        JOIN claims c ON c.claim = p.other AND c.kind = '${kind.name}' CROSS JOIN run) AS compared
    WHERE rank IS NOT NULL`;
}

const KINDS_CLAIMED = 'SELECT DISTINCT kind AS part FROM claims';

/** The name of the key that a cost came with. */
export const KEY_OF_COST = `CASE c.kind ${KINDS.map(({ name, keys }) => {
  const names = keys.map((key, rank) => `WHEN p.cost < ${(rank + 1) * RANK_COST} THEN '${key.name}'`);
  return `WHEN '${name}' THEN CASE ${names.join(' ')} END`;
}).join(' ')} END`;

/**
 * `claim_keys(claim, turn, key)`: what claims of one kind find each other by, as one number. A number that two values share
 * by chance makes a pair that is looked at in vain.
 *
 * `claim_pairs(claim, other)`: the claims that find each other, the later claimant's first. A table of its own, since the
 * keys are gone before the claims are compared, which takes most memory of all.
 *
 * `links(turn, claim, other, repeats, cost, fp, other_fp)`: pairs of claims of one kind that are alike: of one claimant,
 * which `repeats` itself, or of one with an earlier claimant, which may be of one event, the likelier the less the `cost`.
 */
export const LINKS: readonly Step[] = [
  {
    makes: 'claim_keys',
    needs: ['claims'],
    parts: finders().map((finder) => ({ of: finder.kinds, select: keysSelect(finder) })),
    among: KINDS_CLAIMED,
  },
  {
    makes: 'claim_pairs',
    needs: ['claim_keys'],
    select: `SELECT DISTINCT k.claim, o.claim AS other FROM claim_keys k JOIN claim_keys o ON o.key = k.key
       AND (o.turn < k.turn OR (o.turn = k.turn AND k.claim < o.claim))`,
  },
  {
    makes: 'links',
    needs: ['claims', 'claim_pairs'],
    parts: KINDS.map((kind) => ({ of: [kind.name], select: linksSelect(kind) })),
    among: KINDS_CLAIMED,
  },
];
