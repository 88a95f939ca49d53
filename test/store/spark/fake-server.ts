import { setTimeout } from 'node:timers/promises';
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';
import type { Piece } from '../../../src/store/spark/plan.js';
import { PROTOCOL } from '../../../src/store/spark/protocol.js';

/** A request as it arrives. */
export interface Request {
  session_id: string;
  operation_id?: string;
  last_response_id?: string;
  plan?: {
    command?: {
      checkpoint_command?: object;
      create_dataframe_view?: { name: string; input: object };
      remove_cached_remote_relation_command?: { relation: { relation_id: string } };
    };
  };
}

/** What is to come of a stream: pieces, then its end or an error. */
export interface Script {
  pieces: Partial<Piece>[];
  error?: { code: number; details: string };
}

/** A server that speaks the protocol and does what a test tells it: no Spark, and no Java. */
export class FakeServer {
  /** What was asked, in order: the name of the call, and the request. */
  readonly asked: [string, Request][] = [];
  headers: Record<string, unknown> = {};
  address = '';
  /** How long each stream in turn takes to be carried out, in milliseconds; later ones take none. */
  readonly delays: number[] = [];
  private kept = 0;

  private constructor(
    private readonly server: grpc.Server,
    private readonly version: string,
    private readonly script: Script[],
  ) {}

  /** @param script what comes of each stream in turn; after the last, streams end complete */
  static async start(script: Script[] = [], version = '4.2.0'): Promise<FakeServer> {
    const definition = loader.fromJSON(PROTOCOL as never, { keepCase: true, longs: Number });
    const { SparkConnectService } = (grpc.loadPackageDefinition(definition) as never as Loaded).spark.connect;
    const fake = new FakeServer(new grpc.Server(), version, script);
    fake.server.addService(SparkConnectService.service, fake.calls());
    const port = await new Promise<number>((resolve, reject) =>
      fake.server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) =>
        error ? reject(error) : resolve(bound),
      ),
    );
    fake.address = `sc://127.0.0.1:${port}`;
    return fake;
  }

  names(): string[] {
    return this.asked.map(([name]) => name);
  }

  stop(): void {
    this.server.forceShutdown();
  }

  private calls(): grpc.UntypedServiceImplementation {
    const answer =
      (name: string, reply: object): grpc.handleUnaryCall<Request, object> =>
      (call, done) => {
        this.note(name, call);
        done(null, reply);
      };
    const stream = (name: string) => async (call: grpc.ServerWritableStream<Request, Partial<Piece>>) => {
      await setTimeout(this.delays.shift() ?? 0);
      this.note(name, call);
      const { pieces, error } = this.script.shift() ?? { pieces: this.replyTo(call.request) };
      for (const piece of pieces) call.write(piece);
      if (error) call.emit('error', error);
      else call.end();
    };
    return {
      AnalyzePlan: answer('AnalyzePlan', { spark_version: { version: this.version } }),
      Config: answer('Config', {}),
      ReleaseExecute: answer('ReleaseExecute', {}),
      ReleaseSession: answer('ReleaseSession', {}),
      FetchErrorDetails: answer('FetchErrorDetails', { errors: [] }),
      ExecutePlan: stream('ExecutePlan'),
      ReattachExecute: stream('ReattachExecute'),
    };
  }

  /** What is kept gets a number; everything else is simply done. */
  private replyTo({ plan }: Request): Partial<Piece>[] {
    const end = { response_id: 'end', result_complete: {} };
    if (!plan?.command?.checkpoint_command) return [end];
    const relation = { relation_id: `kept-${this.kept++}` };
    return [{ response_id: 'kept', checkpoint_command_result: { relation } }, end];
  }

  private note(name: string, { request, metadata }: { request: Request; metadata: grpc.Metadata }): void {
    this.asked.push([name, request]);
    this.headers = metadata.getMap();
  }
}

interface Loaded {
  spark: { connect: { SparkConnectService: { service: grpc.ServiceDefinition } } };
}
