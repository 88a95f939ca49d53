import { type AcceptedEntry, acceptedPath, acceptedText, readAccepted } from '../config/accepted.js';
import { loadConfig } from '../config/load.js';
import { UserError } from '../messages/index.js';
import type { Accepted, Finding } from '../model/finding.js';
import type { AuditResult } from '../model/result.js';
import { chooser } from './selection.js';

/** What is to be accepted: findings by id, or all of some rules and a community. */
export interface AcceptOptions {
  ids: readonly string[];
  /** Decisions that somebody wrote down already, each with its own reason. */
  entries?: readonly AcceptedEntry[];
  rule?: string | undefined;
  community?: string | undefined;
  decision: Accepted;
  config?: string | undefined;
  /** Where the ledgers are. */
  folder: string;
  /** The result to choose from, and how messages name it; absent where ids are taken as they are. */
  result?: AuditResult | undefined;
  resultName?: string | undefined;
}

/** The file with the new decisions in it, to be written by the caller. */
export interface AcceptedFile {
  path: string;
  text: string;
  count: number;
  total: number;
}

/**
 * Adds decisions to the file of accepted findings. One about the same finding takes the place of an earlier one.
 * @throws UserError where nothing is chosen, or an id is none
 */
export async function accept(options: AcceptOptions): Promise<AcceptedFile> {
  const config = await loadConfig(options.config, [options.folder, '.']);
  const path = acceptedPath(config, [options.folder]);
  const entries = new Map((await readAccepted(path)).map((entry) => [entry.id, entry]));
  const chosen = options.entries ?? choose(options);
  for (const entry of chosen) entries.set(entry.id, entry);
  return { path, text: acceptedText([...entries.values()]), count: chosen.length, total: entries.size };
}

function choose({ ids, rule, community, decision, result, resultName }: AcceptOptions): AcceptedEntry[] {
  const findings = new Map(result?.findings.map((finding) => [finding.id, finding]));
  const entryOf = ({ id, rule, community }: Finding) => ({ id, ...decision, rule, community });
  const byId = ids.map((id): AcceptedEntry => {
    if (!/^[0-9a-f]{16}$/.test(id)) throw new UserError('accepted.bad-id', { id });
    const finding = findings.get(id);
    if (result && !finding) throw new UserError('accepted.unknown-id', { id, path: resultName });
    return finding ? entryOf(finding) : { id, ...decision };
  });
  if (rule === undefined && community === undefined) {
    if (byId.length === 0) throw new UserError('accepted.nothing');
    return byId;
  }
  const names = result?.run.rules.map((one) => one.rule) ?? [];
  const matches = rule === undefined ? () => true : chooser(rule, names);
  const here = (finding: Finding) => (community ?? finding.community) === finding.community;
  const matching = [...findings.values()].filter(
    (finding) => finding.causedBy === null && matches(finding.rule) && here(finding),
  );
  if (matching.length === 0) throw new UserError('accepted.none');
  return [...byId, ...matching.map(entryOf)];
}
