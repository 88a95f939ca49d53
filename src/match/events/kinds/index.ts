import { birth } from './birth.js';
import { contraception } from './contraception.js';
import { death } from './death.js';
import { enrolment } from './enrolment.js';
import type { EventKind } from './kind.js';
import { marriage } from './marriage.js';
import { migration } from './migration.js';

/** How each kind of event is claimed and matched. */
export const KINDS: readonly EventKind[] = [birth, marriage, contraception, migration, death, enrolment];
