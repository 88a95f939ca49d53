/** How the first line of a report begins, whatever wrote it. */
const REPORT = /^Plumbline /;
/** How the title of the cells to verify ends: with the code of their draw. */
const BRIEF = /(?:抽样|draw) [0-9a-f]{8}$/;
/** What stands first below the title of a household check, before the code of its draw. */
const DRAW = new Set(['抽样编号', 'Draw']);
const CODE = /^[0-9a-f]{8}$/;

/**
 * Whether the first rows are those of something that this program wrote beside ledgers: a report, or what inspectors
 * take to the door, filled in or not. It lists people, and is no ledger of them.
 *
 * @param rows texts of the first rows of the first table
 */
export function isOwnOutput(rows: readonly (readonly string[])[]): boolean {
  const [title = [], block = []] = rows;
  const first = title[0]?.trim() ?? '';
  return REPORT.test(first) || BRIEF.test(first) || isBlockOfCheck(block);
}

function isBlockOfCheck(row: readonly string[]): boolean {
  const [label, code] = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return DRAW.has(label ?? '') && CODE.test(code ?? '');
}
