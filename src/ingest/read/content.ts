import { REGISTERS } from '../../registers/index.js';
import { bind, type Heading, headingKey, type Vocabulary } from './headings.js';

/** What people, each by name and ID, say of what kind of list it is that names them; absent facts are false. */
export interface Content {
  /** A column of sexes, of relations to the head of a household. */
  sex?: true;
  relation?: true;
  /** More men among them than slips of a pen would make. */
  men?: true;
  /** Columns of dates that are blank for most of them: 0-based positions. */
  sparse?: number[];
}

/** One man among so many women may be a slip. */
const SHARE_OF_MEN = 5;
const FEWEST = 2;
/** Whoever has one is a person, and no total or signature. */
const SOME_ID = /\d{6}/;
/** The sex of an ID: its last digit but one. */
const ID = /^[\s'="]*(?:\d{16}(\d)[\dXx]|\d{14}(\d))["\s]*$/;
const MAN = /^\s*(?:男|男性|1|M)\s*$/i;
const WOMAN = /^\s*(?:女|女性|2|F)\s*$/i;

/** Headings of the dates that make a row one of a register of events. */
const DATED = new Set(
  Object.values(REGISTERS).flatMap(({ name, columns }) =>
    columns
      .filter(({ type, required }) => name !== 'households' && type === 'date' && required)
      .flatMap(({ heading, synonyms }) => [heading, ...synonyms].map(headingKey)),
  ),
);

/**
 * @param rows the first ones below the header
 * @param vocabulary of the register of households: whoever lists people uses its headings
 */
export function contentOf(
  rows: readonly string[][],
  headings: readonly Heading[],
  vocabulary: Vocabulary,
): Content | undefined {
  const columns = new Map(bind(vocabulary, headings).columns.map(({ name, index }) => [name, index]));
  const [name, id] = [columns.get('name'), columns.get('id')];
  if (name === undefined || id === undefined) return undefined;
  const dated = headings.filter(({ keys }) => keys.some((key) => DATED.has(key)));
  const rowsOfPeople = rows.filter((row) => isFilled(row, name) && SOME_ID.test(row[id] ?? ''));
  if (rowsOfPeople.length === 0) return undefined;
  const sparse = dated.map(({ index }) => index).filter((index) => isSparse(rowsOfPeople, index));
  return {
    ...(columns.has('sex') && { sex: true }),
    ...(columns.has('relation') && { relation: true }),
    ...(hasMen(rowsOfPeople, id, columns.get('sex')) && { men: true }),
    ...(sparse.length > 0 && { sparse }),
  };
}

function isFilled(row: readonly string[], at: number | undefined): boolean {
  return at !== undefined && (row[at] ?? '').trim() !== '';
}

function isSparse(rows: readonly string[][], at: number): boolean {
  const blank = rows.filter((row) => !isFilled(row, at) || /^\s*[-/—0]\s*$/.test(row[at] ?? '')).length;
  return blank >= FEWEST && blank * 2 > rows.length;
}

function hasMen(rows: readonly string[][], id: number, sex: number | undefined): boolean {
  const known = rows.map((row) => sexIn(row, id, sex)).filter((one) => one !== undefined);
  const men = known.filter((one) => one === 'man').length;
  return men >= FEWEST && men * SHARE_OF_MEN >= known.length;
}

/** What an ID says, else the column. */
function sexIn(row: readonly string[], id: number, sex: number | undefined): 'man' | 'woman' | undefined {
  const [, long, short] = ID.exec(row[id] ?? '') ?? [];
  const digit = long ?? short;
  if (digit !== undefined) return Number(digit) % 2 === 1 ? 'man' : 'woman';
  const word = sex === undefined ? '' : (row[sex] ?? '');
  if (MAN.test(word)) return 'man';
  return WOMAN.test(word) ? 'woman' : undefined;
}
