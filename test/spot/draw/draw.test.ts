import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeOf, drawText, parseDraw } from '../../../src/spot/draw/parse-draw.js';
import { type AreaSpec, areasOf, drawWith, frameOfUnits, frameWith, unitsOf } from '../frames.js';

const AREAS: readonly AreaSpec[] = [
  ['朝阳社区', '东街道', 40],
  ['红旗社区', '东街道', 25],
  ['新华社区', '西街道', 60],
  ['建设社区', '西街道', 8],
  ['和平社区', '西街道', 33],
];
const FRAME = frameWith(AREAS);

describe('what is drawn', () => {
  test('the smallest tickets, in their order, and reserves after them', () => {
    const draw = drawWith(FRAME, { areas: 2, reserveAreas: 1, units: 4, reserveUnits: 2 });
    const [first] = draw.areas;
    expect(areasOf(draw)).toHaveLength(2);
    expect(areasOf(draw, 'reserve')).toHaveLength(1);
    expect(first?.units.map(({ order, role }) => `${order} ${role}`)).toEqual([
      ...['1 drawn', '2 drawn', '3 drawn', '4 drawn', '5 reserve', '6 reserve'],
    ]);
    const drawn = draw.areas.map(({ ticket }) => ticket);
    expect([...drawn].sort()).toEqual(drawn);
    expect(first?.units.map(({ ticket }) => ticket)).toEqual(first?.units.map(({ ticket }) => ticket).sort());
  });

  test('chances: areas of their stratum, units of their area; those of reserves are what they are of the others', () => {
    const draw = drawWith(FRAME, { areas: 2, reserveAreas: 1, units: 4, reserveUnits: 1 });
    for (const { probability, size, units } of draw.areas) {
      expect(probability).toBe(0.4);
      for (const unit of units) expect(unit.probability).toBe(Number((4 / size).toPrecision(6)));
    }
  });

  test('all of an area, all areas', () => {
    const draw = drawWith(FRAME, { unitKind: 'area', units: undefined });
    expect(unitsOf(draw)).toHaveLength(FRAME.units);
    expect(new Set(draw.areas.map(({ probability }) => probability))).toEqual(new Set([1]));
  });

  test('buildings: two of one name in two communities are two, and a household keeps its ticket', () => {
    const buildings = drawWith(frameWith(AREAS, 'building'), {
      areaKind: 'building',
      unitKind: 'area',
      units: undefined,
    });
    const communities = drawWith(FRAME, { unitKind: 'area', units: undefined });
    expect(buildings.areas.filter(({ building }) => building === '1号楼')).toHaveLength(5);
    const ticketsOf = (draw: typeof buildings) =>
      draw.areas.flatMap(({ community, units }) =>
        units.map(({ unit, ticket }) => `${community}#${unit} ${ticket}`),
      );
    expect(ticketsOf(buildings).sort()).toEqual(ticketsOf(communities).sort());
  });

  test('strata by street, each with its share', () => {
    const draw = drawWith(FRAME, { areas: 3, stratify: 'street' });
    expect(draw.strata).toEqual([
      { stratum: '东街道', areas: 2, units: 65, drawnAreas: 1 },
      { stratum: '西街道', areas: 3, units: 101, drawnAreas: 2 },
    ]);
    for (const { stratum, street } of draw.areas) expect(stratum).toBe(street);
  });

  test('in proportion to size: by ticket ÷ households', () => {
    const draw = drawWith(FRAME, { areas: 5, selection: 'size' });
    const ranks = draw.areas.map(({ ticket, size }) => Number(ticket) / size);
    expect([...ranks].sort((a, b) => a - b)).toEqual(ranks);
    const three = drawWith(FRAME, { areas: 3, selection: 'size' });
    const chanceOf = new Map(three.areas.map(({ size, probability }) => [size, probability]));
    const sizes = [...chanceOf.keys()].sort((a, b) => a - b);
    expect(sizes.map((size) => chanceOf.get(size))).toEqual([...chanceOf.values()].sort((a, b) => a - b));
  });
});

describe('what must be said', () => {
  test.each([
    ['more areas than there are', { areas: 9 }, { code: 'fewer-areas', asked: 9, given: 5 }],
    [
      'more reserves than there are',
      { areas: 4, reserveAreas: 3 },
      { code: 'fewer-areas', stratum: '', asked: 7, given: 5 },
    ],
    [
      'more households than an area has',
      { areas: 5, units: 30, reserveUnits: 5 },
      { code: 'fewer-units', asked: 35 },
    ],
  ])('%s', (_, parameters, note) => expect(drawWith(FRAME, parameters).notes).toMatchObject([note]));

  test('a community without a street is a stratum of its own', () => {
    const draw = drawWith(frameWith([...AREAS, ['河口村', '', 12]]), { areas: 3, stratify: 'street' });
    expect(draw.strata.map(({ stratum, drawnAreas }) => `${stratum}${drawnAreas}`)).toEqual([
      '1',
      '东街道1',
      '西街道1',
    ]);
    expect(draw.notes).toEqual([{ code: 'no-street', names: ['河口村'] }]);
  });

  test('areas of earlier rounds are left out, and let in again where nothing else is left', () => {
    const draw = drawWith(
      FRAME,
      { areas: 3, stratify: 'street', rounds: 2 },
      { drawnBefore: ['朝阳社区', '红旗社区', '新华社区'] },
    );
    expect(draw.parameters.leftOut).toEqual(['新华社区']);
    expect(draw.notes).toEqual([{ code: 'let-in', stratum: '东街道', names: ['朝阳社区', '红旗社区'] }]);
    expect(areasOf(draw)).not.toContain('新华社区');
  });
});

describe('tickets depend on seed and name alone', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 6 });
  const frames = sizes.map((all) => all.map((n, i): AreaSpec => [`社区${i}`, `街道${i % 2}`, n]));
  const seeds = fc.string({ minLength: 1, maxLength: 12 });

  test('a larger draw contains the smaller one, and begins with it', () => {
    const more = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(
        frames,
        seeds,
        fc.record({
          areas: fc.integer({ min: 2, max: 6 }),
          units: fc.integer({ min: 1, max: 6 }),
          selection: fc.constantFrom('equal' as const, 'size' as const),
          allocation: fc.constantFrom('equal' as const, 'proportional' as const),
          stratify: fc.constantFrom('street' as const, 'none' as const),
        }),
        more,
        more,
        (specs, seed, parameters, moreAreas, moreUnits) => {
          const frame = frameWith(specs);
          const small = drawWith(frame, parameters, { seed });
          const { areas, units } = parameters;
          const large = drawWith(
            frame,
            { ...parameters, areas: areas + moreAreas, units: units + moreUnits },
            { seed },
          );
          expect(areasOf(large)).toEqual(expect.arrayContaining(areasOf(small)));
          expect(unitsOf(large)).toEqual(expect.arrayContaining(unitsOf(small)));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('one household more or less changes no other ticket, and nobody else’s order', () => {
    fc.assert(
      fc.property(frames, seeds, fc.nat(), (specs, seed, at) => {
        const frame = frameWith(specs);
        const gone = frame.list[at % frame.list.length];
        const rest = frameOfUnits(frame.list.filter((unit) => unit !== gone));
        const all = { unitKind: 'area', units: undefined } as const;
        const ticketsOf = (draw: ReturnType<typeof drawWith>) =>
          draw.areas.map(({ community, units }) =>
            units.map(({ unit, ticket }) => `${community}#${unit} ${ticket}`),
          );
        const lost = ticketsOf(drawWith(frame, all, { seed }))
          .map((tickets) =>
            tickets.filter((ticket) => !ticket.startsWith(`${gone?.community}#${gone?.unit} `)),
          )
          .filter((tickets) => tickets.length > 0);
        expect(ticketsOf(drawWith(rest, all, { seed }))).toEqual(lost);
      }),
      { numRuns: 40 },
    );
  });

  test('draws of strata merge into the draw of the whole', () => {
    fc.assert(
      fc.property(frames, seeds, fc.integer({ min: 1, max: 4 }), (specs, seed, n) => {
        const whole = drawWith(frameWith(specs), {}, { seed });
        const parts = ['街道0', '街道1'].flatMap(
          (street) => drawWith(frameWith(specs.filter((spec) => spec[1] === street)), {}, { seed }).areas,
        );
        const merged = parts.sort((a, b) => (a.ticket < b.ticket ? -1 : 1)).map(({ area }) => area);
        expect(merged.slice(0, n)).toEqual(areasOf(whole).slice(0, n));
      }),
      { numRuns: 40 },
    );
  });

  test('the order of the units does not matter', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(FRAME.list, { minLength: FRAME.list.length }), (shuffled) => {
        expect(drawWith(frameOfUnits(shuffled), { areas: 2 })).toEqual(drawWith(FRAME, { areas: 2 }));
      }),
      { numRuns: 10 },
    );
  });
});

describe('the draw file', () => {
  const draw = drawWith(FRAME, { areas: 2, reserveUnits: 1 }, { round: '2026 第4季度' });

  test('is read back as it was written', () => {
    expect(parseDraw(drawText(draw))).toEqual({ draw, intact: true });
  });

  test('its code is the SHA-256 of its JSON with sorted keys and without the code, as jq -cS makes it', () => {
    const { code, ...rest } = draw;
    const keys = (value: unknown): unknown => {
      if (value === null || typeof value !== 'object') return value;
      if (Array.isArray(value)) return value.map(keys);
      return Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, keys((value as never)[key])]),
      );
    };
    const sum = createHash('sha256')
      .update(JSON.stringify(keys(rest)))
      .digest('hex');
    expect(code).toBe(sum.slice(0, 8));
  });

  test.each([
    ['another ticket', (text: string) => text.replace(/"ticket": "0\.\d/, '"ticket": "0.0')],
    ['another household', (text: string) => text.replace(/"unit": "\d+"/, '"unit": "9999"')],
    ['another seed', (text: string) => text.replace('dice 4 1 6 2', 'dice 4 1 6 3')],
  ])('shows what was changed by hand: %s', (_, change) => {
    const parsed = parseDraw(change(drawText(draw)));
    expect(parsed).toMatchObject({ intact: false });
  });

  test.each([
    ['no JSON', 'seed: 4'],
    ['another schema', '{"schema":"plumbline.audit/1"}'],
    ['an unknown key', drawText(draw).replace('"seed"', '"sead"')],
  ])('is refused where it is none: %s', (_, text) => expect(parseDraw(text)).toHaveProperty('fault'));

  test('the code does not depend on the order of keys', () => {
    const { seed, ...rest } = draw;
    expect(codeOf({ seed, ...rest })).toBe(draw.code);
  });
});
