import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit } from '../../../src/audit.js';
import { REGISTERS } from '../../../src/registers/index.js';
import type { Register } from '../../../src/registers/types.js';
import type { AuditResult } from '../../../src/report/result.js';
import type { Registers, Row } from './case.js';

/** Writes the registers as CSV files, one folder a point, and audits them through the front door. */
export async function auditCase(registers: Registers): Promise<AuditResult> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-case-'));
  try {
    for (const [claimant, rows] of Object.entries(registers)) write(folder, claimant, rows);
    return await audit(
      {
        paths: [folder],
        period: '2023',
        asOf: '2023-12-31',
        communities: [],
        points: [],
        keepGoing: false,
        lang: 'zh',
        reveal: true,
        timestamps: false,
        threads: 1,
      },
      {},
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The place of a row, as cases name it: the first row under the header is 1. */
export function placeOf({
  point,
  register,
  row,
}: AuditResult['findings'][number]['records'][number]): string {
  return `${point}/${register}:${row - 1}`;
}

function write(folder: string, claimant: string, rows: readonly Row[]): void {
  const [point = '', name = ''] = claimant.split('/');
  const register = (REGISTERS as Readonly<Record<string, Register>>)[name];
  if (!register) throw new Error(`no register ${name}`);
  mkdirSync(join(folder, point), { recursive: true });
  writeFileSync(join(folder, point, `${name}.csv`), csv(register, rows));
}

/**
 * All columns that a row of the case fills or the register requires. Two kinds of keys are about columns themselves:
 * `-parity` leaves a column out, and `+孩次` adds a second one under that heading.
 */
function csv({ columns }: Register, rows: readonly Row[]): string {
  const keys = new Set(rows.flatMap((row) => Object.keys(row)));
  const used = columns.filter(({ name, required }) => (required || keys.has(name)) && !keys.has(`-${name}`));
  const extra = [...keys].filter((key) => key.startsWith('+'));
  const names = [...used.map(({ name }) => name), ...extra];
  const headings = [...used.map(({ heading }) => heading), ...extra.map((key) => key.slice(1))];
  const lines = [headings, ...rows.map((row) => names.map((name) => row[name] ?? ''))];
  return `${lines.map((cells) => cells.join(',')).join('\n')}\n`;
}
