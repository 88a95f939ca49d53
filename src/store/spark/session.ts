import { randomUUID } from 'node:crypto';
import type { ServiceError } from '@grpc/grpc-js';
import { beforeLeaving } from '../../files/leaving.js';
import { UserError } from '../../messages/index.js';
import { type Conversation, execute, PATIENCE, type Patience, type Take } from './execution.js';
import { explainFailure, type Failure } from './failure.js';
import type { Packages } from './packages.js';
import type { SparkPlan } from './plan.js';
import type { Remote } from './remote.js';
import { lineTo, type Reply, type SparkLine, type StreamingCall, type UnaryCall } from './service.js';

const CLIENT = 'plumbline';
/** The oldest Spark that keeps results for a session on request (checkpoints over Connect). */
const OLDEST = 4;
/** A server ends a stream of itself after two minutes; one that is silent for longer is lost. */
const STREAM_MS = 300_000;
const ANSWER_MS = 60_000;

/** A conversation with a Spark Connect server: everything made in it goes with it. */
export class Session implements Conversation {
  private readonly id = randomUUID();
  /** Whether the server has answered before: what fails then is no mistake in its address. */
  private begun = false;
  left = false;
  /** Takes back the farewell of an interrupted run. */
  private stay: () => void = () => {};
  private readonly releases = new Set<Promise<unknown>>();

  private constructor(
    private readonly remote: Remote,
    private readonly line: SparkLine,
    private readonly patience: Patience,
  ) {}

  /**
   * Begins a session with settings of its own.
   *
   * @param patience how long is waited for what may yet come
   * @throws UserError where nobody answers, the server is no Spark or too old, or does not admit us
   */
  static async open(
    remote: Remote,
    packages: Packages,
    settings: Readonly<Record<string, string>>,
    patience = PATIENCE,
  ): Promise<Session> {
    const session = new Session(remote, lineTo(remote, packages), patience);
    session.stay = beforeLeaving(() => session.leave());
    try {
      await session.begin(settings);
      return session;
    } catch (error) {
      session.stay();
      session.line.service.close();
      throw error;
    }
  }

  private async begin(settings: Readonly<Record<string, string>>): Promise<void> {
    const answer = await this.ask('AnalyzePlan', { spark_version: {} });
    const { version = '' } = (answer.spark_version ?? {}) as { version?: string };
    if (!(Number.parseInt(version, 10) >= OLDEST)) throw new UserError('spark.old-version', { version });
    this.begun = true;
    const pairs = Object.entries(settings).map(([key, value]) => ({ key, value }));
    await this.ask('Config', { operation: { set: { pairs } } });
  }

  /** Has a plan carried out (see `execution.ts`), and hands over the answer piece by piece. */
  execute(plan: SparkPlan, use: Take = () => {}): Promise<void> {
    return execute(this, plan, use, this.patience);
  }

  /** Ends the session: what was made in it is gone, what still runs is stopped. Never fails. */
  async close(): Promise<void> {
    this.stay();
    await Promise.all(this.releases);
    if (this.begun) await this.ask('ReleaseSession', {}).catch(() => {});
    this.line.service.close();
  }

  /** As `close`, in a process that ends: what was asked stays unanswered, and nobody complains about it. */
  private leave(): Promise<void> {
    this.left = true;
    return this.close();
  }

  /** What the server keeps of an answer, in case its stream breaks, is not needed any more. */
  release(operation_id: string): void {
    const release = this.ask('ReleaseExecute', { operation_id, release_all: {} })
      .catch(() => {})
      .finally(() => this.releases.delete(release));
    this.releases.add(release);
  }

  private async ask(question: UnaryCall, request: object): Promise<Reply> {
    try {
      return await this.put(question, request);
    } catch (error) {
      throw await this.explain(error);
    }
  }

  private put(question: UnaryCall, request: object): Promise<Reply> {
    const { service, metadata } = this.line;
    return new Promise((resolve, reject) => {
      const options = { deadline: Date.now() + ANSWER_MS };
      service[question]({ ...this.envelope, ...request }, metadata, options, (error, answer) =>
        error ? reject(error) : resolve(answer),
      );
    });
  }

  follow(order: StreamingCall, request: object, signal: AbortSignal, take: Take): Promise<void> {
    const { service, metadata } = this.line;
    return new Promise((resolve, reject) => {
      const options = { deadline: Date.now() + STREAM_MS };
      const stream = service[order]({ ...this.envelope, ...request }, metadata, options);
      const cancel = () => stream.cancel();
      if (signal.aborted) cancel();
      signal.addEventListener('abort', cancel);
      stream.once('status', () => signal.removeEventListener('abort', cancel));
      stream.on('data', (piece: Parameters<Take>[0]) => {
        try {
          take(piece);
        } catch (error) {
          reject(error);
          stream.cancel();
        }
      });
      stream.on('error', reject);
      stream.on('end', resolve);
    });
  }

  private get envelope() {
    const { user } = this.remote;
    return { session_id: this.id, user_context: { user_id: user, user_name: user }, client_type: CLIENT };
  }

  /** The error as a sentence, with what the server tells of it when it is asked. */
  async explain(error: unknown): Promise<unknown> {
    const { code, details, message, metadata } = error as ServiceError;
    if (typeof code !== 'number') return error;
    const failure: Failure = { code, text: details || message, begun: this.begun };
    const info = this.infoOf(metadata?.get('grpc-status-details-bin')[0]);
    const told = info.errorId === undefined ? '' : await this.told(info.errorId);
    const { errorClass, sqlState, thrown } = info;
    return explainFailure({ ...failure, errorClass, sqlState, thrown, told }, this.remote.address, error);
  }

  private infoOf(bytes: unknown): Pick<Failure, 'errorClass' | 'sqlState' | 'thrown'> & { errorId?: string } {
    if (!Buffer.isBuffer(bytes)) return {};
    const { details = [] } = this.line.read.status(bytes) as {
      details?: { type_url: string; value: Buffer }[];
    };
    const info = details.find(({ type_url }) => type_url.endsWith('google.rpc.ErrorInfo'));
    if (!info) return {};
    const { reason, metadata } = this.line.read.errorInfo(info.value) as {
      reason?: string;
      metadata?: object;
    };
    return { ...metadata, thrown: reason };
  }

  /** All that an error and its causes say. */
  private async told(error_id: string): Promise<string> {
    const answer = await this.put('FetchErrorDetails', { error_id }).catch((): Reply => ({}));
    const errors = (answer.errors ?? []) as { message?: string; error_type_hierarchy?: string[] }[];
    return errors.map(({ message, error_type_hierarchy: [type] = [] }) => `${type}: ${message}`).join('\n');
  }
}
