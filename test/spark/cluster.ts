import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const SERVER = 'org.apache.spark.sql.connect.service.SparkConnectServer';

/** A Spark Connect server of a test's own, on this machine alone. */
export interface Cluster {
  remote: string;
  /** As `kill -9` does. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** What lies in its warehouse: every table that was left behind would. */
  warehouse(): string[];
}

/**
 * Starts Spark out of `SPARK_HOME`, where `.ci/run` puts it: one process that plays the whole cluster, or, where `master`
 * says so, workers in processes of their own.
 */
export async function startCluster(
  settings: Record<string, string> = {},
  master = 'local[2]',
): Promise<Cluster> {
  const home = process.env.SPARK_HOME;
  if (home === undefined) throw new Error('SPARK_HOME is not set; .ci/run fetches Spark and sets it.');
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-cluster-'));
  const warehouse = join(folder, 'warehouse');
  mkdirSync(warehouse);
  const port = await freePort();
  const all = {
    'spark.connect.grpc.binding.address': '127.0.0.1',
    'spark.connect.grpc.binding.port': String(port),
    'spark.ui.enabled': 'false',
    // It would remember the plans of a thousand statements, and print those of all.
    'spark.sql.ui.retainedExecutions': '10',
    'spark.ui.retainedJobs': '10',
    'spark.ui.retainedStages': '10',
    'spark.log.level': 'WARN',
    'spark.sql.shuffle.partitions': '2',
    'spark.sql.catalogImplementation': 'in-memory',
    'spark.sql.warehouse.dir': warehouse,
    'spark.local.dir': join(folder, 'local'),
    ...settings,
  };
  const options = Object.entries(all).flatMap(([key, value]) => ['--conf', `${key}=${value}`]);
  const server = spawn(
    'bash',
    [join(resolve(home), 'bin/spark-submit'), '--master', master, '--driver-memory', '4g', ...options].concat(
      ['--class', SERVER, 'spark-internal'],
    ),
    { cwd: folder, detached: true, env: { ...process.env, SPARK_LOCAL_IP: '127.0.0.1' } },
  );
  await started(server, port);
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode === null && server.signalCode === null) {
      const exit = once(server, 'exit');
      // Its group: the server and its workers.
      process.kill(-(server.pid as number), signal);
      await exit;
    }
  };
  return {
    remote: `sc://127.0.0.1:${port}`,
    kill: () => end('SIGKILL'),
    warehouse: () => (existsSync(warehouse) ? readdirSync(warehouse) : []),
    stop: async () => {
      await end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until somebody listens on the port. @throws Error with the last words of a server that ends before */
async function started(server: ChildProcess, port: number): Promise<void> {
  let log = '';
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (text) => {
      log = `${log}${text}`.slice(-2000);
    });
  while (server.exitCode === null) {
    if (await listens(port)) return;
    await setTimeout(200);
  }
  throw new Error(`Spark did not start:\n${log}`);
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}
