import { births } from './births.js';
import { contraception } from './contraception.js';
import type { Indicator } from './indicator.js';
import { marriages } from './marriages.js';
import { migrants } from './migrants.js';
import { population } from './population.js';
import { services } from './services.js';

/** Every indicator of docs/indicators.md. */
export const INDICATORS: readonly Indicator[] = [
  ...population,
  ...births,
  ...marriages,
  ...contraception,
  ...migrants,
  ...services,
];
