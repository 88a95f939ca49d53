import { spawn } from 'node:child_process';

/**
 * Runs a script of Node's and measures it from outside.
 *
 * @param args the script and its words
 * @param allowed exit codes that are no failure
 * @returns seconds, peak memory in MiB, the exit code, and what it printed
 */
export function measure(args, allowed = [0]) {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', './scripts/peak-memory.mjs', ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const text = { 1: '', 3: '' };
  for (const stream of [1, 3]) child.stdio[stream].on('data', (chunk) => (text[stream] += chunk));
  return new Promise((resolve, reject) =>
    child.on('close', (code) => {
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
