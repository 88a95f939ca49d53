import type { Step } from '../store/steps.js';

/**
 * Names that tables had up to version 0.1, kept as views for a version: rules of bureaus may read them (see
 * `docs/own-rules.md`). Columns that were renamed stand under both names in `named`, `event_claims` and `events`.
 */
const FORMER: Readonly<Record<string, string>> = {
  dark_months: 'uncovered_months',
  uneven_claims: 'conflicting_claims',
  unread: 'unreadable',
};

export const FORMER_TABLES: readonly Step[] = Object.entries(FORMER).map(([former, table]) => ({
  makes: former,
  needs: [table],
  select: `SELECT * FROM ${table}`,
  view: true,
}));
