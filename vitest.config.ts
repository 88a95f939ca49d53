import { configDefaults, defineConfig } from 'vitest/config';

/** They look on while modules call each other, which shows only in modules that are loaded for them alone. */
const SPIES = ['test/cli/load.test.ts', 'test/ingest/cache/cache.test.ts'];
/** Folders whose tests take long or need other programs: each is a suite of its own. */
const SUITES = ['slow', 'browser', 'office'];

const suite = (name: string) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`] },
});

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'quick',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...SPIES, `test/{${[...SUITES, 'spark'].join(',')}}/**`],
          // To load the program and its libraries for each of 170 files anew took a third of the time.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: SPIES } },
      ...SUITES.map(suite),
      {
        extends: true,
        test: {
          name: 'spark',
          include: ['test/spark/**/*.test.ts'],
          globalSetup: 'test/spark/server.ts',
          fileParallelism: false,
        },
      },
    ],
  },
});
