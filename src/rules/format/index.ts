import type { Rule } from '../rule.js';
import { conflictingColumns } from './conflicting-columns.js';
import { damagedId } from './damaged-id.js';
import { futureDate } from './future-date.js';
import { invalidDate } from './invalid-date.js';
import { invalidNumber } from './invalid-number.js';
import { missingColumn } from './missing-column.js';
import { missingValue } from './missing-value.js';
import { oversizedCell } from './oversized-cell.js';
import { partialDate } from './partial-date.js';
import { undecodableText } from './undecodable-text.js';
import { unknownCode } from './unknown-code.js';
import { unreadableRow } from './unreadable-row.js';

/** What reading found wrong in cells, rows and sheets. */
export const format: readonly Rule[] = [
  missingValue,
  invalidDate,
  partialDate,
  futureDate,
  unknownCode,
  invalidNumber,
  damagedId,
  unreadableRow,
  undecodableText,
  missingColumn,
  conflictingColumns,
  oversizedCell,
];
