import { describe, expect, it, test } from 'vitest';
import { UserError } from '../../../src/messages/index.js';
import { parseRemote } from '../../../src/store/spark/remote.js';

describe('the address of Spark', () => {
  it.each([
    ['sc://spark', { address: 'spark:15002', secure: false }],
    ['sc://spark:7077/', { address: 'spark:7077', secure: false }],
    ['sc://[::1]:15002', { address: '[::1]:15002', secure: false }],
    ['sc://spark/;use_ssl=true', { address: 'spark:15002', secure: true }],
    // A token goes over a wire in clear only where somebody says so.
    ['sc://spark/;token=abc', { token: 'abc', secure: true }],
    ['sc://spark/;token=abc;use_ssl=false', { token: 'abc', secure: false }],
    ['sc://localhost/;token=abc', { token: 'abc', secure: false }],
    ['sc://127.0.0.1:1/;token=a%3Bb%3D', { token: 'a;b=', secure: false }],
    ['sc://spark/;user_id=bureau;x-tenant=1', { user: 'bureau', headers: { 'x-tenant': '1' } }],
    ['sc://spark/;session_id=x;user_agent=y;grpc_max_message_size=1000', { messageSize: 1000 }],
  ])('%s', (text, expected) => expect(parseRemote(text, {})).toMatchObject(expected));

  it.each([
    'spark:15002',
    'sc://',
    'sc://spark:0',
    'sc://spark:65536',
    'sc://spark/token=x',
    'sc://spark/;=x',
  ])('is not %s', (text) => expect(() => parseRemote(text, {})).toThrow(UserError));

  test('takes the token of the environment, where no list of processes shows it', () => {
    const environment = { SPARK_CONNECT_AUTHENTICATE_TOKEN: 'hidden' };
    expect(parseRemote('sc://spark', environment)).toMatchObject({ token: 'hidden', secure: true });
    expect(parseRemote('sc://spark/;token=given', environment).token).toBe('given');
    expect(parseRemote('sc://spark', {})).not.toHaveProperty('token');
  });

  it.each(['sc://spark/;tokne=geheim', 'sc://spark:x/;token=geheim', 'https://spark/;token=geheim'])(
    'is never quoted where it is wrong: %s',
    (text) => expect(() => parseRemote(text, {})).toThrow(/^(?!.*geheim)/s),
  );
});
