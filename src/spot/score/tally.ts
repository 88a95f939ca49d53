import type { SampleCluster } from '../../statistics/estimate/clusters.js';
import type { CountedArea } from './sample.js';

/** What a share is of. */
export interface Subject {
  /** person, birth, enrolment, record, or an item: sex, birth_date, marital, parity, method, visit_done, certificate_seen. */
  subject: string;
  /** The point that is held against the field; blank where the field speaks alone. */
  point: string;
  rate: 'accuracy' | 'omission_rate' | 'duplication_rate' | 'misentry_rate' | 'false_report_rate';
}

/** One case of a share: who, in which household. */
interface Case extends Subject {
  area: string;
  unit: string;
  /** It is what the rate counts. */
  hit: boolean;
}

/** Cases gathered by what they are of, area and household. */
export class CaseTally {
  private readonly households = new Map<string, Map<string, { area: string; k: number; n: number }>>();
  private readonly kinds = new Map<string, Subject>();

  add({ subject, point, rate, area, unit, hit }: Case): void {
    const key = [subject, point, rate].join('|');
    this.kinds.set(key, { subject, point, rate });
    const households = this.households.get(key) ?? new Map();
    this.households.set(key, households);
    const place = `${area}\u0001${unit}`;
    const counts = households.get(place) ?? { area, k: 0, n: 0 };
    households.set(place, { area, k: counts.k + Number(hit), n: counts.n + 1 });
  }

  subjects(): Subject[] {
    return [...this.kinds.values()];
  }

  /** The households with their counts, each with the weight of its area. */
  clusters({ subject, point, rate }: Subject, areas: readonly CountedArea[]): SampleCluster[] {
    const households = this.households.get([subject, point, rate].join('|')) ?? new Map();
    const byName = new Map(areas.map((area) => [area.area, area]));
    return [...households.values()].flatMap(({ area, k, n }) => {
      const counted = byName.get(area);
      return counted ? [{ area, stratum: counted.stratum, weight: counted.weight, k, n }] : [];
    });
  }
}
