// The figures of the house: rooms, floors, arrows between rooms, arrows that run up against the layers, loose files; and
// how long files and functions are. `npm run plan [folder]` reads `src` of this project, or of another checkout of it.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import process from 'node:process';
import { parseSync } from 'oxc-parser';

const root = process.argv[2] ?? '.';
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /(?<!\.d)\.ts$/.test(file))
  .sort();
const texts = new Map(files.map((file) => [file, readFileSync(join(root, 'src', file), 'utf8')]));
const roomOf = (file) => file.split('/')[0];

/** Room → rooms that it imports. */
const arrows = new Map(files.map((file) => [roomOf(file), new Set()]));
for (const [file, text] of texts) {
  for (const [, target] of text.matchAll(/(?:from\s+|import\(\s*)'(\.[^']+)'/g)) {
    const to = roomOf(normalize(join(dirname(file), target)).replace(/\.js$/, '.ts'));
    if (to !== roomOf(file)) arrows.get(roomOf(file))?.add(to);
  }
}

/** The room with the least left above it comes first: an order that few arrows run against, where there is no plan. */
function orderOf(rooms) {
  const left = new Map(rooms);
  const order = [];
  while (left.size > 0) {
    const open = ([room]) => [...left.get(room)].filter((to) => left.has(to)).length;
    const next = [...left].sort((a, b) => open(a) - open(b) || (a[0] < b[0] ? -1 : 1))[0][0];
    order.push(next);
    left.delete(next);
  }
  return order;
}

const order = orderOf(arrows);
const up = (from, to) => order.indexOf(to) > order.indexOf(from);
const floors = new Map();
for (const room of order) {
  const below = [...arrows.get(room)].filter((to) => !up(room, to)).map((to) => floors.get(to) ?? 0);
  floors.set(room, 1 + Math.max(0, ...below));
}
const all = [...arrows].flatMap(([from, to]) => [...to].map((one) => [from, one]));

/** Lines of every function in a file. */
function functionsIn(file, text) {
  const lines = [];
  const walk = (node) => {
    if (!node || typeof node !== 'object') return;
    if (Array.isArray(node)) return node.forEach(walk);
    if (/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type) && node.body) {
      lines.push({ file, lines: text.slice(node.start, node.end).split('\n').length });
    }
    for (const [key, value] of Object.entries(node)) if (key !== 'parent') walk(value);
  };
  walk(parseSync(file, text).program);
  return lines;
}

const sizes = files.map((file) => ({ file, lines: texts.get(file).split('\n').length - 1 }));
const functions = files.flatMap((file) => functionsIn(file, texts.get(file)));

function spread(list) {
  const sorted = [...list].sort((a, b) => a.lines - b.lines);
  const at = (share) => sorted[Math.floor(share * (sorted.length - 1))];
  const last = at(1);
  return `median ${at(0.5).lines}, p90 ${at(0.9).lines}, largest ${last.lines} (${last.file})`;
}

const loose = files.filter((file) => !file.includes('/'));
const back = all.filter(([from, to]) => up(from, to));
const long = functions.filter(({ lines }) => lines > 30).length;
process.stdout.write(
  [
    `rooms                ${arrows.size}`,
    `floors               ${Math.max(...floors.values())}`,
    `arrows               ${all.length}`,
    `arrows that run up   ${back.length}${back.map((arrow) => `  ${arrow.join(' → ')}`).join('')}`,
    `loose files          ${loose.length}`,
    `lines                ${sizes.reduce((sum, { lines }) => sum + lines, 0)} in ${files.length} files`,
    `lines of a file      ${spread(sizes)}`,
    `lines of a function  ${spread(functions)}; ${((100 * long) / functions.length).toFixed(1)} % over 30`,
    '',
  ].join('\n'),
);
