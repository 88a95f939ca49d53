import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** The built program, running. */
export interface Running {
  process: ChildProcess;
  /** Settled when a text has stood on standard error. */
  said(text: string): Promise<void>;
  /** Exit code (null where it was killed) and what it wrote. */
  done: Promise<{ code: number | null; out: string; err: string }>;
}

export function start(...argv: string[]): Running {
  const child = spawn(process.execPath, ['bin/plumbline.js', ...argv], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  let [out, err] = ['', ''];
  const waiting: [string, () => void][] = [];
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    err += text;
    for (const [wanted, heard] of waiting) if (err.includes(wanted)) heard();
  });
  const exit = once(child, 'close') as Promise<[number | null]>;
  return {
    process: child,
    said: (text) => new Promise((resolve) => waiting.push([text, resolve])),
    done: exit.then(([code]) => ({ code, out, err })),
  };
}

/** Runs the built program to its end. */
export function run(...argv: string[]) {
  return start(...argv).done;
}
