import type { Draw } from '../../model/draw.js';
import { PARTS } from '../sheet/layout.js';
import type { AreaList } from '../sheet/people.js';
import { type FilledRow, type FilledSheet, isAnswered } from './answers.js';
import { notesOf, type SpotNote } from './visit-notes.js';
import type { AreaVisits, FieldVisit } from './visits.js';

/**
 * Why sheets cannot be scored: other-draw: of another draw (`found`) · unknown-area: an area that the draw has not · other-list:
 * not the people that these ledgers give (`found`: its check sum) · two-sheets: a second sheet of an area (`found`: the first)
 */
export interface SheetFault {
  fault: 'other-draw' | 'unknown-area' | 'other-list' | 'two-sheets';
  path: string;
  area: string;
  found: string;
}

/**
 * Finds for every row the person it is about.
 * @returns the areas in the order of the draw, with notes; or why the sheets do not belong to draw and ledgers
 */
export function pairUp(
  draw: Draw,
  lists: readonly AreaList[],
  filled: readonly FilledSheet[],
): { areas: AreaVisits[]; notes: SpotNote[] } | SheetFault {
  const notes: SpotNote[] = [];
  const kept: FilledSheet[] = [];
  for (const sheet of filled) {
    const fault = faultOf(sheet, draw, lists);
    if (fault) return fault;
    const other = kept.find(
      ({ block: { area, part } }) => area === sheet.block.area && part === sheet.block.part,
    );
    if (!other || !isAnswered(other) || !isAnswered(sheet)) {
      kept.push(sheet);
    } else if (contentOf(other) === contentOf(sheet)) {
      notes.push({ code: 'same-sheet', count: 1, detail: `${other.path} = ${sheet.path}` });
    } else {
      return { fault: 'two-sheets', path: sheet.path, area: sheet.block.area, found: other.path };
    }
  }
  const areas = lists.map((list) => withVisits(list, kept));
  return { areas, notes: [...notes, ...notesOf(areas)] };
}

function faultOf(sheet: FilledSheet, draw: Draw, lists: readonly AreaList[]): SheetFault | undefined {
  const { path, block } = sheet;
  const { area } = block;
  if (block.code !== draw.code) return { fault: 'other-draw', path, area, found: block.code };
  const list = lists.find((one) => one.area.area === area);
  if (!list) return { fault: 'unknown-area', path, area, found: area };
  return block.list === list.check ? undefined : { fault: 'other-list', path, area, found: block.list };
}

function contentOf({ answers }: FilledSheet): string {
  return JSON.stringify(answers.map(({ row: _, ...answer }) => answer));
}

function withVisits(list: AreaList, all: readonly FilledSheet[]): AreaVisits {
  const sheets = all.filter(({ block }) => block.area === list.area.area);
  const byNumber = new Map(list.people.map((person) => [person.no, person]));
  const units = new Set(list.area.units.map(({ unit }) => unit));
  const visits = sheets.flatMap((sheet) =>
    sheet.answers.flatMap((answer): FieldVisit[] => {
      if (answer.no === null) return [{ sheet, answer, listed: null, unit: unitOf(answer, units) }];
      const listed = byNumber.get(answer.no);
      return listed ? [{ sheet, answer, listed, unit: listed.unit.unit }] : [];
    }),
  );
  const answered = sheets.filter(isAnswered);
  return { ...list, sheets: answered, visits: [...visits, ...goneRows(list, answered)] };
}

/**
 * People of drawn households whose row is on no sheet that came back: somebody deleted it. That is no answer, and no
 * reason to leave the person out.
 */
function goneRows({ people }: AreaList, answered: readonly FilledSheet[]): FieldVisit[] {
  const [first] = answered;
  if (!first) return [];
  const sheet =
    answered.find(({ block }) => Object.values<string>(PARTS.drawn).includes(block.part)) ?? first;
  const present = new Set(answered.flatMap(({ answers }) => answers.map(({ no }) => no)));
  return people
    .filter(({ no, unit }) => unit.role === 'drawn' && !present.has(no))
    .map((listed): FieldVisit => {
      const answer = { row: 0, no: listed.no, household: null, name: null, outcome: null, found: {} };
      return { sheet, answer, listed, unit: listed.unit.unit };
    });
}

/** Household numbers lose their leading zeros where a spreadsheet takes them for numbers. */
function unitOf({ household }: FilledRow, units: ReadonlySet<string>): string | null {
  if (household === null || units.has(household)) return household;
  const bare = (text: string) => text.replace(/^0+/, '');
  return [...units].find((unit) => bare(unit) === bare(household)) ?? household;
}
