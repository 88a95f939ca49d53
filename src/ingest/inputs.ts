import type { InputReport } from '../model/input.js';
import { noted } from '../model/noted.js';
import type { RowAccount, Source } from '../model/source.js';
import type { RegisterName } from '../registers/types.js';
import { emptyAccount } from './read/row-account.js';

/** Every source as the report names it, with the account of its rows; in the order of paths and sheets. */
export function describeInputs(
  sources: readonly Source[],
  accounts: ReadonlyMap<number, RowAccount>,
  unknownIndicators: ReadonlyMap<number, ReadonlyMap<string, number>> = new Map(),
  unplaced: ReadonlyMap<number, number> = new Map(),
): InputReport[] {
  return [...sources].sort(byPlace).map((source) => {
    const unknown = [...(unknownIndicators.get(source.source) ?? [])];
    const input = describeInput(source, accounts.get(source.source));
    const notes = [
      ...input.notes,
      ...unknown.flatMap(([name, count]) => noted('unknown-indicator', count, name)),
      ...noted('unplaced-rows', unplaced.get(source.source) ?? 0),
    ];
    return { ...input, notes };
  });
}

function describeInput(source: Source, account = emptyAccount()): InputReport {
  const { total, read, skipped, refused, skippedRows, notes } = account;
  const { path, sha256, sheet, register, point, community, months, encoding } = source;
  return {
    path,
    sha256,
    ...(sheet === undefined ? {} : { sheet }),
    register,
    point,
    ...(community === undefined ? {} : { community }),
    ...(months === undefined ? {} : { months: `${months.from}/${months.to}` }),
    ...(encoding === undefined ? {} : { encoding }),
    rows: { total, read, skipped, refused },
    skippedRows,
    notes: [...source.notes, ...notes],
  };
}

function byPlace(a: Source, b: Source): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return (a.sheetIndex ?? 0) - (b.sheetIndex ?? 0);
}

/** Which registers were handed in, by point. */
export function suppliedRegisters(sources: readonly Source[]): Map<string, Set<RegisterName>> {
  const supplied = new Map<string, Set<RegisterName>>();
  for (const { point, register } of sources) {
    const registers = supplied.get(point) ?? new Set<RegisterName>();
    supplied.set(point, registers.add(register));
  }
  return supplied;
}
