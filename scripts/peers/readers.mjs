/**
 * The yardsticks: other people's readers, alone, over the same files.
 * Usage: node scripts/peers/readers.mjs csv-parse|exceljs FOLDER; prints the number of rows.
 */
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** csv-parse in its stream form, its rows thrown away. */
async function csvParse(file) {
  const { parse } = await import('csv-parse');
  const parser = createReadStream(file).pipe(
    parse({ bom: true, relax_column_count: true, relax_quotes: true }),
  );
  let rows = 0;
  parser.on('readable', () => {
    while (parser.read() !== null) rows++;
  });
  await new Promise((resolve, reject) => parser.on('end', resolve).on('error', reject));
  return rows;
}

/** exceljs's streaming reader. A mark for speed only: it damages Chinese text, and nothing of ours reads with it. */
async function exceljs(file) {
  const { default: library } = await import('exceljs');
  let rows = 0;
  for await (const sheet of new library.stream.xlsx.WorkbookReader(file, {})) {
    for await (const _ of sheet) rows++;
  }
  return rows;
}

const PEERS = {
  'csv-parse': { extension: '.csv', count: csvParse },
  exceljs: { extension: '.xlsx', count: exceljs },
};

const [name = '', folder = ''] = process.argv.slice(2);
const { extension, count } = PEERS[name];
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith(extension),
);
let rows = 0;
for (const file of files) rows += await count(join(folder, file));
console.log(rows);
