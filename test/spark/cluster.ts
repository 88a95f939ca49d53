import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const SERVER = 'org.apache.spark.sql.connect.service.SparkConnectServer';
/** Whether there is memory for a master, two workers with an executor each, and the server. */
export const HAS_WORKERS = totalmem() >= 12 * 2 ** 30;

/** A Spark Connect server of a test's own, on this machine alone. */
export interface Cluster {
  remote: string;
  /** Where every table that was left behind would lie. */
  warehouse: string;
  /** Ends the server as `kill -9` does. */
  kill(): Promise<void>;
  /** Takes a worker away with all that it keeps, where there are workers in processes of their own. */
  loseWorker?: () => Promise<void>;
  stop(): Promise<void>;
}

/** A process, and all that it starts. */
interface Group {
  process: ChildProcess;
  /** Its last words. */
  log(): string;
  kill(): Promise<void>;
}

/**
 * Starts Spark out of `SPARK_HOME`, where `.ci/run` puts it: a master with two workers; where memory is short, one process
 * plays them all.
 *
 * @param local where shuffled rows are spilled; in the folder of the cluster unless given
 */
export async function startCluster(
  settings: Readonly<Record<string, string>> = {},
  local?: string,
): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-cluster-'));
  const warehouse = join(folder, 'warehouse');
  mkdirSync(warehouse);
  const spill = local ?? join(folder, 'local');
  const groups: Group[] = [];
  const stop = async () => {
    for (const group of groups.reverse()) await group.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const master = HAS_WORKERS ? await startWorkers(folder, spill, groups) : 'local[2]';
    const port = await freePort();
    const all = { ...settingsOf(port, warehouse), 'spark.local.dir': spill, ...settings };
    const server = program(folder, spill, 'spark-submit', ...submit(master, all));
    groups.push(server);
    await listening(server, port);
    const [, worker] = groups;
    return {
      remote: `sc://127.0.0.1:${port}`,
      warehouse,
      kill: server.kill,
      ...(worker && HAS_WORKERS ? { loseWorker: worker.kill } : {}),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The words that start the server. */
function submit(master: string, settings: Readonly<Record<string, string>>): string[] {
  const memory = ['--driver-memory', '4g', '--executor-memory', '1g'];
  const options = Object.entries(settings).flatMap(([key, value]) => ['--conf', `${key}=${value}`]);
  return ['--master', master, ...memory, ...options, '--class', SERVER, 'spark-internal'];
}

function settingsOf(port: number, warehouse: string): Record<string, string> {
  return {
    'spark.connect.grpc.binding.address': '127.0.0.1',
    'spark.connect.grpc.binding.port': String(port),
    'spark.ui.enabled': 'false',
    // It would remember the plans of a thousand statements, and print those of all.
    'spark.sql.ui.retainedExecutions': '10',
    'spark.ui.retainedJobs': '10',
    'spark.ui.retainedStages': '10',
    'spark.log.level': 'WARN',
    // Half of the work is compiling what runs but a few times: better soon than well.
    'spark.driver.extraJavaOptions': '-XX:TieredStopAtLevel=1',
    'spark.executor.extraJavaOptions': '-XX:TieredStopAtLevel=1',
    'spark.sql.shuffle.partitions': '2',
    'spark.sql.catalogImplementation': 'in-memory',
    'spark.sql.warehouse.dir': warehouse,
  };
}

/** A master, and two workers with a core each. @returns the address of the master */
async function startWorkers(folder: string, spill: string, groups: Group[]): Promise<string> {
  const daemon = (...words: string[]) => {
    const group = program(folder, spill, 'spark-class', ...words, '--webui-port', '0');
    groups.push(group);
    return group;
  };
  const port = await freePort();
  const deploy = 'org.apache.spark.deploy';
  const address = ['--host', '127.0.0.1', '--port', String(port)];
  const master = daemon(`${deploy}.master.Master`, ...address);
  await listening(master, port);
  const url = `spark://127.0.0.1:${port}`;
  for (const name of ['one', 'two']) {
    const size = ['--cores', '1', '--memory', '1g', '--work-dir', join(folder, name)];
    daemon(`${deploy}.worker.Worker`, ...size, url);
  }
  return url;
}

/** Starts a program of Spark in a group of its own. */
function program(folder: string, spill: string, name: string, ...words: string[]): Group {
  const home = process.env.SPARK_HOME;
  if (home === undefined) throw new Error('SPARK_HOME is not set; .ci/run fetches Spark and sets it.');
  const env = {
    ...process.env,
    SPARK_LOCAL_IP: '127.0.0.1',
    SPARK_LOCAL_DIRS: spill,
    // Of the server it would be the memory as well.
    ...(name === 'spark-class' ? { SPARK_DAEMON_MEMORY: '256m' } : {}),
    SPARK_MASTER_OPTS: '-Dspark.master.rest.enabled=false',
  };
  const child = spawn('bash', [join(resolve(home), 'bin', name), ...words], {
    cwd: folder,
    detached: true,
    env,
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      log = `${log}${text}`.slice(-2000);
    });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    process.kill(-(child.pid as number), 'SIGKILL');
    await exit;
  };
  return { process: child, log: () => log, kill };
}

/** Waits until somebody listens on the port. @throws Error with the last words of a program that ends before */
async function listening({ process, log }: Group, port: number): Promise<void> {
  while (!(await listens(port))) {
    if (process.exitCode !== null) throw new Error(`Spark did not start:\n${log()}`);
    await setTimeout(200);
  }
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
