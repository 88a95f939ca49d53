import { REGISTERS } from '../../registers/index.js';
import { type MentionRole, REGISTER_NAMES } from '../../registers/types.js';
import { anyOf } from '../../store/vocabulary.js';

const COUPLE: readonly MentionRole[] = ['mother', 'father', 'husband', 'wife', 'woman', 'spouse', 'self'];

/** Roles of persons whom a row may name beside their spouse, as a list of SQL. */
export const COUPLE_ROLES = anyOf(COUPLE);
/** Registers whose rows name a person beside a spouse, as a list of SQL. */
export const COUPLE_REGISTERS = anyOf(
  REGISTER_NAMES.filter(
    (name) => REGISTERS[name].mentions.filter(({ role }) => COUPLE.includes(role)).length > 1,
  ),
);
