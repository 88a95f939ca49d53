import { checkDigit } from '../keys/id.js';
import { type Day, iso } from './calendar.js';

export type Sex = '男' | '女';

/** County codes 230190 to 230198 were never assigned, so no invented ID is a real person's. */
const LOCAL = '23019';
const COUNTIES = 9;
/** Sequence numbers of one sex and day in all counties; 1,103 is prime to it and scatters them. */
const SLOTS = COUNTIES * 500;
const STRIDE = 1103;
const FIRST_DAY = -40_000;

/** Hands out invented resident IDs, each once in a district. */
export class IdMaker {
  private readonly used = new Uint16Array(80_000 * 2);

  /**
   * A valid resident ID that nobody else has.
   * @param origin province of birth, two digits; the district's own without
   */
  make(birth: Day, sex: Sex, origin?: string): string {
    const male = sex === '男' ? 1 : 0;
    const place = (birth - FIRST_DAY) * 2 + male;
    const count = this.used[place] ?? 0;
    if (count >= SLOTS) throw new Error(`more than ${SLOTS} births on ${iso(birth)}`);
    this.used[place] = count + 1;
    const slot = (count * STRIDE + (birth - FIRST_DAY) * 37) % SLOTS;
    const county = slot % COUNTIES;
    const sequence = String(Math.floor(slot / COUNTIES) * 2 + male).padStart(3, '0');
    const prefix = origin === undefined ? LOCAL : `${origin}019`;
    const body = `${prefix}${county}${iso(birth).replaceAll('-', '')}${sequence}`;
    return body + checkDigit(body);
  }
}
