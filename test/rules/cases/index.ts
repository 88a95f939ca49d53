import { birth } from './birth.js';
import { BOUNDARIES } from './boundaries.js';
import type { RuleCases } from './case.js';
import { contraception } from './contraception.js';
import { coverage } from './coverage.js';
import { death } from './death.js';
import { enrolment } from './enrolment.js';
import { field } from './field.js';
import { format } from './format.js';
import { identity } from './identity.js';
import { line } from './line.js';
import { logic } from './logic.js';
import { marriage } from './marriage.js';
import { migration } from './migration.js';
import { estimated, pattern } from './pattern.js';
import { person } from './person.js';
import { roster } from './roster.js';
import { timing } from './timing.js';
import { totals } from './totals.js';

const ALL: readonly RuleCases[] = [
  ...format,
  ...identity,
  ...birth,
  ...marriage,
  ...contraception,
  ...migration,
  ...death,
  ...enrolment,
  ...person,
  ...roster,
  ...logic,
  ...timing,
  ...line,
  ...coverage,
  ...estimated,
  ...pattern,
  ...totals,
  ...field,
];

/** The cases of every rule; a test keeps them in step with the catalogue. */
export const CASES: readonly RuleCases[] = ALL.map(({ rule, cases }) => ({
  rule,
  cases: [...cases, ...(BOUNDARIES[rule] ?? [])],
}));
