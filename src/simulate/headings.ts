import { REGISTERS } from '../registers/index.js';
import type { Column } from '../registers/types.js';
import type { Merge } from '../workbook/sheet.js';
import type { Habits } from './handwriting.js';
import type { DrawnRow } from './layout.js';
import { wholeDistrict } from './placement.js';
import type { Table } from './tables.js';

/** What is headed: a sheet or file of a table, with the columns that it has. */
export interface Headed {
  table: Table;
  title: string;
  columns: readonly string[];
}

/** Columns that are headed together, with the words over them. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  婴儿: ['child_name', 'child_sex', 'child_id'],
  母亲: ['mother_name', 'mother_id'],
  父亲: ['father_name', 'father_id'],
  男方: ['husband_name', 'husband_id', 'husband_order'],
  女方: ['wife_name', 'wife_id', 'wife_order'],
};

export function headingRows(habits: Habits, part: Headed, definitions: readonly Column[]): DrawnRow[] {
  const { random, workbook } = habits;
  const { table, title, columns } = part;
  const lines: DrawnRow[] = [];
  const pad = (cells: string[]): string[] => filledTo(cells, columns.length);
  if (!wholeDistrict(table.point) && random.chance(0.8)) {
    const merge = workbook ? [{ column: 0, right: columns.length - 1 }] : [];
    lines.push({ cells: pad([`${title}（${table.community}）`]), look: 'title', merge });
    if (random.chance(0.5)) lines.push({ cells: pad([`填报单位：${table.community}`, '', '', '填报人：']) });
  }
  const grouped = table.register === 'births' || table.register === 'marriages';
  if (workbook && grouped) return [...lines, ...twoLines(columns, definitions)];
  const cells = definitions.map((definition) => heading(habits, part, definition));
  return [...lines, { cells, look: 'heading' }];
}

/** Cells with blank ones after them, as many as there are columns. */
export function filledTo(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, at) => cells[at] ?? '');
}

/** A heading, one of its synonyms, with an asterisk or a line break. */
function heading({ random, workbook }: Habits, { table }: Headed, definition: Column): string {
  const others = REGISTERS[table.register].columns.filter((column) => column !== definition);
  const taken = new Set(others.flatMap((column) => [column.heading, ...column.synonyms]));
  const words = definition.synonyms.filter(
    (word) => !taken.has(word) && word !== '单位' && word !== '填报单位',
  );
  const text = words.length > 0 && random.chance(0.3) ? random.pick(words) : definition.heading;
  if (workbook && text.length > 3 && random.chance(0.1)) return `${text.slice(0, 2)}\n${text.slice(2)}`;
  return definition.required && random.chance(0.2) ? `*${text}` : text;
}

function twoLines(columns: readonly string[], definitions: readonly Column[]): DrawnRow[] {
  const upper: string[] = [];
  const lower: string[] = [];
  const merge: Merge[] = [];
  definitions.forEach(({ heading: text }, column) => {
    const group = Object.entries(GROUPS).find(([, members]) => members.includes(columns[column] ?? ''));
    const first = group && group[1][0] === columns[column];
    upper.push(group ? (first ? group[0] : '') : text);
    lower.push(group ? text.slice(group[0].length) : '');
    if (first) merge.push({ column, right: group[1].length - 1 });
    if (!group) merge.push({ column, down: 1 });
  });
  return [
    { cells: upper, look: 'heading', merge },
    { cells: lower, look: 'heading' },
  ];
}
