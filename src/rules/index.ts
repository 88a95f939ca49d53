import { coverage } from './coverage/index.js';
import { birthRules } from './events/birth.js';
import { contraceptionRules } from './events/contraception.js';
import { deathRules } from './events/death.js';
import { enrolmentRules } from './events/enrolment.js';
import { marriageRules } from './events/marriage.js';
import { migrationRules } from './events/migration.js';
import { field } from './field/index.js';
import { format } from './format/index.js';
import { identity } from './identity/index.js';
import { line } from './line/index.js';
import { logic } from './logic/index.js';
import { pattern } from './pattern/index.js';
import { person } from './person/index.js';
import { roster } from './roster/index.js';
import type { Rule } from './rule.js';
import { timing } from './timing/index.js';
import { totals } from './totals/index.js';

/** The rules that are checked on ledgers alone. */
export const LEDGER_RULES: readonly Rule[] = [
  ...format,
  ...identity,
  ...birthRules,
  ...marriageRules,
  ...contraceptionRules,
  ...migrationRules,
  ...deathRules,
  ...enrolmentRules,
  ...person,
  ...roster,
  ...logic,
  ...timing,
  ...line,
  ...coverage,
  ...pattern,
  ...totals,
];

/** The rules that are checked where the sheets of a spot audit came back. */
export const FIELD_RULES = field;

/** The catalogue: every rule, family by family. A test keeps it in step with the files. */
export const RULES: readonly Rule[] = [...LEDGER_RULES, ...FIELD_RULES];
