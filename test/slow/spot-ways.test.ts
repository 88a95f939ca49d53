/**
 * What no register shows and only the door does: planted behind the doors of a clean district, and told by the score of
 * the sheets that come back. Prints the table of rule and way, as `ways.test.ts` does for `check`.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import type { DoorHousehold, DoorPerson } from '../../src/simulate/door.js';
import { NOTHING, workshop } from '../adversary/bench.js';
import { audit, explain, weigh } from '../adversary/evaluate.js';
import type { Planted } from '../adversary/plant.js';
import { Tally } from '../adversary/tally.js';
import { run } from '../cli/fake.js';

const { root, clear } = workshop('spot-ways');
afterAll(clear);
const at = (...names: string[]): string => join(root, ...names);

interface DoorFault {
  rule: string;
  /** Edits what is behind one door; the name of whom it concerns, or nothing where the household will not do. */
  plant: (home: DoorHousehold) => string | undefined;
}

/** Somebody whom the household card alone names. */
const cardOnly = ({ people }: DoorHousehold): DoorPerson | undefined =>
  people.find(({ rows, birth }) => rows.length === 1 && birth < '1990');

const lives =
  (person: Omit<DoorPerson, 'rows'>) =>
  ({ people }: DoorHousehold): string => {
    people.push({ ...person, rows: [] });
    return person.name;
  };

/** Every way in which registers that agree with each other are wrong together. */
const FAULTS: Record<string, DoorFault> = {
  'field: a child whom no register names': {
    rule: 'birth/omitted',
    plant: lives({ name: '孟安波', sex: '女', birth: '2023-04-18', marital: '未婚', parity: 1 }),
  },
  'field: a man whom no register names': {
    rule: 'field/omitted',
    plant: lives({ name: '孟昌东', sex: '男', birth: '1971-09-02', marital: '初婚' }),
  },
  'field: nobody of that name': {
    rule: 'field/not-found',
    plant: (home) => {
      const gone = cardOnly(home);
      if (gone) home.people.splice(home.people.indexOf(gone), 1);
      return gone?.name;
    },
  },
  'field: born on another day': {
    rule: 'field/differs',
    plant: (home) => {
      const person = cardOnly(home);
      if (person) person.birth = person.birth.replace(/^\d+/, (year) => String(Number(year) - 2));
      return person?.name;
    },
  },
};

let clean: Finding[] = [];
let scored: Finding[] = [];
const planted: { way: string; rule: string; name: string }[] = [];

const done = async (...argv: string[]): Promise<string> => {
  const { code, err, out } = await run(argv);
  expect([0, 1], err).toContain(code);
  return out;
};

/** Prints the sheets of a draw of every household, fills them in as the doors are, and scores them. */
async function score(sheets: string): Promise<Finding[]> {
  const [draw, data] = [at('draw.json'), at('w', 'data')];
  await done('spot', 'sheet', draw, data, '--out', at(sheets), '--reveal', '--period', '2023', '--quiet');
  const met = ['--not-met', '0', '--refused', '0'];
  await done('simulate', at('w'), '--field', draw, '--sheets', at(sheets), ...met);
  const out = ['--format', 'json', '--reveal', '--quiet'];
  return JSON.parse(await done('spot', 'score', draw, data, '--sheets', at(sheets), ...out)).findings;
}

beforeAll(async () => {
  const size = ['--people', '600', '--communities', '2', '--seed', '5', '--format', 'csv'];
  await done('simulate', at('w'), ...size, '--field');
  await done('spot', 'draw', at('w', 'data'), '--seed', '6 1 5', '--out', at('draw.json'), '--quiet');
  clean = await score('clean');
  const file = at('w', 'door.jsonl');
  const homes: DoorHousehold[] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const free = homes.filter(({ household, people }) => household !== null && people.length > 1);
  for (const [way, { rule, plant }] of Object.entries(FAULTS)) {
    let name: string | undefined;
    while (name === undefined && free.length > 0) name = plant(free.splice(0, 7)[0] as DoorHousehold);
    planted.push({ way, rule, name: name ?? '' });
  }
  writeFileSync(file, `${homes.map((home) => JSON.stringify(home)).join('\n')}\n`);
  scored = await score('faulty');
}, 120_000);

test('registers and doors that agree have no finding', () => expect(clean).toEqual([]));

test('each is planted, found, and told once', () => {
  const told = scored.filter(({ causedBy }) => causedBy === null);
  const tally = new Tally();
  const faults = planted.map(
    ({ way, rule }): Planted => ({ fault: way, rules: [rule], places: [], around: [] }),
  );
  const ofFault = planted.map(({ rule, name }) =>
    told.filter((f) => f.rule === rule && JSON.stringify(f).includes(name)),
  );
  tally.count(
    { ...NOTHING, faults },
    {
      missed: faults.flatMap((fault, n) => (ofFault[n]?.length === 0 ? [{ fault, near: [] }] : [])),
      surplus: faults.flatMap((fault, n) =>
        (ofFault[n] ?? []).slice(1).map((finding) => ({ fault, finding })),
      ),
      unsaid: [],
    },
  );
  console.log(tally.table(Object.keys(FAULTS)));
  expect(tally.failing(Object.keys(FAULTS)), JSON.stringify(told)).toEqual([]);
  expect(told.length, told.map(({ message }) => message).join('\n')).toBe(planted.length);
});

test('check does not ask of the field what a register owes', () => {
  const to = at('with-field');
  cpSync(at('w', 'data'), to, { recursive: true });
  mkdirSync(join(to, '入户核查'));
  const some = (from: string, name: string, rows: number): void => {
    const lines = readFileSync(join(to, from), 'utf8').split('\n').slice(0, rows);
    writeFileSync(join(to, '入户核查', name), `${lines.join('\n')}\n`);
  };
  some('台账/朝阳社区_出生登记.csv', '出生登记.csv', 4);
  some('台账/朝阳社区_婚姻登记.csv', '婚姻登记.csv', 3);
  const verdict = weigh(audit(to), NOTHING);
  expect(verdict.findings, explain(verdict)).toBe(0);
});
