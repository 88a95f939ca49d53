import type { ClientReadableStream, Metadata, ServiceError } from '@grpc/grpc-js';
import type { Packages } from './packages.js';
import type { Piece } from './plan.js';
import { PROTOCOL } from './protocol.js';
import type { Remote } from './remote.js';

type Loaded = Parameters<Packages['loader']['fromJSON']>[0];

/** What is answered, as the protobuf library makes it; what was not sent is absent. */
export type Reply = Record<string, unknown>;

type Ask = (
  request: object,
  metadata: Metadata,
  options: { deadline: number },
  done: (error: ServiceError | null, answer: Reply) => void,
) => void;
type Follow = (
  request: object,
  metadata: Metadata,
  options: { deadline: number },
) => ClientReadableStream<Piece>;

/** Requests with one answer. */
export type UnaryCall = 'ReleaseExecute' | 'AnalyzePlan' | 'Config' | 'ReleaseSession' | 'FetchErrorDetails';
/** Requests that are answered piece by piece. */
export type StreamingCall = 'ExecutePlan' | 'ReattachExecute';
type Service = Record<UnaryCall, Ask> & Record<StreamingCall, Follow> & { close(): void };

/** A reader of bytes that come with an error. */
type Read = (bytes: Buffer) => Reply;

/** A line to a Spark Connect server: nothing is sent before something is asked. */
export interface SparkLine {
  service: Service;
  /** Headers of every request. */
  metadata: Metadata;
  read: { status: Read; errorInfo: Read };
}

/** What the library makes of `PROTOCOL`. */
interface Connect {
  SparkConnectService: new (address: string, credentials: unknown, options: object) => Service;
  Decode: { service: Record<'Status' | 'ErrorInfo', { responseDeserialize: Read }> };
}

export function lineTo(remote: Remote, { grpc, loader }: Packages): SparkLine {
  const definition = loader.fromJSON(PROTOCOL as unknown as Loaded, { keepCase: true, longs: Number });
  const loaded = grpc.loadPackageDefinition(definition) as unknown as { spark: { connect: Connect } };
  const { SparkConnectService, Decode } = loaded.spark.connect;
  const credentials = remote.secure ? grpc.credentials.createSsl() : grpc.credentials.createInsecure();
  const metadata = new grpc.Metadata();
  for (const [name, value] of Object.entries(remote.headers)) metadata.set(name, value);
  if (remote.token !== undefined) metadata.set('authorization', `Bearer ${remote.token}`);
  const { Status, ErrorInfo } = Decode.service;
  return {
    service: new SparkConnectService(remote.address, credentials, {
      'grpc.max_receive_message_length': -1,
      'grpc.max_send_message_length': -1,
    }),
    metadata,
    read: { status: Status.responseDeserialize, errorInfo: ErrorInfo.responseDeserialize },
  };
}
