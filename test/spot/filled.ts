import type { Draw, DrawnArea, DrawnUnit } from '../../src/model/draw.js';
import type { RawCell } from '../../src/model/source.js';
import { type FilledSheet, readFilled } from '../../src/spot/score/answers.js';
import {
  type AnswerName,
  BLOCK,
  type GivenName,
  HEADING_ROW,
  SHEET_COLUMNS,
} from '../../src/spot/sheet/layout.js';
import type { AreaList, Listed } from '../../src/spot/sheet/people.js';

/** Check sheets as cells, draws and lists, small enough to be counted by hand. */
export type Row = Partial<Record<GivenName | AnswerName, string | number>>;

export const CODE = '0123abcd';

/** The cells of a sheet: title, block, headings, then the rows. */
export function sheetCells(
  area: string,
  rows: readonly Row[],
  block: Record<string, string> = {},
): RawCell[][] {
  const values: Record<string, string> = {
    code: CODE,
    area,
    list: 'feedbeef',
    period: '2023',
    part: '抽中户',
    ...block,
  };
  const cells: RawCell[][] = [['入户核查表'], [], []];
  for (const { name, words, row, label, value } of BLOCK) {
    const line = cells[row - 1] ?? [];
    line[label[0] - 1] = words.zh;
    line[value[0] - 1] = values[name] ?? null;
    cells[row - 1] = [...line].map((cell) => cell ?? null);
  }
  while (cells.length < HEADING_ROW - 1) cells.push([]);
  cells.push(SHEET_COLUMNS.map(({ heading }) => heading.zh));
  return [...cells, ...rows.map((row) => SHEET_COLUMNS.map(({ name }) => row[name] ?? null))];
}

export function filled(area: string, rows: readonly Row[], path = `${area}.xlsx`, block = {}): FilledSheet {
  const sheet = readFilled({ path, sheet: '入户核查表', rows: sheetCells(area, rows, block) });
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

/** Households H1, H2 … of one area; the last `reserves` of them are reserves. */
export function drawnArea(
  area: string,
  units: number,
  reserves = 0,
  rest: Partial<DrawnArea> = {},
): DrawnArea {
  const unit = (at: number): DrawnUnit => ({
    unit: `H${at + 1}`,
    order: at + 1,
    role: at < units - reserves ? 'drawn' : 'reserve',
    ticket: '0.500000000',
    probability: 0.1,
  });
  return {
    area,
    community: area,
    stratum: '',
    order: 1,
    role: 'drawn',
    ticket: '0.500000000',
    size: 10 * units,
    probability: 0.5,
    units: Array.from({ length: units }, (_, at) => unit(at)),
    ...rest,
  };
}

export function drawOf(areas: DrawnArea[], parameters: Partial<Draw['parameters']> = {}): Draw {
  return {
    schema: 'plumbline.draw/1',
    tool: { name: 'plumbline', version: '0' },
    code: CODE,
    seed: '12345',
    frame: { sha256: '', areas: 4, units: 400, unnumbered: 0, unplaced: 0, inputs: [] },
    parameters: {
      areaKind: 'community',
      unitKind: 'household',
      reserveAreas: 0,
      reserveUnits: 0,
      stratify: 'none',
      allocation: 'equal',
      selection: 'equal',
      rounds: 0,
      leftOut: [],
      ...parameters,
    },
    strata: [
      { stratum: '', areas: 4, units: 400, drawnAreas: areas.filter(({ role }) => role === 'drawn').length },
    ],
    areas,
    notes: [],
  };
}

/** So many people in every household of an area, each with a row on the card. */
export function listOf(area: DrawnArea, perHousehold = 2): AreaList {
  const people = area.units.flatMap((unit, at) =>
    Array.from({ length: perHousehold }, (_, member): Listed => {
      const no = at * perHousehold + member + 1;
      const records = [{ record: no, point: 'card', register: 'households' as const, role: 'self' }];
      const home = { household: unit.unit, building: null, door: null };
      return { no, unit, ...home, person: String(no), birth: null, name: '王芳', mother: null, records };
    }),
  );
  return { area, check: 'feedbeef', people };
}
