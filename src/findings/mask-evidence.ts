import type { CitedRecord } from '../model/finding.js';
import type { ColumnType } from '../registers/types.js';
import type { RawFinding } from '../rules/raw-finding.js';
import type { SqlRow } from '../store/store.js';
import { registerOf, typeOf } from './column-types.js';
import type { Mask } from './places.js';

/** The evidence of a finding with what is personal hidden (see `rule.ts` for the names that decide). */
export function maskEvidence({ evidence }: RawFinding, first: CitedRecord | undefined, mask: Mask): SqlRow {
  const masked: SqlRow = {};
  for (const [name, value] of Object.entries(evidence)) {
    const type = personalType(name, first);
    masked[name] = type && typeof value !== 'boolean' ? mask(type, value) : value;
  }
  return masked;
}

function personalType(name: string, first: CitedRecord | undefined): ColumnType | undefined {
  if (name.endsWith('_name')) return 'name';
  if (name.endsWith('_id')) return 'id';
  if (name !== 'raw' && name !== 'value' && name !== 'other') return undefined;
  if (first?.register === 'figures') return undefined;
  const column = first?.columns[0];
  const register = registerOf(first?.register ?? '');
  return register && column ? typeOf(register, column) : 'name';
}
