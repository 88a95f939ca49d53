import { births } from './births.js';
import { buildings } from './buildings.js';
import { contraception } from './contraception.js';
import { deaths } from './deaths.js';
import { figures } from './figures.js';
import { households } from './households.js';
import { marriages } from './marriages.js';
import { migrants } from './migrants.js';
import { moves } from './moves.js';
import type { Register, RegisterName } from './types.js';
import { visits } from './visits.js';
import { women } from './women.js';

/** All registers by name, in the order of `REGISTER_NAMES`. */
export const REGISTERS: Readonly<Record<RegisterName, Register>> = Object.freeze({
  births,
  marriages,
  contraception,
  migrants,
  women,
  households,
  deaths,
  moves,
  visits,
  buildings,
  figures,
});
