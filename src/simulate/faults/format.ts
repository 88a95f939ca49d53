import type { RegisterName } from '../../registers/types.js';
import type { Visit } from '../people.js';
import type { Place, Scene } from './scene.js';
import { nextYear } from './slips.js';

/** A cell that can be spoilt without taking the event from its register, and what is written there from what was. */
type Spoil = [
  rule: string,
  register: RegisterName,
  column: string,
  write: (was: string) => string,
  description: string,
];

const noSuchDay = (was: string): string => `${was.slice(0, 4)}-02-30`;
const monthOnly = (was: string): string => was.slice(0, 7);
const fixed = (text: string) => (): string => text;

/** One list for all: each kind of problem in registers where it occurs in life. */
const SPOILS: readonly Spoil[] = [
  ['invalid-date', 'births', 'registration_date', noSuchDay, '日期不存在'],
  ['invalid-date', 'households', 'card_date', fixed('5/3/2023'), '日期写法无法判断'],
  ['invalid-date', 'contraception', 'registration_date', fixed('0000-00-00'), '日期不存在'],
  ['partial-date', 'households', 'card_date', monthOnly, '日期只有年月'],
  ['partial-date', 'marriages', 'registration_date', monthOnly, '日期只有年月'],
  ['future-date', 'deaths', 'registration_date', nextYear, '日期晚于截止日'],
  ['future-date', 'households', 'card_date', nextYear, '日期晚于截止日'],
  ['unknown-code', 'births', 'policy', fixed('待定'), '代码无法识别'],
  ['unknown-code', 'women', 'management_class', fixed('其它类'), '代码无法识别'],
  ['unknown-code', 'deaths', 'basis', fixed('常口'), '代码无法识别'],
  ['invalid-number', 'women', 'sons', fixed('1.5'), '不是整数'],
  ['invalid-number', 'contraception', 'children_count', fixed('-1'), '人数为负'],
  ['missing-value', 'births', 'parity', fixed(''), '必填项空白'],
  ['missing-value', 'visits', 'service', fixed(''), '必填项空白'],
  ['missing-value', 'deaths', 'sex', fixed(''), '必填项空白'],
];

/** Spoils a cell of this row in a way that occurs in its register; false where none does, or the cell is blank. */
export function spoilCell(scene: Scene, place: Place): boolean {
  const fitting = SPOILS.filter(
    ([, register, column]) => register === place.table.register && scene.get(place, column) !== '',
  );
  if (fitting.length === 0) return false;
  const [rule, , column, write, description] = scene.invention.random.pick(fitting);
  scene.set(place, column, write(scene.get(place, column)));
  const consequences = [
    'timing/late-registration',
    'logic/children-sum',
    'enrolment/mismatched',
    'logic/parity-order',
  ];
  return scene.plant(`format/${rule}`, [place], description, { columns: [column], consequences });
}

/** Cells that a torn record keeps: what is due, and to whom, is lost. */
const KEPT = 3;

/** A record of a CSV file that has lost its last cells, required ones among them: others are merely blank. */
export function tearRow(scene: Scene, visit: Visit): boolean {
  const [place] = scene.of(visit);
  if (!place) return false;
  place.row.cells = place.row.cells.slice(0, KEPT);
  const consequences = ['timing/follow-up-overdue', 'timing/visit-overdue'];
  return scene.plant('format/unreadable-row', [place], '这一行缺少单元格，无法读取', { consequences });
}
