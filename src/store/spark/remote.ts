import { UserError } from '../../messages/index.js';

/** Where a Spark Connect server listens, and who asks. */
export interface Remote {
  /** `host:port`; the only part that is ever shown. */
  address: string;
  user: string;
  secure: boolean;
  token?: string;
  /** Further headers of every request, as a gateway may ask for them. */
  headers: Readonly<Record<string, string>>;
  /** The largest message that the server takes, in bytes. */
  messageSize: number;
}

const PORT = 15002;
/** What a Spark Connect server takes unless it is told otherwise. */
const MESSAGE_SIZE = 128 << 20;
const SCHEME = /^sc:\/\/(\[[0-9a-f:.]+\]|[^\s/:;[\]]+)(?::(\d{1,5}))?(?:\/(?:;(.*))?)?$/i;

/**
 * Reads a connection string as Spark Connect has it: `sc://host:port/;token=…;use_ssl=true;user_id=…;x-header=…`. A
 * token may stand in the environment instead (SPARK_CONNECT_AUTHENTICATE_TOKEN), where no list of processes shows it.
 *
 * @throws UserError that names the mistake, and never quotes what may be a secret
 */
export function parseRemote(text: string, environment: NodeJS.ProcessEnv = process.env): Remote {
  const [, host, port = String(PORT), rest = ''] = SCHEME.exec(text.trim()) ?? [];
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535)
    throw new UserError('spark.bad-remote');
  const given = parametersOf(rest);
  const {
    token = environment.SPARK_CONNECT_AUTHENTICATE_TOKEN,
    use_ssl,
    user_id,
    session_id: _,
    ...others
  } = given;
  const { user_agent: __, grpc_max_message_size, ...headers } = others;
  const unknown = Object.keys(headers).find((name) => !/^x-[\w-]+$/.test(name));
  if (unknown !== undefined) throw new UserError('spark.unknown-parameter', { name: unknown });
  const isLocal = /^(localhost|127\.|\[::1\])/.test(host);
  return {
    address: `${host}:${port}`,
    user: user_id ?? 'plumbline',
    // As Spark has it: a token goes over the wire in clear only where there is no wire.
    secure: use_ssl === undefined ? Boolean(token) && !isLocal : use_ssl === 'true',
    ...(token ? { token } : {}),
    headers,
    messageSize: Number(grpc_max_message_size ?? MESSAGE_SIZE) || MESSAGE_SIZE,
  };
}

function parametersOf(text: string): Record<string, string> {
  const pairs = text.split(';').filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new UserError('spark.bad-remote');
      return [decodeURIComponent(pair.slice(0, at)).toLowerCase(), decodeURIComponent(pair.slice(at + 1))];
    }),
  );
}
