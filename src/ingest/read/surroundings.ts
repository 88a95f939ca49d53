import { unquoted } from '../../keys/text.js';
import { COMMUNITY } from '../../registers/columns.js';
import { type Content, contentOf } from './content.js';
import { type FiguresFacts, figuresFacts } from './figures.js';
import { bind, type Heading, headingKey } from './headings.js';
import type { KnownHeadings } from './known-headings.js';
import { ownText } from './own-text.js';

/**
 * What the first rows of a table tell around a header: all that is asked of them later, so that the rows themselves, and
 * the people in them, need not be kept.
 */
export interface Surroundings {
  /** The filled cells above: short ones, since nothing else is a title. */
  titles: string[];
  /** Cells of its widest row. */
  cells: number;
  /** What stands below in the column of communities, each once; absent where there is none. */
  communities?: string[];
  /** What the people below say of what kind of list it is. */
  content?: Content;
  /** What the cells below say where the table may be one of figures. */
  figures?: FiguresFacts;
}

/** Where a header stands, 0-based, and the headings that it gives to the columns. */
export interface HeaderPlace {
  from: number;
  to: number;
  headings: Heading[];
}

const LONGEST_TITLE = 100;
const MOST_TITLES = 20;

const COMMUNITY_KEYS = new Set([COMMUNITY.heading, COMMUNITY.name, ...COMMUNITY.synonyms].map(headingKey));

/** Looks around a header. */
export function surroundings(
  rows: readonly string[][],
  { from, to, headings }: HeaderPlace,
  known: Pick<KnownHeadings, 'figures' | 'households'>,
): Surroundings {
  const below = rows.slice(to + 1);
  const communities = communitiesIn(below, headings);
  const figures = figuresFacts(bind(known.figures, headings), below);
  const content = contentOf(below, headings, known.households);
  return ownText({
    titles: titlesIn(rows.slice(0, from)),
    cells: Math.max(1, ...rows.slice(from, to + 1).map((row) => row.length)),
    ...(communities && { communities }),
    ...(figures && { figures }),
    ...(content && { content }),
  });
}

function titlesIn(rows: readonly string[][]): string[] {
  const cells = rows.flatMap((row) => row.map((cell) => cell.trim()));
  return cells.filter((cell) => cell !== '' && cell.length <= LONGEST_TITLE).slice(0, MOST_TITLES);
}

function communitiesIn(rows: readonly string[][], headings: readonly Heading[]): string[] | undefined {
  const column = headings.find((heading) => heading.keys.some((key) => COMMUNITY_KEYS.has(key)))?.index;
  if (column === undefined) return undefined;
  return [...new Set(rows.map((row) => unquoted((row[column] ?? '').trim())))];
}
