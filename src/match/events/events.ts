import type { Step } from '../../store/steps.js';
import type { Store } from '../../store/store.js';
import { oneOf } from '../../store/tables.js';
import { anyOf } from '../../store/vocabulary.js';
import { KINDS } from './kinds/index.js';
import { CLAIM_VALUES } from './kinds/kind.js';
import { KEY_OF_COST } from './links.js';

/** Claims of one claimant that are the same event, each with the other. */
const REPEATED = `(SELECT claim, other FROM links WHERE repeats UNION SELECT other, claim FROM links WHERE repeats) AS r`;

/**
 * `units(claim, unit)`: claims of one claimant that are the same event form a unit, numbered by its first claim; every
 * other claim is a unit of its own. A register of people that keeps somebody in two communities shows one event twice.
 * Every claim takes the least number among its own and those of the claims that it repeats, round after round until none
 * is less: where all claims of a unit repeat each other, as they nearly always do, that is the first.
 */
const UNITS: Step = {
  makes: 'units',
  needs: ['links'],
  run: async (store) => {
    let rows = await store.define(
      'units',
      `SELECT claim, LEAST(claim, MIN(other)) AS unit FROM ${REPEATED} GROUP BY claim`,
    );
    let rounds = 1;
    for (; rows > 0 && (await hasLess(store)); rounds++)
      rows = await store.define(
        'units',
        `SELECT r.claim, LEAST(MIN(o.unit), MIN(u.unit)) AS unit FROM ${REPEATED} JOIN units u ON u.claim = r.claim
          JOIN units o ON o.claim = r.other GROUP BY r.claim`,
      );
    return { rows, rounds };
  },
};

/** Whether a claim repeats one whose unit has a lesser number. */
async function hasLess(store: Store): Promise<boolean> {
  const [row] = await store.all<{ n: number }>(
    `SELECT COUNT(*) AS n FROM ${REPEATED} JOIN units u ON u.claim = r.claim JOIN units o ON o.claim = r.other
     WHERE o.unit < u.unit`,
  );
  return (row?.n ?? 0) > 0;
}

/** Claims that an earlier one of their unit stands for. */
const REPEATING = '(SELECT claim FROM units WHERE unit <> claim)';

/** Units that no earlier claimant's are like: they open events, numbered by their first claim. */
const OPENERS = `SELECT c.turn, c.claim AS unit, c.claim AS event, CAST(NULL AS BIGINT) AS cost FROM claims c
  ANTI JOIN ${REPEATING} AS r ON r.claim = c.claim
  ANTI JOIN (SELECT COALESCE(u.unit, l.claim) AS unit FROM links l LEFT JOIN units u ON u.claim = l.claim
    WHERE NOT l.repeats) AS linked ON linked.unit = c.claim`;

/** How many units each turn has to place: all that open no event. */
const TURNS = `SELECT c.turn, COUNT(*) AS units FROM claims c ANTI JOIN ${REPEATING} AS r ON r.claim = c.claim
  ANTI JOIN placed p ON p.unit = c.claim GROUP BY c.turn ORDER BY c.turn`;

/**
 * `placed(turn, unit, event, cost)`: the event of every unit, and the cost of what placed it there; none where it opened the
 * event (docs/domain.md#one-event-or-two). Claimants come one after the other, those of all kinds side by side: primary
 * registers of the points, then witnesses, then registers of people. Within one turn units and events are matched one
 * to one, strong keys before weak; a unit of a witness or a register of people that finds all its events taken is
 * attached to the best of them, and never joins two; two children of one register are never attached to one birth.
 */
const PLACED: Step = {
  makes: 'placed',
  needs: ['claims', 'units', 'links'],
  run: async (store) => {
    let rows = await store.define('placed', OPENERS);
    let rounds = 0;
    const turns = await store.all<{ turn: number; units: number }>(TURNS);
    for (const { turn, units } of turns) {
      rounds += await placeUnits(store, turn, units);
      rows += units;
    }
    await store.drop('candidates');
    return { rows, rounds };
  },
};

/**
 * Places the units of one turn: round after round those that are best for both sides, until there are none; then the rest.
 * At first whoever the turn has placed opened an event, and is no candidate. Most units are placed by the first round,
 * often all: only what it leaves is worth a table.
 * @returns how many rounds there were
 */
async function placeUnits(store: Store, turn: number, units: number): Promise<number> {
  let left = units - (await store.insert('placed', mutual(turn, `(${candidatesOf(turn)}) AS k`)));
  if (left === 0) return 1;
  await store.make(
    'candidates',
    candidatesOf(turn, `ANTI JOIN placed d ON d.turn = ${turn} AND d.unit = l.unit`),
  );
  const open = `candidates AS k ANTI JOIN placed u ON u.turn = ${turn} AND u.unit = k.unit
    ANTI JOIN placed e ON e.turn = ${turn} AND e.event = k.event`;
  let rounds = 1;
  for (let taken = -1; taken !== 0 && left > 0; rounds++) {
    taken = await store.insert('placed', mutual(turn, open));
    left -= taken;
  }
  if (left > 0) await store.insert('placed', remaining(turn));
  return rounds;
}

/** Every unit of a turn with every event it may be; all units of earlier turns that it is like have been placed. */
function candidatesOf(turn: number, without = ''): string {
  return `SELECT l.unit, p.event, MIN(l.cost) AS cost, COUNT(*) AS links, MIN(l.fp) AS unit_fp, MAX(l.fp) AS unit_last_fp,
      MIN(l.other_fp) AS event_fp, MAX(l.other_fp) AS event_last_fp
    FROM (SELECT l.*, COALESCE(u.unit, l.claim) AS unit, COALESCE(o.unit, l.other) AS other_unit FROM links l
      LEFT JOIN units u ON u.claim = l.claim LEFT JOIN units o ON o.claim = l.other
      WHERE l.turn = ${turn} AND NOT l.repeats) AS l JOIN placed p ON p.unit = l.other_unit
    ${without} GROUP BY l.unit, p.event`;
}

/** The candidates `k` that are best for both sides, each the other's. */
function mutual(turn: number, candidates: string): string {
  return `SELECT ${turn} AS turn, unit, event, cost FROM (
      SELECT k.unit, k.event, k.cost, ${rankBy('unit', 'event')} AS of_unit, ${rankBy('event', 'unit')} AS of_event
      FROM ${candidates}) AS ranked
    WHERE of_unit = 1 AND of_event = 1`;
}

/**
 * The place of a candidate among those of one side; what is equally good goes by the number of claims, then by content.
 * One hash is not enough: two nameless rows of a hospital are alike, and may stand in two events that are not.
 */
function rankBy(side: 'unit' | 'event', other: 'unit' | 'event'): string {
  return `ROW_NUMBER() OVER (PARTITION BY k.${side} ORDER BY k.cost, k.links DESC, k.${other}_fp, k.${other}_last_fp, k.${other})`;
}

/** Kinds that say what shows two claims of one register to be of two events. */
const TELLING = KINDS.filter(({ apart }) => apart);

/** Whether claims `s` and `c` of one register are of two events, though both find one that may be either. */
const APART = `CASE s.kind ${TELLING.map(({ name, apart }) => `WHEN '${name}' THEN ${apart}`).join(' ')} END`;

/**
 * Units that find all their events taken: those of witnesses and registers of people go to the best of them all the same,
 * save where another claim of their register took it that is of another event; all others open events.
 */
function remaining(turn: number): string {
  return `SELECT ${turn} AS turn, left_over.unit, COALESCE(best.event, left_over.unit) AS event, best.cost
    FROM (SELECT DISTINCT k.unit FROM candidates k ANTI JOIN placed p ON p.turn = ${turn} AND p.unit = k.unit) AS left_over
    LEFT JOIN (SELECT k.unit, k.event, k.cost, ${rankBy('unit', 'event')} AS place
      FROM candidates k JOIN claims t ON t.claim = k.unit AND (NOT t.is_primary OR t.witness)
      LEFT JOIN (SELECT DISTINCT k.unit, k.event FROM candidates k
        JOIN placed p ON p.event = k.event AND p.unit <> k.unit AND p.turn = ${turn}
        ${claimsOf('k.unit', 's')} ${claimsOf('p.unit', 'c')}
        WHERE s.kind IN ${anyOf(TELLING.map(({ name }) => name))} AND ${APART}) AS others
        ON others.unit = k.unit AND others.event = k.event
      WHERE others.unit IS NULL) AS best ON best.unit = left_over.unit AND best.place = 1`;
}

/** Joins the claims of a unit. */
function claimsOf(unit: string, claims: 's' | 'c'): string {
  return `LEFT JOIN units ${claims}u ON ${claims}u.unit = ${unit} JOIN claims ${claims} ON ${claims}.claim = COALESCE(${claims}u.claim, ${unit})`;
}

/**
 * What is asked of a claim when it is matched: the keys that only matching compares are left behind. `…_sound` is what
 * `…_valid_id` was called, `own` what `is_primary` was, kept for a version.
 */
const OF_CLAIM = [
  ...['claim', 'kind', 'record', 'register', 'point', 'witness', 'community', 'fp'],
  ...['is_primary', 'is_primary AS own'],
  ...['subject', 'subject_valid_id', 'subject_valid_id AS subject_sound', 'subject_name'],
  ...['partner', 'partner_valid_id', 'partner_valid_id AS partner_sound', 'child', 'child_name'],
  ...Object.keys(CLAIM_VALUES),
].map((column) => `c.${column}`);

/** Why a claim stands in its event: it opened it, repeats the one that did, or the key that placed it there. */
const PLACED_BY = oneOf(['first', 'same', ...KINDS.flatMap(({ keys }) => keys.map(({ name }) => name))]);

/**
 * `event_claims`: the claims with their `event` and the `key` that placed them there: `first` where a claim opened its
 * event, `same` where it repeats one that did.
 */
const EVENT_CLAIMS: Step = {
  makes: 'event_claims',
  needs: ['claims', 'units', 'placed'],
  select: `SELECT ${OF_CLAIM.join(', ')}, p.event, CAST(CASE WHEN p.cost IS NOT NULL THEN ${KEY_OF_COST}
        WHEN c.claim = p.unit THEN 'first' ELSE 'same' END AS ${PLACED_BY}) AS key
    FROM claims c LEFT JOIN units u ON u.claim = c.claim JOIN placed p ON p.unit = COALESCE(u.unit, c.claim)`,
};

/** Claims become events. */
export const PLACING: readonly Step[] = [UNITS, PLACED, EVENT_CLAIMS];
