import { spawn } from 'node:child_process';
import process from 'node:process';

/**
 * Runs a script of Node's and measures it from outside.
 *
 * @param args the script and its words
 * @param allowed exit codes that are no failure
 * @returns seconds, peak memory in MiB, the exit code, and what it printed
 */
export function measure(args, allowed = [0]) {
  return measureProgram(process.execPath, ['--import', './scripts/peak-memory.mjs', ...args], allowed);
}

/** As `measure`, for any program; the memory of those that do not tell it is 0. */
export function measureProgram(program, args, allowed = [0]) {
  const started = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit', 'pipe'] });
  const text = { 1: '', 3: '' };
  for (const stream of [1, 3]) child.stdio[stream].on('data', (chunk) => (text[stream] += chunk));
  return new Promise((resolve, reject) =>
    child.on('error', reject).on('close', (code) => {
      if (!allowed.includes(code)) return reject(new Error(`${args.join(' ')}: exit code ${code}`));
      resolve({
        seconds: (performance.now() - started) / 1000,
        memory: Number(text[3]) / 1024,
        code,
        out: text[1],
      });
    }),
  );
}
