import type { ColumnType } from '../registers/types.js';

const STAR = '*';
/** Digits of a resident ID that stay: the county. Birth date and sequence are the person. */
const REGION = /^\d{6}/;
/** A resident ID inside a free text. */
const ID_IN_TEXT = /\d{14,17}[\dXx]/g;

/**
 * A value as a masked report shows it: of a name the first character (王*, also for compound surnames), of an ID
 * the six digits of its county, of an ID within other text the same. All else is shown: a clerk needs dates and codes
 * to see what differs, and the row number to find the record.
 */
export function maskValue(type: ColumnType, value: string | number | null): string | number | null {
  if (value === null || value === '') return value;
  if (type === 'name') return maskName(String(value));
  if (type === 'id') return maskId(String(value));
  return typeof value === 'string' ? value.replace(ID_IN_TEXT, maskId) : value;
}

function maskName(name: string): string {
  const first = [...name.trimStart()][0] ?? '';
  return first + STAR;
}

/** Keeps the length, since a wrong length is a fault that the clerk should see. */
function maskId(id: string): string {
  const compact = id.normalize('NFKC').replace(/[\s'’]/g, '');
  const region = REGION.exec(compact)?.[0] ?? '';
  return region + STAR.repeat([...compact].length - region.length);
}
