import { z } from 'zod';
import { registrantOf } from '../match/registrant.js';
import type { Named, Rule, RulePart } from './rule.js';
import { ofRule, type RuleDescription, rulesTable, sharing } from './shared.js';
import { literal } from './sql.js';

/** Who needs a marriage and fertility certificate (婚育证明) while away. */
const certificateOptions = z.strictObject({
  who: z.enum(['women', 'adults']),
  min_age: z.int().nonnegative(),
  max_age: z.int().positive(),
});

type CertificateOptions = z.infer<typeof certificateOptions>;

/** Women of 18 to 49. */
const CERTIFICATE_DEFAULTS: CertificateOptions = { who: 'women', min_age: 18, max_age: 49 };

/** The sex of a valid ID goes before a slip in the sex column. */
const MALE_ID = `(n.valid_id AND male_id(n.id))`;

/** What breaks a rule about the certificate of somebody away. */
interface CertificateAmiss extends RulePart {
  /** SQL over the row `t` of the stay, its source `s` and `run`. */
  where: string;
  /** Canonical columns cited, separated by spaces. */
  columns: string;
}

interface Certificate extends CertificateAmiss {
  /** Whether the person `n` of the row needs one. */
  needed: string;
}

/**
 * One finding a stay: rows `t` of open stays out of the district, of people who need a certificate, for which the
 * condition holds. A stay whose other end is an audited community, or names the row's own street or district, did not
 * leave it; where that end is blank, nobody knows.
 */
export function certificateRule(
  rule: Omit<RuleDescription<CertificateOptions>, 'needs' | 'options' | 'defaults' | 'silentWithout'>,
  amiss: CertificateAmiss,
): Rule<CertificateOptions> {
  const facts = { ...rule, ...OF_STAYS, options: certificateOptions, defaults: CERTIFICATE_DEFAULTS };
  return sharing(certificateSelect, facts, (options) => ({ ...amiss, needed: needsOne(options) }));
}

const OF_STAYS = { needs: { all: ['migrants'] }, silentWithout: ['migrants'] } as const;

/** Whether the person `n` of a row needs a certificate. */
function needsOne({ who, min_age, max_age }: CertificateOptions): string {
  const aged = `years_between(n.birth_date, run.as_of) BETWEEN ${min_age} AND ${max_age}`;
  return who === 'women' ? `n.sex = '女' AND NOT ${MALE_ID} AND ${aged}` : aged;
}

function certificateSelect(parts: readonly Named<Certificate>[]): string {
  return `
    WITH broken AS (
      SELECT k.rule, c.event, t.record, t.community, n.name_key, t.start_date, t.certificate_expires, t.direction
      FROM migrants t JOIN sources s ON s.source = t.source CROSS JOIN run
      JOIN event_claims c ON c.record = t.record AND c.kind = 'migration' AND NOT c.witness
      JOIN events e ON e.event = c.event AND e.open
      JOIN ${registrantOf('migrants')}
      JOIN ${rulesTable(parts)} ON ${ofRule(parts, ({ where }) => `(${where})`)}
      WHERE COALESCE(t.end_date > run.as_of, TRUE) AND (${parts.map(({ where }) => `(${where})`).join(' OR ')}) AND ${ofRule(parts, ({ needed }) => needed)}
        AND NOT has_text(c.place, t.district) AND NOT has_text(c.place, t.street)
    ), ends AS (
      SELECT DISTINCT c.event, c.place FROM event_claims c
      WHERE c.kind = 'migration' AND c.is_primary AND c.place IS NOT NULL AND c.event IN (SELECT event FROM broken)
    ), far AS (
      SELECT x.event FROM ends x
      LEFT JOIN (SELECT DISTINCT community FROM coverage) AS v ON has_text(x.place, v.community)
      GROUP BY x.event HAVING COUNT(v.community) = 0
    )
    SELECT b.rule, CAST(b.event AS STRING) AS finding, 0 AS ordinal, b.record,
      ${ofRule(parts, ({ columns }) => literal(columns), 'b.rule')} AS columns,
      COALESCE(b.community, '') AS community, b.event, b.name_key AS person_name, iso(b.start_date) AS start_date,
      iso(b.certificate_expires) AS expires, b.direction
    FROM broken b JOIN far f ON f.event = b.event`;
}
