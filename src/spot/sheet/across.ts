import type { CellLook } from '../../workbook/looks.js';
import type { SheetRow } from '../../workbook/sheet.js';

/** A text from the first column to the last. */
export function across(text: string, look: CellLook, columns: number, height: number): SheetRow {
  const cells = Array.from({ length: columns }, (_, at) => (at === 0 ? text : null));
  return { cells, looks: [look], height, merge: [{ column: 0, right: columns - 1 }] };
}
