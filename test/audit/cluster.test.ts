import { describe, expect, it } from 'vitest';
import { clusterOf } from '../../src/audit/open.js';
import { UserError } from '../../src/messages/index.js';

const A = 'sc://a';
const B = 'sc://b';

describe('where an audit runs', () => {
  it.each([
    ['in this process unless something is said', {}, {}, undefined],
    ['where the configuration says', {}, { engine: 'spark', remote: A }, A],
    ['a cluster that is only named is not used', {}, { remote: A }, undefined],
    ['here, where the command line says so', { engine: 'duckdb' }, { engine: 'spark', remote: A }, undefined],
    ['on the cluster that the command line names', { remote: B }, { engine: 'spark', remote: A }, B],
    ['on the cluster of the configuration', { engine: 'spark' }, { remote: A }, A],
    ['an address means Spark', { remote: B }, {}, B],
  ] as const)('%s', (_, asked, config, expected) => expect(clusterOf(asked, config)).toBe(expected));

  it('has to be told where Spark is', () => {
    expect(() => clusterOf({ engine: 'spark' }, {})).toThrow(UserError);
    expect(() => clusterOf({}, { engine: 'spark' })).toThrow(UserError);
  });
});
