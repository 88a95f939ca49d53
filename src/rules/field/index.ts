import type { Rule } from '../rule.js';
import { fieldDiffers } from './differs.js';
import { notFound } from './not-found.js';
import { omitted } from './omitted.js';

/** What only a spot audit can find. What the ordinary rules find of the same cells or events goes before. */
export const field: readonly Rule[] = [notFound, omitted, fieldDiffers];
