import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { Cell, Sheet, SheetRow } from './sheet.js';
import type { writeWorkbook } from './workbook.js';

/** A sheet without its rows, which follow it. */
type SheetStart = Omit<Sheet, 'rows'>;
export type SheetRows = (SheetRow | readonly Cell[])[];

/** What a writing thread is asked to write; it asks for the parts through the port, and answers there. */
export interface Request {
  path: string;
  overwrite: boolean;
  port: MessagePort;
}

/** A part of a workbook: a sheet, its rows one portion after the other, the end of the sheet or of all. */
export type WorkbookPart = { sheet: SheetStart } | { rows: SheetRows } | { end: true };

/** What it says: that it is ready for one more part, that the workbook is written, or why it is not. */
export type Answer = 'next' | 'written' | { failure: unknown; code?: string | undefined };

/** Writes workbooks, one after the other. */
export interface WorkbookWriter {
  write: typeof writeWorkbook;
  close(): Promise<void>;
}

/** Writes workbooks in this thread; the library is loaded when there is one. */
export const writeHere: WorkbookWriter['write'] = async (...asked) =>
  (await import('./workbook.js')).writeWorkbook(...asked);

const END: WorkbookPart = { end: true };
/** Rows that go to the thread at once. */
const ROWS_PER_PART = 1000;
/** Parts that it is given before it asks for any: this thread may be busy with other reports for a while. */
const AHEAD = 32;

const WORKER = new URL('./workbook-worker.js', import.meta.url);

/** A thread that writes workbooks while this one goes on; its rows are made here. This thread where that is all there is. */
export function openWorkbookThread(file = WORKER): WorkbookWriter {
  if (!existsSync(fileURLToPath(file))) return { write: writeHere, close: async () => {} };
  const worker = new Worker(file);
  // A run that fails before it writes anything need not wait for it.
  worker.unref();
  return {
    write: async (path, sheets, { overwrite = true } = {}) => {
      const { port1, port2 } = new MessageChannel();
      const parts = partsOf(sheets);
      worker.postMessage({ path, overwrite, port: port2 } satisfies Request, [port2]);
      await answered(worker, port1, async () => port1.postMessage((await parts.next()).value ?? END));
    },
    close: async () => void (await worker.terminate()),
  };
}

/**
 * Resolves when the thread has written a workbook.
 *
 * @param port its end of the talk about this workbook
 * @param send gives it the next part
 * @throws what making the parts throws, and what writing throws
 */
function answered(worker: Worker, port: MessagePort, send: () => Promise<void>): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const settle = (end: () => void) => {
      worker.off('error', fail).off('exit', stopped);
      port.close();
      end();
    };
    const fail = (error: unknown) => settle(() => reject(error));
    const stopped = () => fail(new Error('the writing thread stopped before its workbook was written'));
    const hear = (answer: Answer) => {
      if (answer === 'next') send().catch(fail);
      else if (answer === 'written') settle(resolve);
      else fail(withCode(answer));
    };
    port.on('message', hear);
    worker.once('error', fail).once('exit', stopped);
    for (let n = 0; n < AHEAD; n++) hear('next');
  });
}

/** An error again with the system's code, which it loses between threads. */
function withCode({ failure, code }: Exclude<Answer, string>): unknown {
  return failure instanceof Error && code !== undefined ? Object.assign(failure, { code }) : failure;
}

async function* partsOf(sheets: Iterable<Sheet> | AsyncIterable<Sheet>): AsyncGenerator<WorkbookPart> {
  for await (const { rows, ...sheet } of sheets) {
    yield { sheet };
    let part: SheetRows = [];
    for await (const row of rows ?? []) {
      if (part.push(row) < ROWS_PER_PART) continue;
      yield { rows: part };
      part = [];
    }
    yield { rows: part };
    yield END;
  }
}
