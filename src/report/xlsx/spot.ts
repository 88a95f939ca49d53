import { say } from '../../messages/index.js';
import type { CellLook } from '../../workbook/looks.js';
import type { Sheet, SheetRow } from '../../workbook/sheet.js';
import { maskingOf } from '../rows.js';
import { type Spotted, spotSentences } from '../spot/spotted.js';
import { areaTables, type SpotTable, spotTables } from '../spot/tables.js';
import { acrossColumns, cellText, footer, headings } from './cells.js';

const WIDTHS = [22, 20, 16, 16, 16, 16, 12, 12, 12, 12, 12];

/** What the door says, on one sheet: who answered, the rates, the verdicts, then every area. */
export function spotSheetOf(result: Spotted): Sheet {
  const { lang } = result.run;
  const tables = [...spotTables(result), ...areaTables(result)];
  return {
    name: say(lang, 'spot-score.section'),
    columns: WIDTHS.map((width) => ({ width })),
    rows: [
      acrossColumns(`${say(lang, 'spot-score.section')} · ${maskingOf(result)}`, 'title', WIDTHS),
      ...spotSentences(result).map((sentence) => acrossColumns(sentence, 'note', WIDTHS)),
      ...tables.flatMap(rowsOf),
    ],
    footer: footer(lang),
  };
}

function rowsOf({ title, head, rows, text, legend }: SpotTable): SheetRow[] {
  const looks = head.map((_, at): CellLook => (text.includes(at) ? 'text' : 'number'));
  return [
    { cells: [] },
    acrossColumns(title, 'section', WIDTHS),
    headings(head, WIDTHS),
    ...rows.map((cells): SheetRow => ({ cells: cells.map(cellOf), looks })),
    ...(legend ? [acrossColumns(legend, 'note', WIDTHS)] : []),
  ];
}

/** Whole numbers as such, so that they can be added up; shares and intervals as they are printed. */
function cellOf(cell: string): string | number {
  return /^\d{1,3}(,\d{3})*$/.test(cell) ? Number(cell.replaceAll(',', '')) : cellText(cell);
}
