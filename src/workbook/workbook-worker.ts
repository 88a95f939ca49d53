import { once } from 'node:events';
import { type MessagePort, parentPort } from 'node:worker_threads';
import type { Sheet } from './sheet.js';
import { writeWorkbook } from './workbook.js';
import type { Answer, Request, SheetRows, WorkbookPart } from './workbook-thread.js';

// Loaded when the thread starts, while nobody waits for it.
void import('exceljs');

/** A writing thread: writes the workbooks that it is asked for, and asks for more of them as it goes on. */
parentPort?.on('message', async ({ path, overwrite, port }: Request) => {
  const say = (answer: Answer) => port.postMessage(answer);
  try {
    await writeWorkbook(path, sheetsFrom(partsFrom(port, say)), { overwrite });
    say('written');
  } catch (failure) {
    say({ failure, code: (failure as NodeJS.ErrnoException).code });
  }
});

/** The next part, whenever it is called. */
function partsFrom(port: MessagePort, say: (answer: Answer) => void): () => Promise<WorkbookPart> {
  const given: WorkbookPart[] = [];
  port.on('message', (part: WorkbookPart) => given.push(part));
  return async () => {
    while (given.length === 0) await once(port, 'message');
    say('next');
    return given.shift() as WorkbookPart;
  };
}

async function* sheetsFrom(next: () => Promise<WorkbookPart>): AsyncGenerator<Sheet> {
  for (let part = await next(); 'sheet' in part; part = await next())
    yield { ...part.sheet, rows: rowsFrom(next) };
}

async function* rowsFrom(next: () => Promise<WorkbookPart>): AsyncGenerator<SheetRows[number]> {
  for (let part = await next(); 'rows' in part; part = await next()) yield* part.rows;
}
