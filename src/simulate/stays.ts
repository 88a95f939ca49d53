import { addYears, ageAt } from './calendar.js';
import type { Invention } from './couple.js';
import { fullName } from './names.js';
import type { Person, Stay } from './people.js';

/** What a stay needs to be written down. */
export interface StayPlan extends Pick<Stay, 'direction' | 'home' | 'current' | 'start' | 'end'> {
  /** The stay leaves the district, so that grown women need a certificate. */
  far: boolean;
}

/** The line of one person in the register of migrants. */
export function newStay(
  invention: Invention,
  person: Person,
  { far, ...stay }: StayPlan,
  more: { spouse?: Person; children?: number; method?: string } = {},
): Stay {
  const { random, asOf } = invention;
  const age = ageAt(person.birth, asOf);
  const grown = age >= 18 && age <= 50;
  const certified = far && grown && (person.sex === '女' || random.chance(0.3));
  const issued = certified ? asOf - random.int(40, 800) : null;
  return {
    kind: 'migration',
    person,
    ...stay,
    certificate: certified ? `L${invention.nextNumber()}` : '',
    issued,
    expires: issued === null ? null : addYears(issued, 3) - 1,
    verified: issued === null || stay.direction === '流出' ? null : issued + random.int(1, 25),
    spouse: more.spouse ? fullName(more.spouse.name) : '',
    children: more.children ?? 0,
    method: person.sex === '女' ? (more.method ?? '') : '',
  };
}
