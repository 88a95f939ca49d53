import type { Random } from '../../../src/simulate/random.js';
import type { AreaSample, SampleCluster } from '../../../src/statistics/estimate/clusters.js';

/** A district whose errors cluster in households and in areas. */
export interface Population {
  strata: { stratum: string; areas: Area[] }[];
  /** The share of people with an error. */
  truth: number;
}

interface Area {
  area: string;
  households: { k: number; n: number }[];
}

export interface Design {
  name: string;
  /** Areas a stratum, and households an area. */
  areas: number;
  households: number;
  selection: 'equal' | 'size';
}

const STRATA = 3;
const AREAS = 10;

/** Areas differ in size and in their rate; in a bad household nearly all are wrong, in others few. */
export function inventPopulation(random: Random, rate: number): Population {
  let [k, n] = [0, 0];
  const strata = Array.from({ length: STRATA }, (_, s) => ({
    stratum: `S${s}`,
    areas: Array.from({ length: AREAS }, (_, a): Area => {
      const level = rate * (0.5 + random.next());
      const households = Array.from({ length: random.int(40, 200) }, () => {
        const bad = random.chance(level * 0.5);
        const size = random.int(1, 5);
        let errors = 0;
        for (let i = 0; i < size; i++) if (random.chance(bad ? 0.8 : level * 0.6)) errors++;
        k += errors;
        n += size;
        return { k: errors, n: size };
      });
      return { area: `S${s}A${a}`, households };
    }),
  }));
  return { strata, truth: k / n };
}

/** Draws areas in every stratum, and households in every area. */
export function drawSample(
  { strata }: Population,
  { areas: wanted, households, selection }: Design,
  random: Random,
): { clusters: SampleCluster[]; areas: AreaSample[] } {
  const clusters: SampleCluster[] = [];
  const samples: AreaSample[] = [];
  for (const { stratum, areas } of strata) {
    const total = areas.reduce((sum, area) => sum + area.households.length, 0);
    const chosen =
      selection === 'equal' ? random.shuffle([...areas]).slice(0, wanted) : bySize(areas, wanted, random);
    for (const { area, households: all } of chosen) {
      const chance =
        selection === 'equal' ? wanted / areas.length : Math.min(1, (wanted * all.length) / total);
      const visited = random.shuffle([...all]).slice(0, households);
      const areaShare = selection === 'equal' || chance === 1 ? chance : 0;
      samples.push({ stratum, area, areaShare, unitShare: visited.length / all.length });
      const weight = all.length / visited.length / chance;
      for (const one of visited) clusters.push({ stratum, area, weight, ...one });
    }
  }
  return { clusters, areas: samples };
}

/** Systematic sampling in proportion to size, from a random order. */
function bySize(areas: readonly Area[], wanted: number, random: Random): Area[] {
  const total = areas.reduce((sum, area) => sum + area.households.length, 0);
  const step = total / wanted;
  let [next, passed] = [random.next() * step, 0];
  const chosen: Area[] = [];
  for (const area of random.shuffle([...areas])) {
    passed += area.households.length;
    if (next >= passed) continue;
    chosen.push(area);
    while (next < passed) next += step;
  }
  return chosen;
}
