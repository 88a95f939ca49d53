import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit, finishAudit } from '../../../src/audit/audit.js';
import { chooseRules } from '../../../src/audit/choose-rules.js';
import { ingest } from '../../../src/audit/ingest.js';
import { startMatching } from '../../../src/audit/match.js';
import { withWorkspace } from '../../../src/audit/open.js';
import type { AuditOptions } from '../../../src/audit/options.js';
import type { Finding } from '../../../src/model/finding.js';
import type { AuditResult } from '../../../src/model/result.js';
import { REGISTERS } from '../../../src/registers/index.js';
import type { Register } from '../../../src/registers/types.js';
import { FIELD_RULES } from '../../../src/rules/index.js';
import { SPOT_RULES } from '../../../src/spot/score/score.js';
import { asked } from '../../asked.js';
import type { DoorVisit, Registers, Row } from './case.js';
import type { District } from './district.js';
import { leaveDoor, type PlacedVisit } from './door.js';

/** A district with its case's fault in it. */
export interface Planted {
  district: Pick<District, 'home' | 'away'>;
  registers: Registers;
  /** Last month's registers. */
  before?: Registers | undefined;
  /** Who was visited. */
  door?: readonly DoorVisit[] | undefined;
  /** Text of the configuration, where one district is audited by itself. */
  config?: string | undefined;
}

/** Printed before the places of last month, and its folder. */
const LAST_MONTH = 'last month: ';
const PREVIOUS = 'previous';

/** Findings of one district; places as cases name them, `point/register:n`. */
export type Placed = Finding & { places: string[] };

/**
 * Audits districts together, through the front door: CSV files, one folder a point. One audit of a hundred districts
 * takes hardly longer than one of a single one.
 *
 * @returns the findings of each district, in the order given
 * @throws where a finding speaks of two districts, or of none: they are not as far apart as they should be
 */
export async function auditTogether(planted: readonly Planted[]): Promise<Placed[][]> {
  const { files, owners } = stack(planted);
  const last = stack(planted.map((one) => ({ ...one, registers: one.before ?? {} })));
  const findings = await auditFiles(files, planted[0]?.config, last.files, checkBook(planted, owners));
  const found: Placed[][] = planted.map(() => []);
  const ofAll = new Set(planted.length > 1 ? findings.filter(isOfAll).map(({ id }) => id) : []);
  for (const finding of findings) {
    if (ofAll.has(finding.id)) continue;
    const places = finding.records.map(({ path, point, register, row }) => {
      if (!path.startsWith(`${PREVIOUS}/`)) return owners.get(`${point}/${register}:${row}`);
      const owner = last.owners.get(`${point}/${register}:${row}`);
      return owner && { ...owner, place: `${LAST_MONTH}${owner.place}` };
    });
    const owner = new Set(places.map((place) => place?.district ?? -1));
    if (places.length === 0) owner.add(ownerOf(finding.community, planted));
    const [first = -1] = owner;
    if (owner.size !== 1 || first < 0)
      throw new Error(`${finding.rule} is about no one district: ${finding.message}`);
    const causedBy = ofAll.has(finding.causedBy ?? '') ? null : finding.causedBy;
    found[first]?.push({ ...finding, causedBy, places: places.map((place) => place?.place ?? '') });
  }
  return found;
}

/** What all districts show together is about none of them: what hangs under it stands by itself in its district. */
function isOfAll({ records, community }: Finding): boolean {
  return records.length === 0 && community === '';
}

function ownerOf(community: string, planted: readonly Planted[]): number {
  if (planted.length === 1) return 0;
  return planted.findIndex(({ district: { home, away } }) => community === home || community === away);
}

/** The visits of all districts, by the rows of the files. */
function checkBook(planted: readonly Planted[], owners: Owners): PlacedVisit[] {
  const rows = new Map([...owners].map(([row, { district, place }]) => [`${district}|${place}`, row]));
  return planted.flatMap(({ door = [], district: { home } }, n) => {
    const at = (place: string) => rows.get(`${n}|${place}`) ?? place;
    return door.map(({ listed, found, ...visit }) => ({
      ...visit,
      community: home,
      ...(listed ? { listed: listed.map(at) } : {}),
      ...(found ? { found: found.map(at) } : {}),
    }));
  });
}

type Owners = Map<string, { district: number; place: string }>;

/** The rows of all districts under each other, and which row is whose. Row 1 of a file is its header. */
export function stack(planted: readonly Planted[]): { files: Map<string, Row[]>; owners: Owners } {
  const files = new Map<string, Row[]>();
  const owners: Owners = new Map();
  planted.forEach(({ registers }, district) => {
    for (const [claimant, rows] of Object.entries(registers)) {
      const file = files.get(claimant) ?? [];
      const claims = claimant.split('#')[0] ?? '';
      files.set(claimant, file);
      owners.set(`${claims}:1`, { district, place: `${claims}:0` });
      rows.forEach((row, n) => {
        file.push(row);
        owners.set(`${claims}:${file.length + 1}`, { district, place: `${claims}:${n + 1}` });
      });
    }
  });
  return { files, owners };
}

/**
 * Audits tables by claimant: `point/register`, or `point/register#name` for a second file of the same. Those of last month
 * are at hand where there are any, and what a spot audit found goes to the rules that need it.
 */
export async function auditFiles(
  files: ReadonlyMap<string, readonly Row[]>,
  config?: string,
  before: ReadonlyMap<string, readonly Row[]> = new Map(),
  door: readonly PlacedVisit[] = [],
): Promise<Finding[]> {
  const root = mkdtempSync(join(tmpdir(), 'plumbline-cases-'));
  const [folder, previous] = [join(root, 'now'), join(root, PREVIOUS)];
  try {
    mkdirSync(folder);
    for (const [claimant, rows] of files) write(folder, claimant, rows);
    for (const [claimant, rows] of before) write(previous, claimant, rows);
    if (config !== undefined) writeFileSync(join(folder, 'plumbline.yaml'), config);
    const options = asked(folder, { reveal: true, previous: before.size > 0 ? [previous] : undefined });
    const { findings } = await (door.length > 0 ? auditWithDoor(options, door) : audit(options));
    return findings;
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** An audit with the rules about visits, for which the visits are left once there are events. */
function auditWithDoor(asked: AuditOptions, door: readonly PlacedVisit[]): Promise<AuditResult> {
  const options = { ...asked, rules: SPOT_RULES };
  return withWorkspace(options, async (workspace) => {
    const rules = await chooseRules(workspace.config, options, FIELD_RULES);
    const ingested = await ingest(workspace, options);
    const { period, events } = await startMatching(workspace, options);
    const matching = { period, events: events.then(() => leaveDoor(workspace.store, door)) };
    return finishAudit(workspace, { options, rules, ingested, matching });
  });
}

function write(folder: string, claimant: string, rows: readonly Row[]): void {
  const [point = '', file = ''] = claimant.split('/');
  const register = (REGISTERS as Readonly<Record<string, Register>>)[file.split('#')[0] ?? ''];
  if (!register) throw new Error(`no register ${file}`);
  mkdirSync(join(folder, point), { recursive: true });
  writeFileSync(join(folder, point, `${file}.csv`), csv(register, rows));
}

/**
 * All columns that a row fills or the register requires. Two kinds of keys are about columns themselves: `-parity`
 * leaves a column out, and `+孩次` adds one more under that heading.
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
