import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { loadConfig } from '../config/load.js';
import { type Marked, markAccepted } from '../findings/accepted.js';
import { keyMark } from '../findings/fingerprint.js';
import { buildFindings, recount } from '../findings/index.js';
import { gather } from '../ingest/gather.js';
import { gatherPrevious } from '../ingest/gather-previous.js';
import { describeInputs, suppliedRegisters } from '../ingest/inputs.js';
import { setCopiesAside } from '../match/copies.js';
import { countUnplaced } from '../match/coverage/unplaced.js';
import { match } from '../match/match.js';
import { indicatorColumns } from '../measure/columns.js';
import { measureEstimates } from '../measure/estimates.js';
import { measureLine } from '../measure/line.js';
import { measure } from '../measure/measure.js';
import { measurePatterns } from '../measure/patterns/patterns.js';
import { areaRows, measureQuality } from '../measure/quality.js';
import { readFigures } from '../measure/read-figures.js';
import { measureRosters } from '../measure/rosters.js';
import type { AuditResult } from '../model/result.js';
import { maskValue } from '../report/mask.js';
import { summarise } from '../report/summary.js';
import { LEDGER_RULES } from '../rules/index.js';
import { qualityLimits } from '../rules/limit.js';
import { runRules } from '../rules/run.js';
import { withTitles } from '../rules/titles.js';
import { Store } from '../store/store.js';
import { VERSION } from '../version.js';
import type { AuditHooks, AuditOptions } from './options.js';
import { loadOwnRules } from './own-rules.js';
import { definePeriod } from './period.js';
import { acceptedAmong, communitiesAsked, ofAreas, ofCommunities, rulesAsked } from './selection.js';

/** Memory of the SQL engine before it spills; with the rest of the process it stays under 2 GB. */
const MEMORY = '950MB';

/**
 * The whole audit: files → rows → typed cells → tables → persons and events → findings → one plain result. Every room
 * does its part and knows nothing of the next; only this file joins them.
 *
 * @throws RefusedFiles where files cannot be read and `keepGoing` is not asked for
 * @throws UserError for everything else that the user can mend
 */
export async function audit(options: AuditOptions, hooks: AuditHooks = {}): Promise<AuditResult> {
  const { lang, reveal } = options;
  const threads = options.threads ?? availableParallelism();
  const progress = hooks.onProgress ?? (() => {});
  const config = await loadConfig(options.config, [...options.paths.slice(0, 1), '.']);

  const own = [...(await loadOwnRules(config, lang)), ...(hooks.rules ?? [])];
  const rules = rulesAsked(options.rules, [...LEDGER_RULES, ...own]);
  const accepted = await acceptedAmong(rules.checked, config, options.paths);

  const store = await Store.open({
    memory: options.memory ?? MEMORY,
    threads,
    ...(options.cache === undefined ? {} : { folder: resolve(options.cache) }),
  });
  try {
    const read = await gather(store, options, config, threads, hooks);
    const found = (await hooks.onGathered?.(store, read, config)) ?? read;
    const { sources, account, notes } = found;
    const previous = await gatherPrevious(store, options, config, threads, sources.length);
    const refused = [...found.refused, ...previous.refused];
    const period = await definePeriod(store, options, config);
    const communities = await communitiesAsked(store, options.communities, config);

    progress('match', 0, 0);
    await setCopiesAside(store);
    const events = match(store, period).then(() => hooks.onMatched?.(store, found));
    const figures = Promise.all([readFigures(store, config), events]);
    const measures = Promise.all([
      figures.then(([reported]) => measure(store, sources, config, { ...options, period }, reported)),
      figures.then(([reported]) => measurePatterns(store, period, reported)),
      events.then(() => measureEstimates(store, config)),
    ]);
    const context = {
      supplied: suppliedRegisters(sources),
      previous: previous.sources.length > 0,
      tuning: new Map(Object.entries(config.rules)),
      ready: { events, measures },
    };
    const [[{ indicators, areas, unknown, figureRates }], { findings: raw, statuses }] = await Promise.all([
      measures,
      runRules(store, rules.checked, context, (done) => progress('check', done, rules.checked.length)),
    ]);
    let marked: Marked = { findings: [], notes: [] };
    const described = buildFindings(store, raw, {
      sources: [...indicatorColumns(sources, config), ...previous.sources],
      fingerprintKey: config.fingerprintKey,
      lang,
      mask: reveal ? (_, value) => value : maskValue,
      communities,
      mark: (all) => {
        marked = markAccepted(all, accepted, period.asOf);
        return marked.findings;
      },
      rules: rules.reported,
      severity: options.severity,
      period: period.label,
    });

    const [findings, { line, errorRates }, quality, here, rosters, unplaced] = await Promise.all([
      described,
      measureLine(store, period.label, raw, areas),
      measureQuality(store, { period, ...qualityLimits(config.rules) }),
      areaRows(store, areas),
      measureRosters(store),
      countUnplaced(store),
    ]);
    return {
      schema: 'plumbline.audit/1',
      tool: { name: 'plumbline', version: VERSION },
      run: {
        asOf: period.asOf,
        period: period.label,
        lang,
        masked: !reveal,
        complete: refused.length === 0,
        population: config.population,
        idKey: keyMark(config.fingerprintKey),
        ...(options.timestamps ? { startedAt: new Date().toISOString() } : {}),
        rules: withTitles(recount(statuses, findings), lang, own).filter(({ rule }) => rules.reported(rule)),
        refused,
        inputs: describeInputs(sources, account, unknown, unplaced),
        notes: [...notes, ...marked.notes, ...(rosters?.notes ?? [])],
        ...(rosters ? { previous: { ...rosters.dates, inputs: previous.inputs } } : {}),
      },
      summary: summarise(findings),
      line: ofCommunities(line, communities),
      errorRates: ofCommunities([...errorRates, ...figureRates], communities),
      indicators: ofAreas(indicators, communities),
      quality: ofCommunities(quality, communities),
      areas: ofAreas(here, communities),
      ...(rosters ? { rosters: ofCommunities(rosters.rows, communities) } : {}),
      findings,
    };
  } finally {
    store.close();
  }
}
