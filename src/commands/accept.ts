import type { AcceptedFile } from '../audit/accept.js';
import type { AcceptedEntry } from '../config/accepted.js';
import { say, UserError } from '../messages/index.js';
import type { Accepted } from '../model/finding.js';
import type { AuditResult } from '../model/result.js';
import type { Audit } from './check.js';
import { date, parseCheckOptions } from './check-options.js';
import type { CommandContext } from './context.js';
import { loadReport } from './load-report.js';
import type { Texts, Verb } from './verb.js';
import { writeAtomically } from './write-out.js';

type RawAcceptOptions = Texts<'reason' | 'until' | 'by' | 'rule' | 'community' | 'from'> &
  Texts<'config' | 'period' | 'asOf'> & { folder: string };

/** Adds `plumbline accept [FINDING…]`. */
export function registerAccept(program: Verb, context: CommandContext, audit: Audit): void {
  program
    .verb('accept', 'accepted.about')
    .takes('[findings...]', 'accepted.findings')
    .with('--reason <text>', 'accepted.reason-option')
    .with('--until <date>', 'accepted.until-option')
    .with('--by <name>', 'accepted.by-option')
    .with('--rule <glob>', 'accepted.rule-option')
    .with('-c, --community <name>', 'accepted.community-option')
    .with('--from <result>', 'accepted.from-option')
    .with('--folder <path>', 'accepted.folder-option', '.')
    .with('--config <file>', 'cli.config-option')
    .with('-p, --period <period>', 'accepted.period-option')
    .with('--as-of <date>', 'cli.as-of-option')
    .action(async (ids: string[], raw: RawAcceptOptions) => {
      const { accept } = await import('../audit/accept.js');
      const { rule, community, folder, config, from } = raw;
      const decision = decisionOf(raw, new Date());
      if (from !== undefined && /\.xlsx$/i.test(from)) {
        const entries = await markedIn(from, raw.reason, decision);
        const file = await accept({ ids, entries, decision, config, folder });
        return done(file, context);
      }
      if (raw.reason === undefined) throw new UserError('accepted.no-reason');
      if (ids.length === 0 && rule === undefined && community === undefined)
        throw new UserError('accepted.nothing');
      const result = await resultFor(raw, context, audit);
      const chosen = { ids, rule, community, result, resultName: from ?? folder };
      await done(await accept({ ...chosen, decision, config, folder }), context);
    });
}

async function done(file: AcceptedFile, { lang, terminal }: CommandContext): Promise<void> {
  await writeAtomically(file.path, [file.text], lang);
  await terminal.out(`${say(lang, 'accepted.done', { ...file, text: '' })}\n`);
}

/**
 * What a clerk marked in a workbook of findings as needing no correction, each with the remark beside it.
 * @throws UserError where nothing is marked so
 */
async function markedIn(path: string, reason = '', decision: Accepted): Promise<AcceptedEntry[]> {
  const { isNeedless, readTicks } = await import('../report/ticks.js');
  const marked = [...(await readTicks(path))].filter(([, tick]) => isNeedless(tick));
  if (marked.length === 0) throw new UserError('accepted.nothing-marked', { path });
  return marked.map(([id, { corrected = '', by, remark }]) => ({
    id,
    ...decision,
    reason: remark ?? (reason || corrected),
    ...(decision.by === undefined && by !== undefined ? { by } : {}),
  }));
}

function decisionOf({ reason = '', until, by }: RawAcceptOptions, today: Date): Accepted {
  const month = String(today.getMonth() + 1).padStart(2, '0');
  const on = `${today.getFullYear()}-${month}-${String(today.getDate()).padStart(2, '0')}`;
  return { reason, by, on, until: until === undefined ? undefined : date('--until', until) };
}

/** What to choose from: the report named, else what an audit of the folder finds. */
async function resultFor(
  { from, folder, config, period, asOf }: RawAcceptOptions,
  { lang }: CommandContext,
  audit: Audit,
): Promise<AuditResult> {
  if (from !== undefined) return loadReport(from, lang);
  return audit(parseCheckOptions([folder], { config, period, asOf }, lang).audit, {});
}
