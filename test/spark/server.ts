import type { TestProject } from 'vitest/node';
import { startCluster } from './cluster.js';

declare module 'vitest' {
  export interface ProvidedContext {
    spark: { remote: string; warehouse: string };
  }
}

/** One Spark for all tests that leave it as it was: once it is warm, it takes half of the time. */
export default async function server(project: TestProject): Promise<() => Promise<void>> {
  const { remote, warehouse, stop } = await startCluster();
  project.provide('spark', { remote, warehouse });
  return stop;
}
