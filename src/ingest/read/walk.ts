import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { byText } from '../../keys/order.js';
import { UserError } from '../../messages/index.js';

/** A file that may be a ledger, by its name alone. */
export interface FoundFile {
  /** POSIX path relative to the argument that led to it: what is printed. */
  path: string;
  /** Absolute path on this machine: never printed. */
  file: string;
  /** Folders between the argument and the file, the nearest first; then the argument itself. */
  folders: string[];
  /** Named as an argument itself: it must be readable. */
  named: boolean;
  kind: 'csv' | 'xlsx' | 'foreign' | 'other';
}

export interface Walk {
  files: FoundFile[];
  /** Printed paths of what is no table at all (pictures, documents, hidden files). */
  passedOver: string[];
}

const KINDS: Record<string, FoundFile['kind']> = {
  '.csv': 'csv',
  '.txt': 'csv',
  '.tsv': 'csv',
  '.xlsx': 'xlsx',
  '.xlsm': 'xlsx',
};

/** Tables that we cannot read: since they may be ledgers, they stop the audit instead of being passed over. */
const FOREIGN = new Set('.xls .et .ett .ods .fods .uos .sxc .xlsb .xlt .dbf .mdb .accdb .numbers'.split(' '));

/** What a spreadsheet or a system leaves in folders beside the ledgers. */
const LITTER = /^(\.|~\$|thumbs\.db$|desktop\.ini$)/i;

/**
 * Every file that the arguments lead to, in the order of code units. Links are followed, a folder or file that was
 * seen already is not seen again; pipes and devices are passed over.
 *
 * @throws UserError for a PATH that does not exist or cannot be entered
 */
export function walk(paths: readonly string[]): Walk {
  const found: Walk = { files: [], passedOver: [] };
  const seen = new Set<string>();
  for (const argument of paths) {
    const absolute = path.resolve(argument);
    const stats = statArgument(argument, absolute);
    const base = path.basename(absolute);
    const prefix = paths.length > 1 ? `${base}/` : '';
    if (stats.isDirectory()) enter(absolute, prefix, [base], found, seen);
    else if (isNew(absolute, seen)) {
      const file = fileOf(absolute, base, [], true);
      found.files.push(stats.isFile() ? file : { ...file, kind: 'other' });
    }
  }
  return found;
}

function statArgument(argument: string, absolute: string): Stats {
  try {
    return statSync(absolute);
  } catch (cause) {
    throw new UserError('read.missing-path', { path: argument }, { cause });
  }
}

function enter(folder: string, prefix: string, folders: string[], found: Walk, seen: Set<string>): void {
  if (!isNew(folder, seen)) return;
  for (const entry of entriesOf(folder, prefix)) {
    const absolute = path.join(folder, entry.name);
    const printed = prefix + entry.name;
    const stats = LITTER.test(entry.name) ? undefined : statOrNothing(absolute);
    if (stats?.isDirectory()) enter(absolute, `${printed}/`, [entry.name, ...folders], found, seen);
    else if (stats?.isFile()) addFile(fileOf(absolute, printed, folders, false), found, seen);
    else found.passedOver.push(printed);
  }
}

function addFile(file: FoundFile, found: Walk, seen: Set<string>): void {
  if (file.kind === 'other') found.passedOver.push(file.path);
  else if (isNew(file.file, seen)) found.files.push(file);
}

function entriesOf(folder: string, prefix: string): Dirent[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.sort((a, b) => byText(a.name, b.name));
  } catch (cause) {
    throw new UserError('read.closed-folder', { path: prefix || path.basename(folder) }, { cause });
  }
}

function fileOf(file: string, printed: string, folders: string[], named: boolean): FoundFile {
  const extension = path.extname(file).toLowerCase();
  const kind = KINDS[extension] ?? (FOREIGN.has(extension) ? 'foreign' : 'other');
  return { path: printed, file, folders, named, kind };
}

/** A dangling link is nobody's ledger. */
function statOrNothing(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}

function isNew(file: string, seen: Set<string>): boolean {
  const real = realpathSync(file);
  if (seen.has(real)) return false;
  seen.add(real);
  return true;
}
