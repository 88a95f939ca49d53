import { birthIndicators } from './births.js';
import { contraceptionIndicators } from './contraception.js';
import type { Indicator } from './indicator.js';
import { marriageIndicators } from './marriages.js';
import { migrantIndicators } from './migrants.js';
import { populationIndicators } from './population.js';
import { serviceIndicators } from './services.js';

/** Every indicator of docs/indicators.md. */
export const INDICATORS: readonly Indicator[] = [
  ...populationIndicators,
  ...birthIndicators,
  ...marriageIndicators,
  ...contraceptionIndicators,
  ...migrantIndicators,
  ...serviceIndicators,
];
