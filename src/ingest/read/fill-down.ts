import { unquoted } from '../../keys/text.js';
import type { Note } from '../../model/input.js';
import type { RawCell, Source } from '../../model/source.js';
import { SHARED_COLUMNS } from '../../registers/columns.js';
import { REGISTERS } from '../../registers/index.js';
import { isNothing } from './line-kind.js';

/** Words and marks that say "as above"; marks are written once or more often. */
const DITTO = /^(?:["〃″”“〞々＂∥]+|[同如]上|上同|同前|同上行|ditto|do\.)$/i;
/** What belongs to a household, and stands on the line of its head where the others leave it blank. */
const OF_HOUSEHOLD = ['unit_room', 'head_name', 'building', 'street', 'district'];
const HEAD = /^(?:户主|本人|户主本人)$/;

/** Takes cells from the row above where a blank or a ditto mark means the same again. */
export class FillDown {
  private above: RawCell[] = [];
  private filledCommunities = 0;
  private filledHouseholds = 0;
  private inheritedParents = 0;
  private readonly repeated: readonly number[];
  private readonly ofHousehold: readonly number[];
  private readonly parents: readonly number[];
  private readonly community: number;
  private readonly household: number;
  private readonly relation: number;
  private readonly head: number;

  constructor({ register: name, columns }: Pick<Source, 'register' | 'columns'>) {
    const at = (column: string) => columns.findIndex((one) => one.name === column);
    const bound = (list: readonly string[]) => list.map(at).filter((index) => index >= 0);
    this.repeated = bound(SHARED_COLUMNS);
    this.ofHousehold = bound(OF_HOUSEHOLD);
    this.parents = bound(REGISTERS[name].inheritsWhenAllBlank ?? []);
    this.community = at('community');
    this.household = name === 'households' ? at('household_no') : -1;
    this.relation = at('relation');
    this.head = at('head_name');
  }

  /** Fills the cells of the next row, in place. */
  fill(cells: RawCell[]): void {
    this.clearDitto(cells);
    const isRepeated = this.copyDittos(cells);
    if (this.fillIn(cells, this.community) || (isRepeated && this.community >= 0)) this.filledCommunities++;
    if (this.household >= 0 && isNothing(cells[this.household])) this.fillHousehold(cells);
    if (this.parents.length > 0) this.fillParents(cells);
    this.above = cells;
  }

  notes(): Note[] {
    const counts = {
      'filled-community': this.filledCommunities,
      'filled-household': this.filledHouseholds,
      'inherited-parents': this.inheritedParents,
    };
    return Object.entries(counts).flatMap(([code, count]) => (count > 0 ? [{ code, count }] : []));
  }

  /** Whether it filled a blank cell. */
  private fillIn(cells: RawCell[], at: number): boolean {
    if (at < 0 || !isNothing(cells[at]) || isNothing(this.above[at])) return false;
    cells[at] = this.above[at] ?? null;
    return true;
  }

  /** A ditto mark for a household's number is a blank: its line belongs to the household above if others would. */
  private clearDitto(cells: RawCell[]): void {
    const at = this.household;
    if (at >= 0 && cells[at] !== this.above[at] && isDitto(cells[at])) cells[at] = null;
  }

  /** @returns whether the community was one of them */
  private copyDittos(cells: RawCell[]): boolean {
    let isCommunity = false;
    for (const at of this.repeated) {
      const cell = cells[at];
      if (cell === this.above[at] || !isDitto(cell)) continue;
      cells[at] = this.above[at] ?? null;
      isCommunity ||= at === this.community && !isNothing(cells[at]);
    }
    return isCommunity;
  }

  /** A member below the first line of the household; a head, or somebody of another head, begins one of which nothing is known. */
  private fillHousehold(cells: RawCell[]): void {
    const { above, household, relation, head } = this;
    if (isNothing(above[household]) || HEAD.test(String(cells[relation] ?? '').trim())) return;
    if (head >= 0 && !isNothing(cells[head]) && cells[head] !== above[head]) return;
    if (this.community >= 0 && cells[this.community] !== above[this.community]) return;
    cells[household] = above[household] ?? null;
    for (const at of this.ofHousehold) this.fillIn(cells, at);
    this.filledHouseholds++;
  }

  /** The parents of a twin, if all their cells are blank. */
  private fillParents(cells: RawCell[]): void {
    const { above, parents } = this;
    if (above.length === 0 || !parents.every((at) => isNothing(cells[at]))) return;
    for (const at of parents) cells[at] = above[at] ?? null;
    this.inheritedParents++;
  }
}

const LONGEST_DITTO = 8;

/** What every mark begins or holds: few cells need a closer look. */
const LIKE_DITTO = /[同上〃″"”“〞々＂∥od]/i;

function isDitto(cell: RawCell | undefined): boolean {
  if (typeof cell !== 'string' || cell.length > LONGEST_DITTO || !LIKE_DITTO.test(cell)) return false;
  const mark = cell.replace(/\s+/g, '');
  return DITTO.test(mark) || DITTO.test(unquoted(mark));
}
