/** Births that contradict what was done years before, as each register may show it: logic that needs events of all dates. */
import type { District } from '../district.js';
import { births, type Fact } from '../facts.js';
import { addDays, sexOfId } from '../values.js';
import type { Row } from '../world.js';
import { before, type Faults, on, type Planter, POINTS } from './kit.js';

/** Days from the marriage, or the elder child, to the operation. */
const SOON = 45;
/** Sterilised more than 300 days, fitted more than 190 days before the birth. */
const LONG = 330;

/** The day after which nothing is on record of the couple until this birth. */
function operated(d: District, fact: Fact): string | undefined {
  const isOperated = fact.people
    .slice(0, 2)
    .some((id) => d.mentions(id).some((row) => row.table.register === 'contraception'));
  if (isOperated) return undefined;
  const married = fact.woman?.card.get('marriage_date');
  const elder = before(d, fact);
  const isFirst = fact.ledger.get('parity') === '1';
  const last = isFirst ? married : elder;
  if (!last || (!isFirst && fact.ledger.get('parity') !== '2')) return undefined;
  const date = addDays(last, SOON);
  return addDays(date, LONG) < fact.date ? date : undefined;
}

const inRegisters = (fact: Fact, method: string, date: string): Row[] =>
  Object.values(fact.woman ?? {}).map((row) => row.set('method', method).set('method_date', date));

/** The operation in the primary registers of ledger and system, under the woman or under the man. */
function inOwn(
  d: District,
  fact: Fact,
  method: string,
  date: string,
  under: 'woman' | 'man' = 'woman',
): Row[] {
  const woman = { name: fact.ledger.get('mother_name'), id: fact.ledger.get('mother_id') };
  const man = { name: fact.ledger.get('father_name'), id: fact.ledger.get('father_id') };
  const [who, spouse] = under === 'woman' ? [woman, man] : [man, woman];
  const rows = POINTS.flatMap(
    (point) =>
      d.table('contraception', point, fact.community)?.add({
        community: fact.community,
        woman_name: who.name,
        woman_id: who.id,
        spouse_name: spouse.name,
        spouse_id: spouse.id,
        method,
        service_date: date,
        institution: '区妇幼保健院',
        children_count: fact.ledger.get('parity') === '1' ? 0 : 1,
        registration_date: addDays(date, 4),
      }) ?? [],
  );
  // the operations of the last weeks before the year may still want their visit
  if (date > '2022-11-01')
    d.table('visits', 'ledger', fact.community)?.add({
      community: fact.community,
      woman_name: woman.name,
      woman_id: woman.id,
      service: '术后随访',
      due_date: addDays(date, 30),
      visit_date: addDays(date, 12),
      result: '正常',
      signatures: 5,
    });
  return rows;
}

const planted =
  (
    rule: string,
    plant: (d: District, fact: Fact, date: string) => Row[],
    era: (date: string) => boolean,
  ): Planter =>
  (d) =>
    on(
      births,
      [rule],
      (fact, district) => {
        const date = operated(district, fact);
        return date === undefined ? undefined : [...plant(district, fact, date), fact.ledger, fact.system];
      },
      (fact) => era(operated(d, fact) ?? '9999'),
    )(d);

const ERAS: Record<string, (date: string) => boolean> = {
  'the year before': (date) => date >= '2021-11-01' && date <= '2022-12-01',
  'years before': (date) => date < '2021-11-01',
};

const WAYS: Record<string, [string, (d: District, fact: Fact, date: string) => Row[]]> = {
  'IUD, primary registers': ['logic/birth-with-iud', (d, f, date) => inOwn(d, f, '上环', date)],
  'IUD, registers of women': ['logic/birth-with-iud', (_, f, date) => inRegisters(f, '上环', date)],
  'IUD, primary registers and registers of women': [
    'logic/birth-with-iud',
    (d, f, date) => [...inOwn(d, f, '上环', date), ...inRegisters(f, '上环', date)],
  ],
  'female sterilisation, primary registers': [
    'logic/birth-after-sterilisation',
    (d, f, date) => inOwn(d, f, '女扎', date),
  ],
  'female sterilisation, registers of women': [
    'logic/birth-after-sterilisation',
    (_, f, date) => inRegisters(f, '女扎', date),
  ],
  'male sterilisation under the woman, primary registers': [
    'logic/birth-after-sterilisation',
    (d, f, date) => inOwn(d, f, '男扎', date),
  ],
  'male sterilisation under the man, primary registers': [
    'logic/birth-after-sterilisation',
    (d, f, date) => inOwn(d, f, '男扎', date, 'man'),
  ],
  'male sterilisation, registers of women': [
    'logic/birth-after-sterilisation',
    (_, f, date) => inRegisters(f, '男扎', date),
  ],
};

const isCouple = ({ ledger }: Fact): boolean => sexOfId(ledger.get('father_id')) === '男';

export const olderFaults: Faults = Object.fromEntries(
  Object.entries(WAYS).flatMap(([way, [rule, plant]]) =>
    Object.entries(ERAS).map(([era, isOf]) => [
      `birth after ${way}, ${era}`,
      planted(rule, (d, fact, date) => (isCouple(fact) ? plant(d, fact, date) : []), isOf),
    ]),
  ),
);
