import type { RegisterName } from '../../registers/types.js';
import { COLUMNS, type Row, type Table } from '../tables.js';
import { COUNTS, OWN } from './event.js';
import type { FaultPlan, Scene } from './scene.js';

/** Of every six communities one hands in a register too few, and one a register twice. */
const EVERY = 6;
const ABSENT: readonly RegisterName[] = ['deaths', 'marriages', 'contraception'];
const TWICE: readonly RegisterName[] = ['births', 'marriages', 'migrants', 'women', 'deaths'];

/** The kind of event that each of these registers claims. */
const EVENT_OF: ReadonlyMap<RegisterName, string> = new Map([
  ...Object.entries(OWN).map(([kind, { register }]) => [register, kind] as const),
  ['women', 'enrolment'],
]);

/** What became of the community's registers as files. */
export interface Coverage {
  /** Registers whose records are to be left alone. */
  spared: ReadonlySet<RegisterName>;
  /** The tables to write, once all other faults are planted. */
  finish(): Table[];
}

/** Leaves out a register of the ledger, or hands it in twice, in communities whose turn it is. */
export function plantCoverage(scene: Scene, { index, communities, repeated }: FaultPlan): Coverage {
  const turn = communities < 3 ? -1 : index % EVERY;
  if (turn === 1) return absent(scene);
  if (turn === 2) return twice(scene, repeated);
  return { spared: new Set(), finish: () => scene.tables };
}

function absent(scene: Scene): Coverage {
  const register = scene.invention.random.pick(ABSENT);
  scene.plant('coverage/register-absent', [], '这一社区的台账没有交这一登记册', {
    point: 'ledger',
    register,
    consequences: [`${EVENT_OF.get(register)}/omitted`, ...COUNTS],
  });
  return {
    spared: new Set([register]),
    finish: () => scene.tables.filter((table) => table.point !== 'ledger' || table.register !== register),
  };
}

function twice(scene: Scene, repeated: FaultPlan['repeated']): Coverage {
  const register = scene.invention.random.pick(TWICE);
  const original = scene.table('ledger', register);
  if (!original || original.rows.length === 0) return { spared: new Set(), finish: () => scene.tables };
  return {
    spared: new Set([register]),
    finish: () => {
      const copy = plantCopy(scene, repeated(original));
      return scene.tables.flatMap((table) => (table === original ? [original, copy] : [table]));
    },
  };
}

function plantCopy(scene: Scene, original: Table): Table {
  const copy: Table = { ...original, rows: original.rows.map((row) => ({ ...row })), copy: true };
  const places = [copy, original].flatMap((table) => firstRows(table).map((row) => ({ table, row })));
  const consequences = [`${EVENT_OF.get(original.register)}/duplicated`, ...COUNTS];
  scene.plant('coverage/register-twice', places, '同一登记册交了两份（副本）', { consequences });
  return copy;
}

/** The first row, and the first of either direction, since those may be kept on two sheets. */
function firstRows({ register, rows }: Table): Row[] {
  if (register !== 'migrants') return rows.slice(0, 1);
  const at = COLUMNS.migrants.indexOf('direction');
  const first = ['流入', '流出'].map((direction) => rows.find((row) => row.cells[at] === direction));
  return first.filter((row) => row !== undefined);
}
