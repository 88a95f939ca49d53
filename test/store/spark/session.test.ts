import { afterEach, describe, expect, it, test } from 'vitest';
import { sayFarewells } from '../../../src/files/leaving.js';
import { UserError } from '../../../src/messages/index.js';
import { PATIENCE, type Patience } from '../../../src/store/spark/execution.js';
import { loadPackages } from '../../../src/store/spark/packages.js';
import type { Piece } from '../../../src/store/spark/plan.js';
import { parseRemote } from '../../../src/store/spark/remote.js';
import { Session } from '../../../src/store/spark/session.js';
import { FakeServer, type Script } from './fake-server.js';

const piece = (id: string): Partial<Piece> => ({ response_id: id });
const END: Partial<Piece> = { response_id: 'end', result_complete: {} };
const LOST = { code: 14, details: 'connection lost' };

let server: FakeServer;
afterEach(() => server.stop());

async function talk(script: Script[], parameters = '', patience: Partial<Patience> = {}): Promise<Session> {
  server = await FakeServer.start(script);
  const remote = parseRemote(`${server.address}${parameters}`, {});
  return Session.open(remote, await loadPackages(), { 'a.b': 'c' }, { ...PATIENCE, ...patience });
}

async function idsOf(session: Session): Promise<string[]> {
  const ids: string[] = [];
  await session.execute({ root: { sql: { query: 'SELECT 1' } } }, ({ response_id }) => ids.push(response_id));
  return ids;
}

describe('a session', () => {
  test('sends its token with every request, and ends with what was made in it', async () => {
    const session = await talk([], '/;token=geheim;x-tenant=7');
    await idsOf(session);
    await session.close();
    expect(server.headers).toMatchObject({ authorization: 'Bearer geheim', 'x-tenant': '7' });
    expect(server.names()).toEqual([
      'AnalyzePlan',
      'Config',
      'ExecutePlan',
      'ReleaseExecute',
      'ReleaseSession',
    ]);
    expect(new Set(server.asked.map(([, { session_id }]) => session_id)).size).toBe(1);
  });

  it.each(['3.5.6', '3.4.0', ''])('wants Spark 4: %s', async (version) => {
    server = await FakeServer.start([], version);
    const opened = Session.open(parseRemote(server.address, {}), await loadPackages(), {});
    await expect(opened).rejects.toMatchObject({ key: 'spark.old-version', params: { version } });
  });

  test('says where nobody listens', async () => {
    server = await FakeServer.start();
    server.stop();
    const opened = Session.open(parseRemote(server.address, {}), await loadPackages(), {});
    await expect(opened).rejects.toMatchObject({
      key: 'spark.unreachable',
      params: { reason: 'ECONNREFUSED' },
    });
  });
});

test('an interrupted run takes leave of the server, which then stops what still runs', async () => {
  const session = await talk([]);
  server.delays.push(60_000);
  let settled = false;
  const settle = () => {
    settled = true;
  };
  idsOf(session).then(settle, settle);
  await sayFarewells(5000);
  expect(server.names()).toContain('ReleaseSession');
  expect(settled).toBe(false);
});

describe('a stream that breaks', () => {
  test('is taken up after the last piece that came, and no statement is sent twice', async () => {
    const session = await talk([
      { pieces: [piece('1'), piece('2')], error: LOST },
      { pieces: [piece('3')] },
      { pieces: [END] },
    ]);
    expect(await idsOf(session)).toEqual(['1', '2', '3', 'end']);
    await session.close();
    const streams = server.asked.filter(
      ([name]) => /Execute(Plan)?$/.test(name) && name !== 'ReleaseExecute',
    );
    expect(streams.map(([name, { last_response_id }]) => [name, last_response_id])).toEqual([
      ['ExecutePlan', undefined],
      ['ReattachExecute', '2'],
      ['ReattachExecute', '3'],
    ]);
    expect(new Set(streams.map(([, { operation_id }]) => operation_id)).size).toBe(1);
  });

  test('is begun anew where the server never heard of it', async () => {
    const unknown = { code: 13, details: '[INVALID_HANDLE.OPERATION_NOT_FOUND] unknown' };
    const session = await talk([
      { pieces: [], error: LOST },
      { pieces: [], error: unknown },
      { pieces: [END] },
    ]);
    expect(await idsOf(session)).toEqual(['end']);
    await session.close();
    expect(server.names().filter((name) => name === 'ExecutePlan')).toHaveLength(2);
  });

  test('is not begun anew once something came of it', async () => {
    const unknown = { code: 13, details: '[INVALID_HANDLE.OPERATION_NOT_FOUND] unknown' };
    const session = await talk([
      { pieces: [piece('1')], error: LOST },
      { pieces: [], error: unknown },
    ]);
    await expect(idsOf(session)).rejects.toThrow('Spark: INVALID_HANDLE.OPERATION_NOT_FOUND');
    await session.close();
    expect(server.names().filter((name) => name === 'ExecutePlan')).toHaveLength(1);
  });

  test('is lost when it breaks again and again', async () => {
    const script = Array.from({ length: 4 }, () => ({ pieces: [], error: LOST }));
    const session = await talk(script, '', { breaks: [10, 20] });
    await expect(idsOf(session)).rejects.toMatchObject({ key: 'spark.lost' });
    await session.close();
    expect(server.names().filter((name) => /^(Reattach)?Execute/.test(name))).toHaveLength(3);
  });

  test('is not taken up after an error of the statement itself', async () => {
    const session = await talk([{ pieces: [], error: { code: 13, details: '[DIVIDE_BY_ZERO] …' } }]);
    await expect(idsOf(session)).rejects.toThrow('Spark: DIVIDE_BY_ZERO');
    await session.close();
    expect(server.names()).not.toContain('ReattachExecute');
  });

  test('passes on what its reader throws', async () => {
    const session = await talk([{ pieces: [piece('1'), END] }]);
    const read = session.execute({ root: { sql: { query: 'SELECT 1' } } }, () => {
      throw new UserError('spark.no-remote');
    });
    await expect(read).rejects.toMatchObject({ key: 'spark.no-remote' });
    await session.close();
  });
});

describe('a statement about which the server falls silent', () => {
  const FOREVER = 60_000;

  it.each([
    ['is asked anew', { silences: [50], delays: [FOREVER], asked: 2 }],
    ['at last is waited for', { silences: [20, 20], delays: [FOREVER, FOREVER, 200], asked: 3 }],
  ])('%s', async (_, { silences, delays, asked }) => {
    const session = await talk([], '', { silences });
    server.delays.push(...delays);
    expect(await idsOf(session)).toEqual(['end']);
    await session.close();
    const released = server.asked.filter(([name]) => name === 'ReleaseExecute');
    expect(new Set(released.map(([, { operation_id }]) => operation_id)).size).toBe(asked);
  });
});

describe('an accident in the server', () => {
  const accident = { code: 13, details: 'None.get' };
  const asked = () => server.names().filter((name) => name === 'ExecutePlan').length;

  test('is not the end of a statement of which no rows came', async () => {
    const session = await talk([{ pieces: [piece('1')], error: accident }], '', { accidents: [10] });
    expect(await idsOf(session)).toEqual(['1', 'end']);
    await session.close();
    expect(asked()).toBe(2);
  });

  test('is told when it comes again and again', async () => {
    const script = Array.from({ length: 3 }, () => ({ pieces: [], error: accident }));
    const session = await talk(script, '', { accidents: [10, 10] });
    await expect(idsOf(session)).rejects.toThrow('Spark: gRPC 13');
    await session.close();
    expect(asked()).toBe(3);
  });

  test('is told at once where rows have come, which would come twice', async () => {
    const rows = { response_id: '1', arrow_batch: { data: Buffer.alloc(0) } } as Partial<Piece>;
    const session = await talk([{ pieces: [rows], error: accident }], '', { accidents: [10] });
    await expect(idsOf(session)).rejects.toThrow('Spark: gRPC 13');
    await session.close();
    expect(asked()).toBe(1);
  });
});
